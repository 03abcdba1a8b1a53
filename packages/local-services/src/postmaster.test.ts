import { afterAll, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePidFile, runningPostmaster } from './postmaster.js';

const dir = mkdtempSync(join(tmpdir(), 'followon-pid-'));
const pidFile = join(dir, 'postmaster.pid');
const contents = (pid: number): string => `${pid}\n${dir}\n1795500000\n5433\n\n127.0.0.1\n`;
afterAll(() => rmSync(dir, { recursive: true }));

test('the pid file names the process and the port', () => {
  expect(parsePidFile(contents(4242))).toEqual({ pid: 4242, port: 5433 });
  expect(parsePidFile('4242\n')).toBeUndefined();
});

test('a file left by a crash is no running server', () => {
  writeFileSync(pidFile, contents(2 ** 22 + 1)); // above the highest process number Linux gives
  expect(runningPostmaster(dir)).toBeUndefined();
});

test('a number that now belongs to another program is cleared away, or PostgreSQL would refuse to start', () => {
  writeFileSync(pidFile, contents(process.pid));
  expect(runningPostmaster(dir)).toBeUndefined();
  expect(existsSync(pidFile)).toBe(false);
});
