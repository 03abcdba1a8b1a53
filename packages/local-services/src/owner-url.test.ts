import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerUrlHere } from './owner-url.js';

test('an existing database is used under its own URL', () => {
  expect(ownerUrlHere({ DATABASE_URL: 'postgres://me@db/followon' })).toBe('postgres://me@db/followon');
});

test('without one, Followon has to be running first', () => {
  const dir = mkdtempSync(join(tmpdir(), 'followon-owner-'));
  mkdirSync(join(dir, 'postgres'));
  writeFileSync(join(dir, 'postgres.password'), 'kept');
  expect(() => ownerUrlHere({ FOLLOWON_DATA_DIR: dir })).toThrow(/not running/);
  rmSync(dir, { recursive: true });
});
