import { expect, test } from '@jest/globals';
import type { Left, Other } from '../support/message-rules.js';
import { brokenRules, ruleNames } from '../support/message-rules.js';

const at = new Date('2026-03-25T12:00:00Z'); // a Wednesday
const good: Left = {
  ...{
    key: 'meeting_reminder',
    occasion: 'one',
    audience: 'member',
    at,
    subject: 'Your group',
    groupName: 'Tea',
  },
  ...{ stopped: false, pausedUntil: null, badUntil: null, hours: 'any', quietWeekdays: [], consents: [] },
  ...{
    optedIn: true,
    memberPausedUntil: null,
    gone: false,
    hasPart: true,
    groupState: 'meeting',
    messagesOff: false,
  },
  ...{ holds: true, alerts: [], others: [], answer: null },
};
const other = (days: number, over: Partial<Other> = {}): Other => ({
  ...{ key: 'how_was_it', occasion: `${days}`, audience: 'role-holder', sameSite: true, alerts: [] },
  ...{ at: new Date(at.getTime() - days * 86_400_000).toISOString(), ...over },
});
const holder = { audience: 'role-holder', key: 'how_was_it' };
const yes = [{ channel: 'any', purpose: 'missed-you', wants: true }];
const kind = { key: 'missed_you_soft', consents: yes };

/** For each rule, a message that breaks it and no other. */
const bad: Readonly<Record<string, Partial<Left>>> = {
  'outside of the hours': { at: new Date('2026-03-25T18:00:00Z') },
  'not a working day': { at: new Date('2026-04-03T11:00:00Z') },
  'more than two in a week to a member': { others: [other(1), other(2)] },
  'more than four in a month to a member': { others: [8, 12, 16, 20].map((days) => other(days)) },
  'more than three in a week to a role holder': { ...holder, others: [1, 2, 3].map((days) => other(days)) },
  'they stopped': { stopped: true },
  'they paused': { pausedUntil: '2026-03-26' },
  'they left': { gone: true },
  'a role that is over': { hasPart: false },
  'a bad day': { badUntil: '2026-03-25' },
  'a quiet weekday': { quietWeekdays: [3] },
  'the other half of the day': { hours: 'mornings' },
  refused: { consents: [{ channel: 'any', purpose: 'meeting-reminder', wants: false }] },
  'nobody opted in': { optedIn: false },
  'a kind word that nobody chose': { key: 'missed_you_soft' },
  'a kind word twice in 90 days': { ...kind, others: [other(60, { key: 'missed_you_soft' })] },
  'the group rests': { groupState: 'resting' },
  'the group is over': { groupState: 'closed' },
  'the group switched messages off': { messagesOff: true },
  'answered lately': {
    ...{ audience: 'role-holder', key: 'would_a_hand_help' },
    answer: { choice: 'leave-us-be', at: '2026-01-10T12:00:00Z' },
  },
  'not true': { holds: false },
  'the same thing twice': { others: [other(40, { key: 'meeting_reminder', occasion: 'one' })] },
  'alerts twice in a day': {
    ...{ key: 'alert_opened', audience: 'staff' },
    others: [other(0, { key: 'alert_opened', audience: 'staff' })],
  },
  'an alert told twice': {
    key: 'alert_opened',
    audience: 'staff',
    alerts: ['a'],
    others: [other(9, { alerts: ['a'] })],
  },
  'a list of tasks twice in a day': {
    ...{ key: 'task_digest', audience: 'staff' },
    others: [other(0, { key: 'task_digest', audience: 'staff' })],
  },
  'a telling subject': { subject: 'Your pain group' },
  'winter in another week': { ...holder, key: 'winter_note' },
};

test('a message that keeps the rules breaks none', () => {
  expect(brokenRules(good)).toEqual([]);
});

test.each(ruleNames)('the check finds a message that breaks this one: %s', (name) => {
  expect(brokenRules({ ...good, ...bad[name] })).toEqual([name]);
});
