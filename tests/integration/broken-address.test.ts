import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import type { MailServer } from '../support/a-mail-server.js';
import { aMailServer } from '../support/a-mail-server.js';
import type { MessageRow } from '../support/a-message.js';
import { aMessage, deliveryOf, messageNoon, stepsOf } from '../support/a-message.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { testSecret } from '../support/test-secret.js';

let database: TestDatabase;
let server: MailServer;
let worker: TestWorker;
let api: TestApi;

beforeAll(async () => {
  database = await aDatabase();
  server = await aMailServer();
  const mail = { PUBLIC_URL: 'https://followon.example', SMTP_URL: server.url, SMTP_PER_SECOND: '1000' };
  worker = await aWorker(database, { FOLLOWON_MODE: 'live', ...mail });
  api = await anApi(database);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await server?.close();
  await database?.close();
});

const email = () => `${randomUUID()}@example.test`;

async function livesAt(accountId: string, address: string): Promise<void> {
  const id = randomUUID();
  const { sealed, keyId, addressHash } = sealAddress(testSecret, { id, channel: 'letter', address });
  await database.insert('contact_point', {
    ...{ id, person_id: accountId, person_kind: 'account', account_id: accountId, channel: 'letter' },
    ...{ sealed, key_id: keyId, address_hash: addressHash, added_at: messageNoon },
  });
}

const isBroken = async ({ personId }: MessageRow): Promise<unknown> =>
  (
    await database.query('select email_broken_at is not null as broken from account where id = $1', [
      personId,
    ])
  )[0]?.broken;

const dueAgain = ({ deliveryId }: MessageRow) =>
  database.query(`update delivery set state = 'queued', reason = null, due_at = $2 where id = $1`, [
    deliveryId,
    messageNoon,
  ]);

const receipt = (message: MessageRow, status: string) =>
  database.query(
    `insert into inbound_message (provider, provider_id, kind, happened_at, reference, status) values ('notify', $1, 'receipt', $3, $2, $4)`,
    [randomUUID(), message.deliveryId, messageNoon, status],
  );

test('where nobody is at the address with which somebody signs in, the next way is taken, then and later', async () => {
  server.mood = { kind: 'refuses', at: 'rcpt', code: 550 };
  const message = await aMessage(database, { signsInWith: email() });
  await livesAt(message.personId, '1 Long Lane');
  await worker.deliverer.deliver(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'to-print' });
  expect(await stepsOf(database, message)).toEqual(['chosen', 'refused', 'to-print']);
  server.mood = { kind: 'takes' };
  await dueAgain(message);
  await worker.deliverer.deliver(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'to-print' });
  expect(server.mails).toHaveLength(0);
});

test('a receipt that says so marks that address as well, and one that a message arrived takes the mark off', async () => {
  server.mood = { kind: 'takes' };
  const message = await aMessage(database, { signsInWith: email() });
  await worker.deliverer.deliver(messageNoon);
  await receipt(message, 'bounced');
  await worker.inbox.read(messageNoon);
  expect(await isBroken(message)).toBe(true);
  await receipt(message, 'delivered');
  await worker.inbox.read(messageNoon);
  expect(await isBroken(message)).toBe(false);
});

test('who has no other way waits for a person, whose word that it is right now counts', async () => {
  server.mood = { kind: 'refuses', at: 'rcpt', code: 550 };
  const message = await aMessage(database, { signsInWith: email() });
  await worker.deliverer.deliver(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'no-address' });
  const roles = [{ role: 'site-admin', siteId: message.siteId }] as const;
  const admin = await api.signedInAs(await anAccount(database, { roles }));
  const again = { how: 'again', reason: 'address-mended' };
  expect((await admin.post(`/deliveries/${message.deliveryId}/settle`, again)).status).toBe(200);
  expect(await isBroken(message)).toBe(false);
});
