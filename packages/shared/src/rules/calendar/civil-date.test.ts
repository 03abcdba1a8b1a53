import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, weekday } from './civil-date.js';

const aDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

describe('civil dates', () => {
  test.each([
    { from: '2026-03-28', to: '2026-03-30', days: 2 }, // the clocks go forward in between
    { from: '2026-10-24', to: '2026-10-26', days: 2 }, // the clocks go back in between
    { from: '2028-02-28', to: '2028-03-01', days: 2 }, // leap year
    { from: '2027-02-28', to: '2027-03-01', days: 1 },
    { from: '2026-12-31', to: '2027-01-01', days: 1 },
    { from: '2027-01-01', to: '2026-12-31', days: -1 },
    { from: '2026-11-24', to: '2026-11-24', days: 0 },
  ])('from $from to $to is $days days', ({ from, to, days }) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test.each([
    { date: '2026-11-23', day: 1 },
    { date: '2026-11-28', day: 6 },
    { date: '2026-11-29', day: 7 },
  ])('$date is weekday $day, counted from Monday', ({ date, day }) => {
    expect(weekday(date)).toBe(day);
  });

  test('adding days and counting them agree on every date', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});
