import { describe, expect, test } from '@jest/globals';
import type { StandIn } from './cover.js';
import { coverFor, needsCover } from './cover.js';
import { isSilent, SILENT_DAYS, STALE_DAYS } from './silent.js';

const bev: StandIn = {
  accountId: 'bev',
  accountDisabled: false,
  pausedUntil: null,
  trainingUntil: '2027-01-01',
  checksUntil: '2027-01-01',
};
const TODAY = '2026-11-24';

describe('a task during a break until 8 December', () => {
  test.each([
    ['open', '2026-11-30', true],
    ['open', '2026-12-07', true],
    ['open', '2026-12-08', false], // the first day back
    ['overdue', '2026-11-01', true],
    ['done', '2026-11-30', false],
    ['not-applicable', '2026-11-30', false],
    ['passed-on', '2026-11-30', false],
    ['cannot', '2026-11-30', false],
  ] as const)('that is %s and due on %s needs cover: %s', (state, dueOn, needed) => {
    expect(needsCover({ state, dueOn }, '2026-12-08')).toBe(needed);
  });
});

describe('cover', () => {
  const cover = (deputy: StandIn | undefined) => coverFor(deputy, { owner: 'sam', today: TODAY });
  test('comes from the deputy who is there', () => {
    expect(cover(bev)).toEqual({ to: 'deputy', accountId: 'bev' });
  });
  test.each([
    ['there is none', undefined],
    ['they have a break too', { ...bev, pausedUntil: '2026-12-01' }],
    ['their account is closed', { ...bev, accountDisabled: true }],
    ['their training has run out', { ...bev, trainingUntil: '2026-11-23' }],
    ['their checks are not written down', { ...bev, checksUntil: null }],
    ['it is the same person', { ...bev, accountId: 'sam' }],
  ])('comes from the volunteer lead when %s', (_says, deputy) => {
    expect(cover(deputy)).toEqual({ to: 'lead' });
  });
});

describe('silence', () => {
  test.each([
    ['late for too long and nothing heard', '2026-11-10', '2026-10-27', true],
    ['not late for long enough', '2026-11-11', '2026-10-01', false],
    ['heard of lately', '2026-10-01', '2026-10-28', false],
    ['never heard of', '2026-10-01', null, true],
  ] as const)('%s', (_says, dueOn, lastActedOn, silent) => {
    expect([STALE_DAYS, SILENT_DAYS]).toEqual([14, 28]);
    expect(isSilent({ dueOn, lastActedOn }, TODAY)).toBe(silent);
  });
});
