import { expect, test } from '@jest/globals';
import { t } from '../i18n.js';
import { CHANNELS, sayChannel, sayWhy, STATES } from './delivery-words.js';

test('no two ways that a message goes are called the same', () => {
  const ways = Object.keys(CHANNELS).map(sayChannel);
  expect(new Set(ways).size).toBe(ways.length);
});

test('no two states are called the same, and what leaves on a later day waits for it', () => {
  const states = Object.values(STATES).map((words) => t(words));
  expect(new Set(states).size).toBe(states.length);
  expect(t(STATES.queued)).toBe('Waiting for its time');
});

test('news that had nothing in it were not untrue', () => {
  expect(sayWhy('nothing-to-tell')).toBe('There was nothing to tell.');
  expect(sayWhy('no-longer-true')).toBe('It was no longer so.');
});
