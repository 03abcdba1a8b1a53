import { describe, expect, test } from '@jest/globals';
import type { Arm } from './assign.js';
import type { Difference } from './effect.js';
import { effectOf } from './running-effect.js';
import { verdictOf } from './stop-rule.js';
import { declareTerms } from './terms.js';

const terms = declareTerms('how_was_it', { withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52 });
/** Both arms by turns; the group of each changes every other time. */
const units = (count: number, isGood: (arm: Arm, index: number) => boolean) =>
  Array.from({ length: count }, (_, index) => {
    const arm: Arm = index % 2 === 0 ? 'sent' : 'withheld';
    return { groupId: `g${Math.floor(index / 2) % 10}`, arm, good: isGood(arm, index) };
  });
const read = (count: number, isGood: (arm: Arm, index: number) => boolean) => {
  const effect = effectOf(units(count, isGood), terms);
  return { effect, verdict: verdictOf({ effect, isTimeUp: false }, terms) };
};
const MANY = { sent: 9, withheld: 5 };
const often = (arm: Arm, index: number): boolean => Math.floor(index / 2) % 10 < MANY[arm];
const alike = (_: Arm, index: number): boolean => (index >> 1) % 2 === 0;

describe('the effect of a message', () => {
  test('is not told before each arm has the declared minimum', () => {
    expect(read(39, often).effect.difference).toBeNull();
    expect(read(40, often).effect.difference).not.toBeNull();
    expect(read(38, () => true).verdict).toBeUndefined();
  });

  test('counts occasions, good ones and groups of each arm', () => {
    expect(read(40, often).effect).toMatchObject({
      sent: { units: 20, good: 18, groups: 10 },
      withheld: { units: 20, good: 10, groups: 10 },
    });
  });

  test('is the difference of the shares, with an interval that closes in', () => {
    const after = (count: number) => read(count, often).effect.difference as Difference;
    const width = ({ low, high }: Difference): number => high - low;
    expect(after(400).estimate).toBeCloseTo(0.4, 1);
    expect(width(after(400))).toBeLessThan(width(after(100)) / 1.5);
  });

  test('ends the trial as soon as the interval lies above nothing', () => {
    expect(read(300, often).verdict).toBe('helps');
  });

  test('retires a message that is not worth sending', () => {
    expect(read(500, alike).verdict).toBe('retired');
  });

  test('retires a message that does harm', () => {
    expect(read(300, (arm, index) => !often(arm, index)).verdict).toBe('retired');
  });

  test('is no answer where neither can be said when the occasions or the weeks are over', () => {
    const { effect, verdict } = read(60, alike);
    expect(verdict).toBeUndefined();
    expect(verdictOf({ effect, isTimeUp: true }, terms)).toBe('no-answer');
    expect(verdictOf({ effect, isTimeUp: false }, { ...terms, mostUnits: 60 })).toBe('no-answer');
  });
});
