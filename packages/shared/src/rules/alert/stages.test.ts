import { describe, expect, test } from '@jest/globals';
import type { Country } from '../calendar/country.js';
import { londonInstant } from '../calendar/london.js';
import type { AlertCause } from './causes.js';
import type { Staged } from './stages.js';
import { afterWorkingDays, defaultAlertTerms, firstStage, nextStage } from './stages.js';

const groupFirst = { groupFirstDays: 3, adminAfterDays: 5 };
const byPeople = { byMarks: false };

describe('whom an alert reaches when it opens', () => {
  test.each<[AlertCause, string, string]>([
    ['fading', 'clinician', 'group'],
    ['at-risk', 'clinician', 'group'],
    ['gone-quiet', 'clinician', 'group'],
    ['contact-leaving', 'clinician', 'group'],
    ['help-asked', 'clinician', 'clinician'],
    ['conflict', 'clinician', 'clinician'],
    ['venue-lost', 'clinician', 'clinician'],
    ['handover-late', 'site-admin', 'site-admin'],
    ['no-ptv', 'site-admin', 'site-admin'],
  ])('%s: the %s, and where the group has some days first the %s', (cause, now, first) => {
    expect(firstStage(cause, defaultAlertTerms, byPeople)).toBe(now);
    expect(firstStage(cause, groupFirst, byPeople)).toBe(first);
  });

  test('what other marks brought waits for nobody', () =>
    expect(firstStage('fading', groupFirst, { byMarks: true })).toBe('clinician'));
});

describe('who hears next', () => {
  const staged = (over: Partial<Staged> = {}): Staged => ({
    ...{ state: 'open', stage: 'clinician', sinceOn: '2026-06-08', byMarks: false },
    ...over,
  });
  const next = (over: Partial<Staged>, country: Country = 'england') =>
    nextStage(staged(over), groupFirst, country);

  test.each<{ when: string; over: Partial<Staged>; on: string; stage: string }>([
    { when: 'the clinicians', over: { stage: 'group' }, on: '2026-06-11', stage: 'clinician' },
    { when: 'the administrators', over: {}, on: '2026-06-15', stage: 'site-admin' },
    {
      when: 'after a weekend',
      over: { stage: 'group', sinceOn: '2026-06-12' },
      on: '2026-06-17',
      stage: 'clinician',
    },
    // Good Friday is 3 April 2026, Easter Monday the 6th.
    {
      when: 'after Easter',
      over: { stage: 'group', sinceOn: '2026-04-01' },
      on: '2026-04-08',
      stage: 'clinician',
    },
    // Christmas Day is a Friday, Boxing Day is kept on Monday the 28th.
    { when: 'after Christmas', over: { sinceOn: '2026-12-23' }, on: '2027-01-04', stage: 'site-admin' },
  ])('$when: $on', ({ over, on, stage }) => expect(next(over)).toEqual({ on, stage }));

  test('a country keeps its own holidays', () => {
    // St Andrew's Day, Monday 30 November 2026, is one in Scotland alone.
    const over = { stage: 'group', sinceOn: '2026-11-26' } as const;
    expect(next(over)?.on).toBe('2026-12-01');
    expect(next(over, 'scotland')?.on).toBe('2026-12-02');
  });

  test.each<Partial<Staged>>([
    { state: 'acknowledged' },
    { state: 'withdrawn' },
    { state: 'resolved' },
    { stage: 'site-admin' },
    { byMarks: true },
  ])('nobody: %j', (over) => expect(next(over)).toBeNull());

  test('the morning is the same one on both sides of the October change', () => {
    const on = afterWorkingDays('2026-10-22', 3, 'england');
    expect(on).toBe('2026-10-27');
    expect(londonInstant('2026-10-23', '07:00').toISOString()).toBe('2026-10-23T06:00:00.000Z');
    expect(londonInstant(on, '07:00').toISOString()).toBe('2026-10-27T07:00:00.000Z');
  });
});
