import { expect, test } from '@jest/globals';
import type { MovingTask, Receiver } from './may-reassign.js';
import { whyNotReassign } from './may-reassign.js';

const task: MovingTask = { ownerRole: 'volunteer', state: 'open', assigneeId: 'sam', isUnderWay: true };
const bev: Receiver = {
  roles: ['volunteer'],
  accountDisabled: false,
  pausedUntil: null,
  trainingUntil: '2026-11-24',
  checksUntil: '2026-11-24',
};
const lapsed = { ...bev, checksUntil: '2026-11-23' };
const lead = { ...bev, roles: ['lead'], trainingUntil: null } as const;
const to = (receiver: Receiver | undefined, accountId = 'bev') => ({ accountId, receiver });

test.each([
  ['an open task moves', task, to(bev), undefined],
  ['a late task moves', { ...task, state: 'overdue' }, to(bev), undefined],
  ['one that was passed on moves', { ...task, state: 'passed-on', assigneeId: null }, to(bev), undefined],
  ['an undo may give it to nobody', task, undefined, undefined],
  ['what is done stays', { ...task, state: 'done' }, to(bev), 'settled'],
  ['what does not apply stays', { ...task, state: 'not-applicable' }, to(bev), 'settled'],
  ['a closed handover stays', { ...task, isUnderWay: false }, to(bev), 'handover-closed'],
  ['the product keeps its own task', { ...task, ownerRole: 'system' }, to(bev), 'system-task'],
  ['theirs already', task, to(bev, 'sam'), 'already-theirs'],
  ['nobody of this site', task, to(undefined), 'not-of-this-site'],
  ['a clinician’s task is not for a volunteer', { ...task, ownerRole: 'clinician' }, to(bev), 'wrong-role'],
  ['nobody whose account is closed', task, to({ ...bev, accountDisabled: true }), 'account-disabled'],
  ['nobody whose training is over', task, to({ ...bev, trainingUntil: '2026-11-23' }), 'training-expired'],
  ['nobody without training', task, to({ ...bev, trainingUntil: null }), 'training-not-written-down'],
  ['nobody whose checks ran out', task, to(lapsed), 'checks-expired'],
  ['nobody without checks', task, to({ ...bev, checksUntil: null }), 'checks-not-written-down'],
  ['an undo puts it back whatever ran out', task, { ...to(lapsed), isBack: true }, undefined],
  ['a lead’s task needs neither', { ...task, ownerRole: 'lead' }, to(lead), undefined],
  ['nobody on a break', task, to({ ...bev, pausedUntil: '2026-12-01' }), 'on-a-break'],
] as const)('%s', (_says, moving, receiver, why) => {
  expect(whyNotReassign(moving, receiver, '2026-11-24')).toBe(why);
});
