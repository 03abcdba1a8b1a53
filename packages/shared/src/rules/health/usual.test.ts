import { expect, test } from '@jest/globals';
import { aHistory } from '../../../../../tests/support/a-history.js';
import { assessGroup } from './assess-group.js';
import { usualGap } from './usual.js';

test.each([
  { gaps: [], cadence: 'weekly', days: 7 },
  { gaps: [10, 10], cadence: 'fortnightly', days: 14 }, // too few of its own
  { gaps: [10, 10], cadence: 'monthly', days: 30 },
  { gaps: [], cadence: 'irregular', days: 30 },
  { gaps: [10, 12, 40], cadence: 'weekly', days: 12 },
  { gaps: [10, 12, 14, 40], cadence: 'weekly', days: 13 },
  { gaps: [0, 0, 0], cadence: 'weekly', days: 1 },
] as const)('gaps of $gaps days in a $cadence group: usually $days', ({ gaps, cadence, days }) => {
  expect(usualGap(gaps, cadence)).toBe(days);
});

test('the usual gap follows the last twenty gaps, not the whole past', () => {
  const fortnightlyThenWeekly = (weeks: number) => {
    const early = aHistory(Array<number>(30).fill(8), { from: '2024-01-01', everyDays: 14 }).meetings;
    const late = aHistory(Array<number>(weeks).fill(8), { from: '2025-02-17' }).meetings;
    return assessGroup(aHistory([], { meetings: [...early, ...late] }), '2026-01-01').usualGapDays;
  };
  expect(fortnightlyThenWeekly(9)).toBe(14); // 9 of the last 20 gaps are a week
  expect(fortnightlyThenWeekly(13)).toBe(7);
});
