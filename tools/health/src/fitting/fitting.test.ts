import { expect, test } from '@jest/globals';
import { fitted } from '@followon/shared/rules/health/fitted';
import { logistic } from '@followon/shared/rules/health/score/logistic';
import { randomFrom } from '../measures/random.js';
import { changes } from './difference.js';
import { logGamma } from './log-gamma.js';
import { lowest } from './nelder-mead.js';
import { fitLogistic, type Example } from './ridge-logistic.js';
import { sourceText, withLiteral } from './source-text.js';
import { withFitted } from './with-fitted.js';

test('the logarithm of the gamma function is that of the factorials, and of the root of pi at one half', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(0.1)).toBeCloseTo(2.2527126517342055, 12);
});

test('the simplex finds the floor of a curved valley', () => {
  const valley = ([x = 0, y = 0]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const [x, y] = lowest(valley, [-1.2, 1]);
  expect(x).toBeCloseTo(1, 5);
  expect(y).toBeCloseTo(1, 5);
});

const random = randomFrom(3);
const drawnExamples: readonly Example[] = Array.from({ length: 20_000 }, () => {
  const values = [2 * random() - 1, 2 * random() - 1];
  const chance = logistic(-0.5 + 1.5 * (values[0] ?? 0) - 1 * (values[1] ?? 0));
  return { values, y: random() < chance ? 1 : 0, weight: 1 };
});

test('a fit finds the weights that the examples were drawn by', () => {
  const { intercept, weights } = fitLogistic(drawnExamples, 0);
  expect(intercept).toBeCloseTo(-0.5, 1);
  expect(Math.abs((weights[0] ?? 0) - 1.5)).toBeLessThan(0.1);
  expect(Math.abs((weights[1] ?? 0) + 1)).toBeLessThan(0.1);
});

test('a ridge draws the weights to nothing and leaves the intercept to the share that came true', () => {
  const { intercept, weights } = fitLogistic(drawnExamples, 1e9);
  const share = drawnExamples.filter(({ y }) => y === 1).length / drawnExamples.length;
  expect(Math.max(...weights.map(Math.abs))).toBeLessThan(1e-4);
  expect(logistic(intercept)).toBeCloseTo(share, 6);
});

test('a row of weight two counts as two rows', () => {
  const some = drawnExamples.slice(0, 200);
  const twice = [...some, ...some.slice(0, 50)];
  const weighed = some.map((example, place) => ({ ...example, weight: place < 50 ? 2 : 1 }));
  const [one, other] = [fitLogistic(twice, 1), fitLogistic(weighed, 1)];
  expect(one.intercept).toBeCloseTo(other.intercept, 9);
  expect(one.weights[0]).toBeCloseTo(other.weights[0] ?? 0, 9);
});

test('numbers that are lent to the engine are put back, also where it throws, in the objects it holds on to', () => {
  const { meeting } = fitted;
  const before = structuredClone(fitted);
  const seen = withFitted({ meeting: { intercept: 7, terms: meeting.terms.slice(0, 1) } }, () => ({
    intercept: meeting.intercept,
    terms: meeting.terms.length,
  }));
  expect(seen).toEqual({ intercept: 7, terms: 1 });
  expect(fitted).toEqual(before);
  expect(fitted.meeting).toBe(meeting);
  expect(() =>
    withFitted({ version: 'lent' }, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(fitted).toEqual(before);
});

test('what differs between two parameter files is named with both values', () => {
  expect(changes({ a: 1, b: { c: [1, 2] } }, { a: 1.000001, b: { c: [1, 3] }, d: 'x' })).toEqual([
    { path: 'b.c.1', before: 2, now: 3 },
    { path: 'd', before: undefined, now: 'x' },
  ]);
});

test('numbers are written as source, short lists of numbers on one line', () => {
  expect(sourceText({ version: 'v', scale: { mean: -1.5, deviation: 2 }, terms: [{ weight: 1 }] })).toBe(
    "{\n  version: 'v',\n  scale: { mean: -1.5, deviation: 2 },\n  terms: [\n    { weight: 1 },\n  ],\n}",
  );
  expect(() => withLiteral('export const other = 1;\n', {})).toThrow('parameter file');
});
