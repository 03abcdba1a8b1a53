import { expect, test } from '@jest/globals';
import { civilDate, daysBetween, partOfDay, sayDay, sayDistance, sayMoment } from './dates.js';

const NOW = '2026-11-24T09:12:00.000Z';

test('a day is said as people say it', () => {
  expect(sayDay('2026-12-04', NOW)).toBe('Friday 4 December');
});

test('the year is said only when it is another one', () => {
  expect(sayDay('2027-01-12', NOW)).toBe('Tuesday 12 January 2027');
});

test('a moment carries its time in London, also in summer time', () => {
  expect(sayMoment('2026-11-24T18:30:00Z', NOW)).toBe('Tuesday 24 November at 6:30pm');
  expect(sayMoment('2026-07-07T17:00:00Z', NOW)).toBe('Tuesday 7 July at 6pm');
});

test('just before midnight in London is still the same day, an hour later in summer time', () => {
  expect(civilDate('2026-07-07T23:30:00Z')).toBe('2026-07-08');
  expect(civilDate('2026-11-24T23:30:00Z')).toBe('2026-11-24');
});

test.each([
  ['2026-11-24', 'today'],
  ['2026-11-25', 'tomorrow'],
  ['2026-11-23', 'yesterday'],
  ['2026-12-05', 'in 11 days'],
  ['2026-11-20', '4 days ago'],
])('%s is %s', (day, words) => {
  expect(sayDistance(day, NOW)).toBe(words);
});

test('days are counted on the calendar, across the change of the clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

test.each([
  ['2026-11-24T06:00:00Z', 'morning'],
  ['2026-11-24T12:00:00Z', 'afternoon'],
  ['2026-11-24T18:00:00Z', 'evening'],
] as const)('%s is in the %s', (now, part) => {
  expect(partOfDay(now)).toBe(part);
});
