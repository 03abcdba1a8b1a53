import { afterEach, expect, test } from '@jest/globals';
import { speak } from '../i18n.js';
import { NOW } from './on-a-page.test-support.js';
import { sayNext, saySlot } from './turnout-words.js';

const slot = (high: number) => ({
  meetingId: 'm',
  on: '2026-11-19',
  kind: 'held' as const,
  headcount: 5,
  expected: { low: 4, high },
});
const ahead = (high: number) => ({
  expected: { low: 4, likely: 5, high },
  expectedNextOn: '2026-11-26',
  noNews: false,
  plannedOn: '2026-11-26',
});

afterEach(() => speak('en'));

test.each([
  [7, 'rhwng 4 a 7'],
  [8, 'rhwng 4 ac 8'],
  [11, 'rhwng 4 ac 11'],
  [12, 'rhwng 4 a 12'],
])('a range up to %i has the Welsh “and” that its sound asks for', async (high, says) => {
  await speak('cy');
  expect(saySlot(slot(high), NOW)).toContain(says);
  expect(sayNext(ahead(high), NOW)).toContain(says);
});

test('a range reads the same in English, whatever its numbers', () => {
  expect(saySlot(slot(8), NOW)).toContain('between 4 and 8 could be expected');
  expect(sayNext(ahead(8), NOW)).toBe('About 5 likely on 26 November (between 4 and 8).');
});
