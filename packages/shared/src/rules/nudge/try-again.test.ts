import { expect, test } from '@jest/globals';
import { leaveAloneForMs, MOST_TRIES, tryAgainInMs } from './try-again.js';

const MINUTE_MS = 60_000;
const tries = Array.from({ length: MOST_TRIES - 1 }, (_, index) => index + 1);

test('waits grow, and spread over the whole of each wait', () => {
  const longest = tries.map((n) => tryAgainInMs(n, 1));
  expect([...longest].sort((one, other) => one - other)).toEqual(longest);
  expect(longest.at(-1)).toBeGreaterThan(60 * MINUTE_MS);
  for (const n of tries) expect(tryAgainInMs(n, 0)).toBeLessThan(10_000);
});

test('no wait is longer than six hours and a bit, however often it was tried', () => {
  expect(tryAgainInMs(1_000, 1)).toBeLessThan(6.1 * 60 * MINUTE_MS);
});

test('a provider that is away is looked at again at least every five minutes', () => {
  expect(leaveAloneForMs(1, 1)).toBeLessThan(2_000);
  expect(leaveAloneForMs(1_000, 1)).toBeLessThanOrEqual(5 * MINUTE_MS + 500);
});
