import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MailServer } from '../support/a-mail-server.js';
import { aMailServer } from '../support/a-mail-server.js';
import { aMessage, deliveryOf } from '../support/a-message.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let server: MailServer;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  server = await aMailServer();
  const mail = { PUBLIC_URL: 'https://followon.example', SMTP_URL: server.url, SMTP_AT_ONCE: '1' };
  worker = await aWorker(database, { FOLLOWON_MODE: 'live', ...mail });
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await server?.close();
  await database?.close();
});

test('a message whose turn comes after the hours of its reader waits for the next day', async () => {
  const siteId = (await aSite(database)).id;
  const messages = [];
  for (const email of ['robin@example.test', 'jo@example.test'])
    messages.push(await aMessage(database, { siteId, at: { email } }));
  server.mood = { kind: 'slow', ms: 2_500 };
  // Two seconds before six in London: the first is under way when the hours end, and the second waits for it.
  await worker.deliverer.deliver(new Date('2026-06-10T16:59:58Z'));
  await worker.deliverer.deliver(new Date('2026-06-10T17:00:02Z'));
  const states = await Promise.all(messages.map((message) => deliveryOf(database, message)));
  expect(states.map(({ state, reason }) => [state, reason]).sort()).toEqual([
    ['held', 'quiet-hours'],
    ['sent', null],
  ]);
  expect(server.mails).toHaveLength(1);
}, 20_000);
