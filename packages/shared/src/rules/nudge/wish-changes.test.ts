import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wishFormats } from './facts.js';
import type { SaidWishes, WishChange } from './wish-changes.js';
import { changeWishes, isTrouble, nothingSaid } from './wish-changes.js';

const now = new Date('2026-11-24T10:00:00Z');
const on = { today: '2026-11-24', now };
const changed = (change: WishChange, from: SaidWishes = nothingSaid): SaidWishes => {
  const answer = changeWishes(from, change, on);
  if (isTrouble(answer)) throw new Error(answer.message);
  return answer;
};

describe('a change of wishes', () => {
  test('leaves everything else as it was', () => {
    const before = changed({ language: 'cy', format: 'large-print', quietWeekdays: [3, 1, 3] });
    expect(changed({ hours: 'mornings' }, before)).toEqual({ ...before, hours: 'mornings' });
    expect(before.quietWeekdays).toEqual([1, 3]);
  });

  test('makes today a bad day until it is over, and takes that back', () => {
    const bad = changed({ badDay: true });
    expect(bad.badUntil).toBe('2026-11-24');
    expect(changed({ badDay: false }, bad).badUntil).toBeNull();
  });

  test.each([
    [{ weeks: 2 }, '2026-12-08'],
    [{ weeks: 8 }, '2027-01-19'],
    [{ until: '2026-11-25' }, '2026-11-25'],
    [{ until: '2027-11-25' }, '2027-11-25'],
  ])('pauses for %j until %s', (pause, until) => {
    expect(changed({ pause }).pausedUntil).toBe(until);
  });

  test.each([
    [{ pause: { until: '2026-11-24' } }, 'pause.until'],
    [{ pause: { until: '2027-11-26' } }, 'pause.until'],
    [{ pause: { until: '2026-02-30' } }, 'pause.until'],
    [{ quietWeekdays: [1, 2, 3, 4, 5, 6, 7] }, 'quietWeekdays'],
    [{ quietWeekdays: [1, 2, 3, 4, 5] }, 'quietWeekdays'],
  ])('cannot be %j', (change, path) => {
    expect(changeWishes(nothingSaid, change, on)).toMatchObject({ path });
  });

  test('that stops everything keeps its first moment, and starting again finds all the rest', () => {
    const before = changed({ language: 'cy', pause: { weeks: 2 } });
    const stopped = changed({ stopAll: true }, before);
    const again = changeWishes(stopped, { stopAll: true }, { ...on, now: new Date('2026-12-01T10:00:00Z') });
    expect(again).toEqual({ ...before, stoppedAt: now });
    expect(changed({ stopAll: false }, stopped)).toEqual(before);
    expect(changed({ startAgain: true }, stopped)).toEqual({ ...before, pausedUntil: null });
  });

  const changes: fc.Arbitrary<WishChange> = fc.record(
    {
      badDay: fc.boolean(),
      pause: fc.oneof(fc.constant(null), fc.record({ weeks: fc.constantFrom(2, 4, 8) })),
      stopAll: fc.boolean(),
      startAgain: fc.constant<true>(true),
      format: fc.constantFrom(...wishFormats),
      quietWeekdays: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
    },
    { requiredKeys: [] },
  );

  test('said twice is said once, after whatever came before', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), changes, (history, last) => {
        const before = history.reduce((wishes, change) => changed(change, wishes), nothingSaid);
        const once = changed(last, before);
        expect(changed(last, once)).toEqual(once);
        if (last.stopAll === false || last.startAgain) expect(once.stoppedAt).toBeNull();
      }),
    );
  });
});
