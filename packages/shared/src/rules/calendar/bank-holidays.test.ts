import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bankHolidays, isBankHoliday } from './bank-holidays.js';
import { weekday } from './civil-date.js';
import { countries } from './country.js';

/** Days as announced on gov.uk, month-day, of England and Wales. */
const ANNOUNCED: Record<number, string> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

const SCOTLAND: Record<number, string> = {
  2020: '01-01 01-02 04-10 05-08 05-25 08-03 11-30 12-25 12-28',
  2021: '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28',
  2022: '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27',
  2023: '01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26',
  2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
  2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
  2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
  2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
};
const NORTHERN_IRELAND: Record<number, string> = {
  2022: '01-03 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-29 09-19 12-26 12-27',
  2023: '01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26',
  2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
  2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
  2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
  2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
};
const announced = [
  { country: 'england', years: ANNOUNCED },
  { country: 'wales', years: ANNOUNCED },
  { country: 'scotland', years: SCOTLAND },
  { country: 'northern-ireland', years: NORTHERN_IRELAND },
] as const;
const cases = announced.flatMap(({ country, years }) =>
  Object.entries(years).map(([year, days]) => ({ country, year, days })),
);

describe('bank holidays', () => {
  test.each(cases)('$country in $year has the announced days', ({ country, year, days }) => {
    expect(bankHolidays(Number(year), country)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test.each([
    [2029, '2029-03-30'],
    [2030, '2030-04-19'],
    [2031, '2031-04-11'],
    [2032, '2032-03-26'],
    [2033, '2033-04-15'],
    [2034, '2034-04-07'],
    [2035, '2035-03-23'],
  ])('Good Friday of %i is %s', (_year, goodFriday) => {
    expect(isBankHoliday(goodFriday, 'scotland')).toBe(true);
  });

  test('the ordinary day that a one-off replaced is not a holiday', () => {
    expect(isBankHoliday('2020-05-04', 'england')).toBe(false);
    expect(isBankHoliday('2022-05-30', 'scotland')).toBe(false);
  });

  test('every year has at least eight different ones, all on weekdays and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2013, max: 2099 }), fc.constantFrom(...countries), (year, country) => {
        const days = bankHolidays(year, country);
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeGreaterThanOrEqual(8);
        expect(days.every((day) => weekday(day) <= 5)).toBe(true);
        expect([...days].sort()).toEqual(days);
      }),
    );
  });
});
