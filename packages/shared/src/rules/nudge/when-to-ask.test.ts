import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import type { MeetingFact } from '../health/facts.js';
import { daysOutsideRests, joinRests } from '../health/rests.js';
import { whenToAsk } from './when-to-ask.js';

type Outcome = MeetingFact['outcome'];
const idOf = (on: string): string => `00000000-0000-4000-8000-0000${on.replaceAll('-', '')}`;
const meetings = (...dates: readonly (readonly [string, Outcome])[]): MeetingFact[] =>
  dates.map(([on, outcome]) => ({
    meetingId: idOf(on),
    on,
    outcome,
    headcount: outcome === 'held' ? 7 : null,
  }));

describe('the host is asked three days after the date at which the group was expected', () => {
  const heldOnMay4 = ['2026-05-04', 'held'] as const;

  test.each<{ what: string; dates: (readonly [string, Outcome])[]; expectedOn: string; askOn: string }>([
    { what: 'the usual gap', dates: [heldOnMay4], expectedOn: '2026-05-11', askOn: '2026-05-14' },
    {
      what: 'a planned date',
      dates: [heldOnMay4, ['2026-05-18', 'planned']],
      ...{ expectedOn: '2026-05-18', askOn: '2026-05-21' },
    },
    {
      what: 'the last of several planned dates',
      dates: [heldOnMay4, ['2026-05-11', 'planned'], ['2026-05-25', 'planned']],
      ...{ expectedOn: '2026-05-25', askOn: '2026-05-28' },
    },
    {
      what: 'a date reported as not held, which is news too',
      dates: [heldOnMay4, ['2026-05-11', 'not-held']],
      ...{ expectedOn: '2026-05-18', askOn: '2026-05-21' },
    },
    {
      what: 'a plan that a later register has overtaken',
      dates: [['2026-05-01', 'planned'], heldOnMay4],
      ...{ expectedOn: '2026-05-11', askOn: '2026-05-14' },
    },
  ])('$what', ({ dates, expectedOn, askOn }) => {
    const asked = whenToAsk({ meetings: meetings(...dates), rests: [] }, 7.2);
    expect(asked).toMatchObject({ meetingId: idOf('2026-05-04'), expectedOn, askOn });
  });

  test('a register that is missing is a meeting, and the question is about the silence since then', () => {
    const dates = meetings(heldOnMay4, ['2026-05-11', 'missing'], ['2026-05-18', 'not-held']);
    expect(whenToAsk({ meetings: dates, rests: [] }, 7)).toMatchObject({
      meetingId: idOf('2026-05-11'),
      lastOn: '2026-05-18',
    });
  });

  test('a group that never met is not asked whether it met', () => {
    expect(whenToAsk({ meetings: meetings(['2026-05-04', 'planned']), rests: [] }, 7)).toBeUndefined();
    expect(whenToAsk({ meetings: meetings(['2026-05-04', 'not-held']), rests: [] }, 7)).toBeUndefined();
  });

  test('the days of a break do not count, and a break without an end is left in peace', () => {
    const dates = meetings(heldOnMay4);
    const fortnight = [{ from: '2026-05-08', until: '2026-05-22' }];
    expect(whenToAsk({ meetings: dates, rests: fortnight }, 7)?.askOn).toBe('2026-05-28');
    const openEnded = [{ from: '2026-05-08', until: null }];
    expect(whenToAsk({ meetings: dates, rests: openEnded }, 7)).toBeUndefined();
  });

  test('whatever breaks there were, it is the first day with enough days outside them', () => {
    const day = fc.integer({ min: -20, max: 90 });
    const rest = fc.tuple(day, fc.integer({ min: 0, max: 40 })).map(([from, days]) => ({
      from: addDays('2026-05-04', from),
      until: addDays('2026-05-04', from + days),
    }));
    fc.assert(
      fc.property(fc.array(rest, { maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (rests, gap) => {
        const asked = whenToAsk({ meetings: meetings(heldOnMay4), rests }, gap);
        const outside = (on: string) => daysOutsideRests(joinRests(rests), '2026-05-04', on);
        const expectedOn = asked?.expectedOn ?? '';
        expect(outside(expectedOn)).toBe(gap);
        expect(outside(addDays(expectedOn, -1))).toBe(gap - 1);
        expect(outside(asked?.askOn ?? '')).toBe(gap + 3);
      }),
    );
  });
});
