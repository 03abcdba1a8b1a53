import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aForecast, openCarryingOn } from './on-programme-page.test-support.js';

test('two slips say nothing about single people', async () => {
  openCarryingOn({ forecast: aForecast({ answers: 2 }) });
  expect(await screen.findByText(/^There are 2 slips. From three on we can say something./)).not.toBeNull();
  expect(screen.queryByText(/would come/)).toBeNull();
});

test('the forecast says the likely number with its range, the best times, and one thing to do about what is missing', async () => {
  openCarryingOn({
    forecast: aForecast({
      ...{ answers: 8, looks: 'possible', atBest: { likely: 3, low: 1, high: 5 } },
      bestTimes: [{ slot: 'tue-evening', likely: 3, low: 1, high: 5 }],
      otherWay: { by: 'online', likely: 6, low: 3, high: 8 },
      missing: ['no-host', 'too-far', 'online-may-help'],
    }),
  });
  for (const words of [
    'A group may do well',
    'About 3 people would come at the best time. It may be 1 to 5.',
    'Tuesday evening: about 3, from 1 to 5',
    'Nobody has offered to host.',
    'Online it would be about 6.',
  ])
    expect(await screen.findByText(words)).not.toBeNull();
  expect(screen.getByText(/Look for a place in the middle/)).not.toBeNull();
});
