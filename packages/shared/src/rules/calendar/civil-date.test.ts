import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isDate, weekday } from './civil-date.js';

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

  test('a date is a day of the calendar, written one way', () => {
    fc.assert(fc.property(aDate, (date) => isDate(date)));
    const three = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(three, ([year, month, day]) => {
        const text = [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))];
        const date = new Date(`${text.join('-')}T00:00:00Z`);
        const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.join('-'));
        expect(isDate(text.join('-'))).toBe(isReal);
      }),
    );
    for (const date of ['', '2026-1-01', '2026-11-23T00:00', '+02026-11-23', '23/11/2026', '2026-11-2\n'])
      expect(isDate(date)).toBe(false);
  });

  test('adding days and counting them agree on every date', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});
