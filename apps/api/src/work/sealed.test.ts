import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { seal, unseal } from './sealed.js';

const key = randomBytes(32);

test('what was sealed is read again with its key, and by no other', () => {
  const sealed = seal('{"displayName":"Siân"}', key);
  expect(unseal(sealed, key)).toBe('{"displayName":"Siân"}');
  expect(sealed.toString('latin1')).not.toContain('displayName');
  expect(() => unseal(sealed, randomBytes(32))).toThrow();
});

test('what was changed since is not read', () => {
  const sealed = seal('yes', key);
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unseal(sealed, key)).toThrow();
});
