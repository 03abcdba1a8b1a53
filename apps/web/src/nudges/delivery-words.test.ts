import { expect, test } from '@jest/globals';
import { suppressionReasons } from '@followon/shared/rules/nudge/decide-nudge';
import { deliveryReasons } from '@followon/shared/rules/nudge/delivery-reasons';
import { holdReasons } from '@followon/shared/rules/nudge/hours';
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

test('every reason that a delivery can keep has words; only a number of a provider is told as it is', () => {
  const reasons = [...deliveryReasons, ...holdReasons, ...suppressionReasons, 'withheld', 'retired'];
  const wordless = reasons.filter((reason) => sayWhy(reason) === t('delivery.why.other', { code: reason }));
  expect(wordless).toEqual([]);
  expect(sayWhy('smtp-550')).toBe('Code: smtp-550.');
});
