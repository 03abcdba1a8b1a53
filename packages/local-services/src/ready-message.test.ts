import { expect, test } from '@jest/globals';
import { readyMessage } from './ready-message.js';

const facts = {
  port: 3000,
  mode: 'demo',
  database: 'embedded PostgreSQL 18',
  queue: 'BullMQ on PostgreSQL',
  dataDir: '/srv/followon/.followon',
  embedded: true,
  demoPassword: 'oak-moss-pond-1234',
} as const;

test('says where Followon is, what it chose, where the data lies and how to begin anew', () => {
  const lines = readyMessage(facts).split('\n');
  expect(lines).toContain('Followon is ready at http://localhost:3000');
  expect(lines).toContain('  Database    embedded PostgreSQL 18');
  expect(lines).toContain('  Data        /srv/followon/.followon');
  expect(lines).toContain('  Start anew  stop Followon, then run: npm run reset');
});

test('the demo shows its seven sign-ins with their one password; a live service shows none', () => {
  expect(readyMessage(facts).match(/\S+followon\.test/g)).toHaveLength(7);
  expect(readyMessage(facts)).toContain('oak-moss-pond-1234');
  const live = readyMessage({ ...facts, mode: 'live' });
  expect(live).not.toMatch(/followon\.test|oak-moss/);
  expect(live).toContain('npm run admin:create');
});
