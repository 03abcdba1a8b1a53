import { expect, test } from '@jest/globals';
import { Passwords } from './passwords.js';

const NOT_A_HASH = 'nothing that could be a hash';

test('at most two are checked at a time and twenty wait; the next is told that many are signing in', async () => {
  const passwords = new Passwords();
  const tries = Array.from({ length: 23 }, () => passwords.matches(undefined, 'wrong'));
  await expect(tries.at(-1)).rejects.toThrow('busy');
  const answers = await Promise.allSettled(tries);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(22);
  expect(await passwords.matches(undefined, 'wrong')).toBe(false);
});

test('a check that fails gives its place on', async () => {
  const passwords = new Passwords();
  const tries = Array.from({ length: 5 }, () => passwords.matches(NOT_A_HASH, 'wrong'));
  await Promise.allSettled(tries);
  expect(await passwords.matches(undefined, 'wrong')).toBe(false);
});
