import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countries } from '@followon/shared/rules/calendar/country';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { isWorkingDay } from '@followon/shared/rules/calendar/working-days';
import { groupRounds, siteRounds } from './rounds.js';

const at = (iso: string) => ({ siteId: 's', country: 'england', now: new Date(iso) }) as const;
const said = (dues: ReturnType<typeof siteRounds>) =>
  dues.map(({ rule, occurrence, dueAt }) => `${rule} ${occurrence} on ${londonDate(dueAt)}`);

describe('the next rounds', () => {
  test.each([
    { now: '2026-11-24T12:00:00Z', week: '2026-11-30 on 2026-11-30', month: '2026-12-01 on 2026-12-01' },
    // A Monday waits a week; the first of May is a Friday, and the Monday after it a bank holiday.
    { now: '2026-04-27T06:00:00Z', week: '2026-05-04 on 2026-05-05', month: '2026-05-01 on 2026-05-01' },
    { now: '2026-12-22T12:00:00Z', week: '2026-12-28 on 2026-12-29', month: '2027-01-01 on 2027-01-04' },
  ])('of a site after $now', ({ now, week, month }) => {
    expect(said(siteRounds(at(now)))).toEqual([`volunteers-week ${week}`, `administrators-month ${month}`]);
  });

  test.each([
    { now: '2026-10-20T12:00:00Z', winter: '2026-11-01 on 2026-11-02', turn: '2027-01-15 on 2027-01-15' },
    { now: '2026-11-02T08:00:00Z', winter: '2027-11-01 on 2027-11-01', turn: '2027-01-15 on 2027-01-15' },
    { now: '2026-07-01T08:00:00Z', winter: '2026-11-01 on 2026-11-02', turn: '2026-07-15 on 2026-07-15' },
  ])('of a group after $now', ({ now, winter, turn }) => {
    expect(said(groupRounds(at(now), 'g'))).toEqual([`winter ${winter}`, `roles-turn ${turn}`]);
  });

  test('lie after today and on a working day, whatever the day and the country', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...countries), (now, country) => {
        const place = { siteId: 's', country, now };
        for (const { dueAt } of [...siteRounds(place), ...groupRounds(place, 'g')]) {
          expect(londonDate(dueAt) > londonDate(now)).toBe(true);
          expect(isWorkingDay(londonDate(dueAt), country)).toBe(true);
        }
      }),
    );
  });
});
