import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countries } from '../calendar/country.js';
import { isQuietTime, londonDate } from '../calendar/london.js';
import { isWorkingDay } from '../calendar/working-days.js';
import { alertDays, digestDays, digestMoment } from './digest-day.js';
import { taskDigest } from './nudges/task-digest.js';

const at = (iso: string) => new Date(iso);

describe('the day of the message about tasks', () => {
  test.each([
    { now: '2026-11-24T07:00:00Z', country: 'england', day: '2026-11-24', what: 'early on a working day' },
    { now: '2026-11-24T18:00:00Z', country: 'england', day: '2026-11-25', what: 'after hours' },
    { now: '2026-11-28T07:00:00Z', country: 'england', day: '2026-11-30', what: 'on a Saturday' },
    { now: '2026-11-28T07:00:00Z', country: 'scotland', day: '2026-12-01', what: 'before St Andrew’s Day' },
    {
      now: '2026-12-24T18:30:00Z',
      country: 'wales',
      day: '2026-12-29',
      what: 'on Christmas Eve, after hours',
    },
    { now: '2026-07-13T07:00:00Z', country: 'northern-ireland', day: '2026-07-14', what: 'on the Twelfth' },
  ] as const)('$what in $country is $day', ({ now, country, day }) => {
    expect(digestDays(at(now), country).first).toBe(day);
  });

  test('is the next working day when that of today has left', () => {
    expect(digestDays(at('2026-11-27T10:00:00Z'), 'england').next).toBe('2026-11-30');
  });

  test('it leaves on a working day of the country, at an hour at which messages may leave, clocks changed or not', () => {
    const instants = fc.date({
      min: at('2020-01-01T00:00:00Z'),
      max: at('2035-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...countries), (now, country) => {
        const day = digestDays(now, country).first;
        const { from, useBy } = digestMoment(day, taskDigest);
        expect(isWorkingDay(day, country)).toBe(true);
        expect(londonDate(from)).toBe(day);
        expect(isQuietTime(from)).toBe(false);
        expect(useBy > now).toBe(true);
      }),
    );
  });
});

describe('an alert', () => {
  test('is told on a bank holiday too, and a later one on the next working day', () => {
    expect(alertDays(at('2026-12-28T10:00:00Z'), 'england')).toEqual({
      ...{ first: '2026-12-28', next: '2026-12-29' },
    });
  });

  test('of a Friday night is told on Monday', () => {
    expect(alertDays(at('2026-11-27T21:00:00Z'), 'england').first).toBe('2026-11-30');
  });
});
