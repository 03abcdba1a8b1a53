import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { MailServer } from '../support/a-mail-server.js';
import { aMailServer } from '../support/a-mail-server.js';
import { aMessage, contactPoints, deliveryOf, messageNoon } from '../support/a-message.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let server: MailServer;
let workers: TestWorker[];

beforeAll(async () => {
  database = await aDatabase();
  server = await aMailServer();
  const mail = { PUBLIC_URL: 'https://followon.example', SMTP_URL: server.url, SMTP_PER_SECOND: '40' };
  workers = await Promise.all([1, 2].map(() => aWorker(database, { FOLLOWON_MODE: 'live', ...mail })));
}, 30_000);

beforeEach(() => {
  server.mails.length = 0;
  server.mood = { kind: 'takes' };
});

afterAll(async () => {
  await Promise.all((workers ?? []).map((worker) => worker.close()));
  await server?.close();
  await database?.close();
});

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => `p${n}-${randomUUID()}@example.test`);
const deliverAll = (now: Date) => Promise.all(workers.map(({ deliverer }) => deliverer.deliver(now)));

test('two workers hand each of many messages over once, within the limit of their one provider', async () => {
  const siteId = (await aSite(database)).id;
  const addresses = people(120);
  for (const email of addresses) await aMessage(database, { siteId, at: { email } });
  const start = Date.now();
  while (server.mails.length < addresses.length && Date.now() - start < 20_000) {
    await deliverAll(new Date(messageNoon.getTime() + (Date.now() - start)));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(server.mails.map(({ to }) => to).sort()).toEqual([...addresses].sort());
  const seconds = (Math.max(...server.mails.map(({ at }) => at)) - start) / 1_000;
  // A full bucket of 40 at once, and 40 a second after that.
  expect(server.mails.length).toBeLessThanOrEqual(40 + 40 * seconds + 1);
}, 40_000);

test('a mail server that is slow is waited for, and nobody is written to twice', async () => {
  server.mood = { kind: 'slow', ms: 300 };
  await database.query(`update provider_bucket set tokens = capacity, paused_until = null`);
  const siteId = (await aSite(database)).id;
  const addresses = people(20);
  for (const email of addresses) await aMessage(database, { siteId, at: { email } });
  await deliverAll(messageNoon);
  expect(server.mails.map(({ to }) => to).sort()).toEqual([...addresses].sort());
}, 20_000);

test('a sender that died leaves a mail to a person’s decision, and its answer that comes late changes nothing', async () => {
  await database.query(`update provider_bucket set tokens = capacity, paused_until = null`);
  server.mood = { kind: 'slow', ms: 600 };
  const message = await aMessage(database, { at: { email: 'robin@example.test' } });
  const [first, second] = workers;
  const sending = first?.deliverer.deliver(messageNoon);
  while ((await deliveryOf(database, message)).state !== 'sending')
    await new Promise((resolve) => setTimeout(resolve, 10));
  await database.query(`update delivery set lease_until = now() - interval '1 second' where id = $1`, [
    message.deliveryId,
  ]);
  await second?.deliverer.deliver(messageNoon);
  await sending;
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'unknown', reason: 'sender-lost' });
  expect(server.mails).toHaveLength(1);
}, 20_000);

test('ten thousand identical facts make one message', async () => {
  await database.query(`update provider_bucket set tokens = capacity, paused_until = null`);
  const [worker] = workers;
  const [siteId, groupId] = [(await aSite(database)).id, randomUUID()];
  await database.insert('follow_on_group', {
    ...{
      id: groupId,
      site_id: siteId,
      name: 'Walkers',
      cadence: 'weekly',
      state: 'meeting',
      formed_on: '2026-03-02',
    },
  });
  const on = '2026-06-09';
  const meeting = await database.insert<{ id: string }>('meeting', {
    ...{ site_id: siteId, group_id: groupId, held_on: on, outcome: 'planned', version: 1 },
  });
  const member = await database.insert<{ id: string }>('member', {
    ...{ site_id: siteId, group_id: groupId, display_name: 'Robin Ellis', wants_messages: true },
    joined_on: '2026-03-02',
  });
  await contactPoints(database, member.id, { email: 'robin@example.test' });
  await database.insert('group_role', {
    ...{ site_id: siteId, group_id: groupId, kind: 'contact', member_id: member.id, from_on: '2026-03-02' },
  });
  const fact = {
    ...({ name: 'register.missing.v1', streamId: groupId, siteId, occurredAt: messageNoon } as const),
    payload: { groupId, meetingId: meeting.id, on },
  };
  for (let n = 0; n < 10; n += 1) await worker?.append(...Array.from({ length: 1_000 }, () => fact));
  await worker?.drain(messageNoon);
  await deliverAll(messageNoon);
  await deliverAll(messageNoon);
  expect(server.mails.map(({ to }) => to)).toEqual(['robin@example.test']);
}, 120_000);
