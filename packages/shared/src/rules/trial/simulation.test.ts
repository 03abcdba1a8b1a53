import { describe, expect, test } from '@jest/globals';
import type { World } from './simulate.test-support.js';
import { ratesOf } from './simulate.test-support.js';
import { declareTerms, unitsFor } from './terms.js';

const TRIALS = 600;
/** Twenty groups, each with a habit of its own, whose meetings in a row are alike. */
const clustered: World = {
  ...{ key: 'how_was_it', groups: 20, usual: 0.5, spread: 0.3, stickiness: 0.5, effect: 0 },
  ...{ withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 52 },
};
const { falseHelps, falseRetired, power } = declareTerms('how_was_it', clustered);
/** Two standard errors of a share that is estimated from so many trials. */
const luck = (share: number): number => 2 * Math.sqrt((share * (1 - share)) / TRIALS);

const worlds: readonly { readonly name: string; readonly over: Partial<World> }[] = [
  { name: 'twenty groups with habits', over: {} },
  { name: 'four groups, as unlike as can be', over: { groups: 4, spread: 0.45, stickiness: 0.3 } },
  { name: 'a hundred groups that are alike', over: { groups: 100, spread: 0, stickiness: 0 } },
  { name: 'a quarter withheld', over: { withheldShare: 0.25 } },
  { name: 'a quarter withheld, hardly ever good', over: { withheldShare: 0.25, usual: 0.1, spread: 0.1 } },
  { name: 'few occasions', over: { smallestEffect: 0.3 } },
];

describe('a message without any effect', () => {
  test.each(worlds)('is said to help no more often than declared: $name', ({ over }) => {
    const rates = ratesOf({ ...clustered, ...over }, TRIALS);
    expect(rates.helps).toBeLessThanOrEqual(falseHelps);
    expect(rates.covered).toBeGreaterThanOrEqual(1 - falseHelps - falseRetired);
    expect(rates.retired).toBeGreaterThan(0.85);
  });

  test('is mostly retired well before the last occasion', () => {
    expect(ratesOf(clustered, TRIALS).meanUnits).toBeLessThan(0.6 * unitsFor(clustered));
  });

  test('would be said to help far more often by looking every day with the interval of one look', () => {
    const naive = ratesOf({ ...clustered, naive: true }, TRIALS);
    expect(naive.helps).toBeGreaterThan(2 * falseHelps);
  });
});

describe('a message that is just worthwhile', () => {
  test.each([
    { name: 'twenty groups with habits', over: {} },
    { name: 'four groups', over: { groups: 4, spread: 0.2 } },
    { name: 'a quarter withheld', over: { withheldShare: 0.25 } },
    { name: 'few occasions', over: { smallestEffect: 0.3, effect: 0.3 } },
  ])('is found as often as declared, and seldom retired: $name', ({ over }) => {
    const world = { ...clustered, usual: 0.4, spread: 0.2, stickiness: 0.2, effect: 0.15, ...over };
    const rates = ratesOf(world, TRIALS);
    expect(rates.helps).toBeGreaterThanOrEqual(power - luck(power));
    expect(rates.retired).toBeLessThanOrEqual(falseRetired + luck(falseRetired));
    expect(rates.covered).toBeGreaterThanOrEqual(1 - falseHelps - falseRetired);
  });

  test('and far more is found nearly always, and sooner', () => {
    const rates = ratesOf({ ...clustered, usual: 0.4, spread: 0.1, effect: 0.3 }, TRIALS);
    expect(rates.helps).toBeGreaterThan(0.98);
    expect(rates.meanUnits).toBeLessThan(0.4 * unitsFor(clustered));
  });
});

test('a message that does harm is retired', () => {
  expect(ratesOf({ ...clustered, effect: -0.15 }, TRIALS).retired).toBeGreaterThan(0.99);
});
