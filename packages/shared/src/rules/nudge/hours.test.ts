import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekday } from '../calendar/civil-date.js';
import { isWorkingDay } from '../calendar/working-days.js';
import { wallClock } from '../calendar/zoned.js';
import type { Terms } from './hours.js';
import { closingOf, whenItMayLeave } from './hours.js';
import { dayHalves, noWishes } from './wishes.js';

const london = { zone: 'Europe/London', country: 'england' } as const;
const terms = (over: Partial<Terms> = {}): Terms => ({ place: london, wishes: noWishes, ...over });
const leaves = (now: string, over: Partial<Terms> = {}) => {
  const leaving = whenItMayLeave(new Date(now), terms(over));
  return leaving && { at: leaving.at.toISOString().replace('.000', ''), heldBy: leaving.heldBy };
};
const wishing = (over: object): Partial<Terms> => ({ wishes: { ...noWishes, ...over } });

test.each<[string, Partial<Terms>, string]>([
  ['2026-11-24T17:59:59Z', {}, '2026-11-24T18:00:00.000Z'],
  ['2026-06-10T11:00:00Z', {}, '2026-06-10T17:00:00.000Z'],
  ['2026-11-24T09:00:00Z', wishing({ hours: 'mornings' }), '2026-11-24T12:00:00.000Z'],
  ['2026-11-28T21:59:00Z', { channel: 'push' }, '2026-11-28T22:00:00.000Z'],
])('the hours of %s end', (now, over, end) => {
  expect(closingOf(new Date(now), terms(over)).toISOString()).toBe(end);
});

describe('a message that is ready', () => {
  test.each<{ when: string; over?: Partial<Terms>; at: string; heldBy?: string }>([
    { when: '2026-11-24T10:00:00Z', at: '2026-11-24T10:00:00Z' },
    { when: '2026-11-24T17:59:59Z', at: '2026-11-24T17:59:59Z' },
    { when: '2026-11-24T18:00:00Z', at: '2026-11-25T08:00:00Z', heldBy: 'quiet-hours' },
    { when: '2026-11-24T03:00:00Z', at: '2026-11-24T08:00:00Z', heldBy: 'quiet-hours' },
    { when: '2026-11-28T10:00:00Z', at: '2026-11-30T08:00:00Z', heldBy: 'not-a-working-day' },
    // Boxing Day of 2026 is a Saturday, so Monday the 28th is the bank holiday.
    { when: '2026-12-24T19:00:00Z', at: '2026-12-29T08:00:00Z', heldBy: 'quiet-hours' },
    { when: '2026-12-28T10:00:00Z', at: '2026-12-29T08:00:00Z', heldBy: 'not-a-working-day' },
    // 08:00 is an hour earlier for the rest of the world once the clocks have gone forward.
    { when: '2026-03-27T18:30:00Z', at: '2026-03-30T07:00:00Z', heldBy: 'quiet-hours' },
    { when: '2026-10-23T17:30:00Z', at: '2026-10-26T08:00:00Z', heldBy: 'quiet-hours' },
    {
      when: '2026-11-24T10:00:00Z',
      over: wishing({ badUntil: '2026-11-24' }),
      at: '2026-11-25T08:00:00Z',
      heldBy: 'bad-day',
    },
    {
      when: '2026-11-24T10:00:00Z',
      over: wishing({ quietWeekdays: [2, 3] }),
      at: '2026-11-26T08:00:00Z',
      heldBy: 'quiet-day',
    },
    {
      when: '2026-11-24T10:00:00Z',
      over: wishing({ hours: 'afternoons' }),
      at: '2026-11-24T12:00:00Z',
      heldBy: 'half-day',
    },
    {
      when: '2026-11-24T12:00:00Z',
      over: wishing({ hours: 'mornings' }),
      at: '2026-11-25T08:00:00Z',
      heldBy: 'half-day',
    },
    { when: '2026-11-28T21:59:00Z', over: { channel: 'push' }, at: '2026-11-28T21:59:00Z' },
    {
      when: '2026-11-28T22:00:00Z',
      over: { channel: 'push' },
      at: '2026-11-29T06:00:00Z',
      heldBy: 'quiet-hours',
    },
    {
      when: '2026-11-30T10:00:00Z',
      over: { place: { zone: 'Europe/London', country: 'scotland' } },
      at: '2026-12-01T08:00:00Z',
      heldBy: 'not-a-working-day',
    },
    {
      when: '2026-11-24T08:30:00Z',
      over: { place: { zone: 'Atlantic/Azores', country: 'england' } },
      at: '2026-11-24T09:00:00Z',
      heldBy: 'quiet-hours',
    },
  ])('at $when leaves at $at ($heldBy)', ({ when, over, at, heldBy }) => {
    expect(leaves(when, over)).toEqual({ at, heldBy });
  });

  test('never leaves for somebody without a day on which it might', () => {
    expect(leaves('2026-11-24T10:00:00Z', wishing({ quietWeekdays: [1, 2, 3, 4, 5] }))).toBeUndefined();
  });
});

test('whatever the hour, zone, channel and wishes, also where the clocks change, nothing leaves outside what was wished', () => {
  const nearChange = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].map((on) =>
    Date.parse(`${on}T01:00:00Z`),
  );
  const instant = fc.oneof(
    fc
      .tuple(fc.constantFrom(...nearChange), fc.integer({ min: -4_000, max: 4_000 }))
      .map(([at, minutes]) => at + minutes * 60_000),
    fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2030, 0, 1) }),
  );
  const place = fc.record({
    zone: fc.constantFrom('Europe/London', 'Europe/Paris', 'Atlantic/Azores'),
    country: fc.constantFrom('england' as const, 'wales' as const, 'scotland' as const),
  });
  const wishes = fc.record({
    badUntil: fc.option(fc.constantFrom('2026-03-30', '2026-10-26', '2027-04-01')),
    hours: fc.constantFrom(...dayHalves),
    quietWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  });
  const channel = fc.constantFrom('email' as const, 'sms' as const, 'push' as const, 'letter' as const);
  fc.assert(
    fc.property(instant, place, wishes, channel, (ms, at, wished, way) => {
      const now = new Date(ms);
      const leaving = whenItMayLeave(now, { place: at, wishes: wished, channel: way });
      if (!leaving) return;
      const { date, hour } = wallClock(leaving.at, at.zone);
      expect(leaving.at >= now).toBe(true);
      expect(leaving.heldBy === undefined).toBe(leaving.at.getTime() === now.getTime());
      const [opens, closes] = way === 'push' ? [6, 22] : [8, 18];
      expect(hour).toBeGreaterThanOrEqual(wished.hours === 'afternoons' ? 12 : opens);
      expect(hour).toBeLessThan(wished.hours === 'mornings' ? 12 : closes);
      expect(wished.quietWeekdays).not.toContain(weekday(date));
      if (wished.badUntil) expect(date > wished.badUntil).toBe(true);
      if (way !== 'push') expect(isWorkingDay(date, at.country)).toBe(true);
      // Held no longer than it must be: the day before would not have done.
      if (leaving.heldBy && wallClock(now, at.zone).date < addDays(date, -1)) {
        const eve = addDays(date, -1);
        const mayOnEve =
          !wished.quietWeekdays.includes(weekday(eve)) &&
          !(wished.badUntil && eve <= wished.badUntil) &&
          (way === 'push' || isWorkingDay(eve, at.country));
        expect(mayOnEve).toBe(false);
      }
    }),
    { numRuns: 1_000 },
  );
});
