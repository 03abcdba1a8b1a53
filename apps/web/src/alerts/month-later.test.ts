import { expect, test } from '@jest/globals';
import { monthLater } from './month-later.js';

test.each([
  ['2026-11-24', '2026-12-24'],
  ['2026-12-31', '2027-01-31'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-30', '2028-02-29'],
])('a month after %s is %s', (on, later) => {
  expect(monthLater(on)).toBe(later);
});
