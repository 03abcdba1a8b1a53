import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isQuietTime, londonDate, londonInstant, nextSendTime } from './london.js';

const at = (iso: string) => new Date(iso);

describe('London dates and times', () => {
  test.each([
    { instant: '2026-01-15T23:30:00Z', date: '2026-01-15', when: 'in winter, midnight is midnight UTC' },
    { instant: '2026-07-15T23:30:00Z', date: '2026-07-16', when: 'in summer, the day turns at 23:00 UTC' },
    { instant: '2026-03-29T00:59:59Z', date: '2026-03-29', when: 'just before the clocks go forward' },
  ])('$when: $instant is $date', ({ instant, date }) => {
    expect(londonDate(at(instant))).toBe(date);
  });

  test.each([
    { date: '2026-01-15', time: '09:00', instant: '2026-01-15T09:00:00Z', when: 'winter' },
    { date: '2026-07-15', time: '09:00', instant: '2026-07-15T08:00:00Z', when: 'summer' },
    {
      date: '2026-03-29',
      time: '01:30',
      instant: '2026-03-29T01:30:00Z',
      when: 'the hour that spring skips',
    },
    {
      date: '2026-10-25',
      time: '01:30',
      instant: '2026-10-25T00:30:00Z',
      when: 'the hour that autumn repeats',
    },
    { date: '2026-10-25', time: '02:00', instant: '2026-10-25T02:00:00Z', when: 'just after it' },
  ])('$when: $date $time is $instant', ({ date, time, instant }) => {
    expect(londonInstant(date, time)).toEqual(at(instant));
  });
});

describe('quiet hours', () => {
  test.each([
    { instant: '2026-01-15T07:59:59Z', when: 'winter, a second before eight', sends: '2026-01-15T08:00:00Z' },
    { instant: '2026-01-15T08:00:00Z', when: 'winter, eight o’clock', sends: '2026-01-15T08:00:00Z' },
    { instant: '2026-07-15T07:00:00Z', when: 'summer, eight o’clock', sends: '2026-07-15T07:00:00Z' },
    { instant: '2026-07-15T16:59:59Z', when: 'summer, a second before six', sends: '2026-07-15T16:59:59Z' },
    { instant: '2026-07-15T17:00:00Z', when: 'summer, six o’clock', sends: '2026-07-16T07:00:00Z' },
    { instant: '2026-01-16T18:00:00Z', when: 'Friday evening', sends: '2026-01-19T08:00:00Z' },
    {
      instant: '2026-03-28T12:00:00Z',
      when: 'the Saturday before summer time',
      sends: '2026-03-30T07:00:00Z',
    },
    {
      instant: '2026-10-24T12:00:00Z',
      when: 'the Saturday before winter time',
      sends: '2026-10-26T08:00:00Z',
    },
    { instant: '2026-07-15T23:30:00Z', when: 'half past midnight in summer', sends: '2026-07-16T07:00:00Z' },
  ])('$when ($instant) sends at $sends', ({ instant, sends }) => {
    expect(nextSendTime(at(instant))).toEqual(at(sends));
    expect(isQuietTime(at(instant))).toBe(instant !== sends);
  });

  test('a held message leaves in the window, never early, and within three days', () => {
    const instants = fc.date({
      min: at('2020-01-01T00:00:00Z'),
      max: at('2035-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const sends = nextSendTime(instant);
        expect(isQuietTime(sends)).toBe(false);
        const heldHours = (sends.getTime() - instant.getTime()) / 3_600_000;
        expect(heldHours).toBeGreaterThanOrEqual(0);
        expect(heldHours).toBeLessThanOrEqual(64);
      }),
    );
  });
});
