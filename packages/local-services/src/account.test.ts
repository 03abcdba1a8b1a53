import { afterAll, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedFolder, findAccount } from './account.js';

const passwd = [
  'root:x:0:0:root:/root:/bin/bash',
  'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin',
  'ann:x:1000:1001:Ann:/home/ann:/bin/bash',
].join('\n');

const place = mkdtempSync(join(tmpdir(), 'followon-account-'));
afterAll(() => rmSync(place, { recursive: true }));

test('an account is found by its name or by its number', () => {
  expect(findAccount(passwd, { name: 'nobody' })).toEqual({ name: 'nobody', uid: 65_534, gid: 65_533 });
  expect(findAccount(passwd, { uid: 1000 })).toEqual({ name: 'ann', uid: 1000, gid: 1001 });
  expect(findAccount(passwd, { name: 'postgres' })).toBeUndefined();
});

test('the database is never handed to root', () => {
  expect(findAccount(passwd, { name: 'root' })).toBeUndefined();
  expect(findAccount(passwd, { uid: 0 })).toBeUndefined();
});

test('the folder that shuts others out is named, however deep the path goes on', () => {
  chmodSync(place, 0o755);
  const home = join(place, 'home');
  mkdirSync(join(home, 'code'), { recursive: true });
  expect(closedFolder(join(home, 'code'))).toBeUndefined();
  chmodSync(home, 0o700);
  expect(closedFolder(join(home, 'code', 'not-yet'))).toBe(home);
});
