import { expect, test } from '@jest/globals';
import { toldCount, toldFigure } from './small-counts.js';

test.each([
  [0, 0],
  [1, null],
  [7, null],
  [8, 10],
  [12, 10],
  [13, 15],
])('outside the site %i is told as %s', (count, told) => {
  expect(toldCount(count)).toBe(told);
});

test('a median of seven is not told, one of eight is', () => {
  expect([toldFigure(21, 7), toldFigure(21, 8)]).toEqual([null, 21]);
});
