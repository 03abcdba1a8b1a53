import { expect, test } from '@jest/globals';
import { afterDeath, type Death } from './restart-policy.js';

const everySecond = (count: number, livedMs: number): Death[] =>
  Array.from({ length: count }, (_, index) => ({ at: index * 1000, livedMs }));

test('a program that ran well and was killed comes back at once, however often', () => {
  expect(afterDeath(everySecond(1, 60_000))).toEqual({ restartInMs: 200 });
  expect(afterDeath(everySecond(50, 60_000))).toEqual({ restartInMs: 200 });
});

test('one that keeps dying waits longer each time, but never so long that it is away for 5 seconds', () => {
  const waits = [1, 2, 3, 4, 5, 9].map((count) => afterDeath(everySecond(count, 100)));
  expect(waits).toEqual([200, 400, 800, 1600, 3000, 3000].map((restartInMs) => ({ restartInMs })));
});

test('ten quick deaths within a minute are the end', () => {
  expect(afterDeath(everySecond(10, 100))).toEqual({ giveUp: true });
});

test('ten quick deaths spread over more than a minute are not', () => {
  const slow = everySecond(10, 100).map(({ at, livedMs }) => ({ at: at * 7, livedMs }));
  expect(afterDeath(slow)).toEqual({ restartInMs: 3000 });
});
