import { expect, test } from '@jest/globals';
import { wordMessage } from '@followon/shared/messages/word-message';
import { nudges } from '@followon/shared/rules/nudge/nudges';
import { messageKinds, nameOfMessage } from './nudge-words.js';

test.each(nudges)('$key is called by the subject that its readers see', ({ key, audience }) => {
  const message = wordMessage(key, { audience, today: '2026-11-24' });
  expect(nameOfMessage(key)).toBe(message?.subject);
});

test('every message of the catalogue can be chosen by its name', () => {
  expect([...messageKinds].sort()).toEqual(nudges.map(({ key }) => key).sort());
});
