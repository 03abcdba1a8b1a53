import { expect, test } from '@jest/globals';
import { daysSpread } from './first-meeting-days.js';

test.each([
  [[], { n: 0, median: null, lowerQuartile: null, upperQuartile: null }],
  [[21], { n: 1, median: 21, lowerQuartile: 21, upperQuartile: 21 }],
  [[28, 14], { n: 2, median: 21, lowerQuartile: 17.5, upperQuartile: 24.5 }],
  [[35, 14, 21, 28, 100], { n: 5, median: 28, lowerQuartile: 21, upperQuartile: 35 }],
])('the days %j are spread so', (days, spread) => {
  expect(daysSpread(days)).toEqual(spread);
});
