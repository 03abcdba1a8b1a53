import { expect, test } from '@jest/globals';
import { retryInMs } from './retry.js';

test.each([
  { attempts: 0, about: 200 },
  { attempts: 1, about: 800 },
  { attempts: 3, about: 12_800 },
  { attempts: 9, about: 30_000 },
])(
  'after $attempts throws a reaction waits about $about ms, never exactly as long as its neighbours',
  ({ attempts, about }) => {
    const waits = Array.from({ length: 200 }, () => retryInMs(attempts, 200));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.75 * about);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1.25 * about);
    expect(new Set(waits).size).toBeGreaterThan(100);
  },
);
