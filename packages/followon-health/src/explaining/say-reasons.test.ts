import { expect, test } from '@jest/globals';
import type { Reason } from '@followon/shared/rules/health/facts';
import { sayClears, sayReasons } from './say-reasons.js';

const under3: Reason = {
  key: 'under-3',
  usual: 8.2,
  recent: [2, 2, 1],
  meetingIds: ['2026-11-30', '2026-12-07', '2026-12-14'],
};

test('what was true of all meetings is told as it is now', () => {
  expect(sayReasons([under3], '2026-12-14')).toEqual([
    'About 8 usually come; the last meetings had 2, 2 and 1 (30 November, 7 December, 14 December).',
    'Hardly anybody comes now.',
  ]);
});

test('what a later meeting no longer bears out is told up to its day', () => {
  expect(sayReasons([{ ...under3, upToOn: '2026-12-14' }], '2026-12-28')).toEqual([
    'Up to 14 December, about 8 usually came; the last meetings had 2, 2 and 1 (30 November, 7 December, 14 December).',
    'Up to 14 December, hardly anybody came.',
  ]);
  const likely: Reason = {
    key: 'few-likely',
    likely: 3.1,
    recent: [4],
    meetingIds: [],
    upToOn: '2026-12-14',
  };
  expect(sayReasons([likely], '2027-01-04')).toEqual([
    'Up to 14 December 2026, the last meeting had 4.',
    'Up to 14 December 2026, about 3 were likely to come next time.',
  ]);
});

test('meetings that would clear it come on top of those just told', () => {
  expect(sayClears({ key: 'two-meetings-with', headcount: 5 })).toBe(
    'Two more meetings with 5 or more would clear it.',
  );
  expect(sayClears({ key: 'some-meetings-with', headcount: 4 })).toBe(
    'A few more meetings with 4 or more would clear it.',
  );
});
