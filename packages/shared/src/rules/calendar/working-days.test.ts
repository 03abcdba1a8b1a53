import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './civil-date.js';
import { countries } from './country.js';
import { isWorkingDay, nextWorkingDay, rollBack, rollForward } from './working-days.js';

describe('working days', () => {
  test.each([
    { day: '2026-11-24', what: 'a Tuesday', back: '2026-11-24', forward: '2026-11-24', next: '2026-11-25' },
    { day: '2026-11-28', what: 'a Saturday', back: '2026-11-27', forward: '2026-11-30', next: '2026-11-30' },
    { day: '2026-11-27', what: 'a Friday', back: '2026-11-27', forward: '2026-11-27', next: '2026-11-30' },
    {
      day: '2026-04-05',
      what: 'Easter Sunday',
      back: '2026-04-02',
      forward: '2026-04-07',
      next: '2026-04-07',
    },
    {
      day: '2026-12-25',
      what: 'Christmas Day',
      back: '2026-12-24',
      forward: '2026-12-29',
      next: '2026-12-29',
    },
    { day: '2027-01-01', what: 'New Year', back: '2026-12-31', forward: '2027-01-04', next: '2027-01-04' },
  ])('$what ($day) goes back to $back and on to $forward', ({ day, back, forward, next }) => {
    expect(rollBack(day, 'england')).toBe(back);
    expect(rollForward(day, 'england')).toBe(forward);
    expect(nextWorkingDay(day, 'england')).toBe(next);
  });

  test.each([
    { day: '2026-01-01', country: 'scotland', forward: '2026-01-05' },
    { day: '2026-01-01', country: 'wales', forward: '2026-01-02' },
    { day: '2026-04-03', country: 'scotland', forward: '2026-04-06' }, // Easter Monday is a working day
    { day: '2026-04-03', country: 'northern-ireland', forward: '2026-04-07' },
    { day: '2026-08-03', country: 'scotland', forward: '2026-08-04' },
    { day: '2026-08-31', country: 'scotland', forward: '2026-08-31' },
    { day: '2026-07-13', country: 'northern-ireland', forward: '2026-07-14' },
    { day: '2026-07-13', country: 'england', forward: '2026-07-13' },
  ] as const)('$day in $country goes on to $forward', ({ day, country, forward }) => {
    expect(rollForward(day, country)).toBe(forward);
  });

  test('rolling lands on a working day within a week, and on the day itself when it is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 * 365 }), fc.constantFrom(...countries), (days, country) => {
        const day = addDays('2020-01-01', days);
        const back = rollBack(day, country);
        const forward = rollForward(day, country);
        expect([back, forward].every((rolled) => isWorkingDay(rolled, country))).toBe(true);
        expect(back <= day && day <= forward && forward < addDays(day, 7) && back > addDays(day, -7)).toBe(
          true,
        );
        expect(back === forward).toBe(isWorkingDay(day, country));
      }),
    );
  });
});
