import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { armOf } from './assign.js';
import { chance } from './simulate.test-support.js';

const UNITS = 20_000;
const unit = (index: number): string => `0b9c1f52-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
const units = Array.from({ length: UNITS }, (_, index) => unit(index));
const isWithheld = (salt: string, withheldShare: number) => (unitId: string) =>
  armOf({ salt, withheldShare }, unitId) === 'withheld';

/** Four standard errors: one salt in 16,000 would be further out. */
const fourErrors = (share: number, of: number): number => 4 * Math.sqrt((share * (1 - share)) / of);

describe('the arm of an occasion', () => {
  test.each([0.25, 0.4, 0.5])('is withheld for a share of %d, over units and over salts', (share) => {
    for (const salt of ['a', 'b', '5f1d', 'seven']) {
      const withheld = units.filter(isWithheld(salt, share)).length / UNITS;
      expect(Math.abs(withheld - share)).toBeLessThan(fourErrors(share, UNITS));
    }
    const salts = Array.from({ length: UNITS }, (_, index) => `salt ${index}`);
    const often = salts.filter((salt) => isWithheld(salt, share)(unit(7))).length / UNITS;
    expect(Math.abs(often - share)).toBeLessThan(fourErrors(share, UNITS));
  });

  test('of neighbours, and under another salt, is a toss of its own', () => {
    const arms = units.map(isWithheld('a', 0.5));
    const alike = (others: readonly boolean[]): number =>
      others.filter((other, index) => other === arms[index]).length / UNITS;
    expect(Math.abs(alike([...arms.slice(1), arms[0] ?? false]) - 0.5)).toBeLessThan(fourErrors(0.5, UNITS));
    expect(Math.abs(alike(units.map(isWithheld('b', 0.5))) - 0.5)).toBeLessThan(fourErrors(0.5, UNITS));
  });

  test('does not hang on who asks first, or how often', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer(), (salt, seed) => {
        const next = chance(seed);
        const asked = units.slice(0, 50);
        const byOne = new Map(asked.map((id) => [id, armOf({ salt, withheldShare: 0.5 }, id)]));
        const shuffled = [...asked, ...asked].sort(() => next() - 0.5);
        for (const id of shuffled) expect(armOf({ salt, withheldShare: 0.5 }, id)).toBe(byOne.get(id));
      }),
      { numRuns: 50 },
    );
  });
});
