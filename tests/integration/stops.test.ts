import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aLink } from '../support/a-link.js';
import type { MessageRow } from '../support/a-message.js';
import { aMessage, deliveryOf, messageNoon } from '../support/a-message.js';
import type { NotifyServer } from '../support/a-notify-server.js';
import { aNotifyServer, notifyKey } from '../support/a-notify-server.js';
import type { Provider } from '../support/a-telephone.js';
import { aProvider, providerEnv } from '../support/a-telephone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const at = { sms: '07700 900123' };
let database: TestDatabase;
let api: TestApi;
let server: NotifyServer;
let worker: TestWorker;
let provider: Provider;

beforeAll(async () => {
  database = await aDatabase();
  server = await aNotifyServer();
  api = await anApi(database, providerEnv);
  provider = aProvider(api);
  worker = await aWorker(database, {
    ...{ FOLLOWON_MODE: 'live', PUBLIC_URL: 'https://followon.example', NOTIFY_PER_SECOND: '1000' },
    ...{ NOTIFY_API_KEY: notifyKey, NOTIFY_BASE_URL: server.url },
    NOTIFY_SMS_TEMPLATE: '11111111-2222-4333-8444-555555555555',
  });
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await server?.close();
  await database?.close();
});

/** By a link of theirs, as the page says it. */
async function says({ siteId, personId }: MessageRow, change: object): Promise<number> {
  const link = { site: siteId, action: 'preferences', subject: personId, member: personId } as const;
  const { token } = await aLink(database, { ...link, uses: null });
  return (await api.nobody.post('/links/act', { token, ...change })).status;
}

describe('between the planning of a message and its sending', () => {
  test.each<[string, string, (message: MessageRow) => Promise<number>]>([
    ['a stop of everything', 'stopped', (message) => says(message, { stopAll: true })],
    ['a no to its purpose', 'refused', (message) => says(message, { purposes: { 'meeting-report': false } })],
    ['a no to texts', 'refused', (message) => says(message, { channels: { sms: false } })],
    ['STOP by text', 'refused', () => provider.replies('STOP')],
  ])('%s means that it does not leave, and why is kept', async (_, reason, stop) => {
    const message = await aMessage(database, { at });
    const before = server.sent.length;
    expect(await stop(message)).toBe(200);
    await worker.inbox.read(messageNoon);
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'suppressed', reason });
    expect(server.sent).toHaveLength(before);
    await database.query('update contact_point set removed_at = now()');
  });

  test('a pause by text lets it go', async () => {
    const paused = await aMessage(database, { at });
    await provider.replies('PAUSE 2');
    await worker.inbox.read(messageNoon);
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, paused)).toMatchObject({ state: 'suppressed', reason: 'paused' });
  });
});

describe('an answer that nobody has read yet', () => {
  test.each(['STOP', 'PAUSE 2'])(
    'holds what would be sent, and says so, until it was read: %s',
    async (words) => {
      await database.query('update contact_point set removed_at = now()');
      const message = await aMessage(database, { at });
      const before = server.sent.length;
      await provider.replies(words);
      await worker.deliverer.deliver(messageNoon);
      const inAMinute = new Date(messageNoon.getTime() + 60_000);
      const held = { state: 'held', reason: 'reply-waits', due_at: inAMinute };
      expect(await deliveryOf(database, message)).toMatchObject(held);
      await worker.inbox.read(messageNoon);
      await worker.deliverer.deliver(inAMinute);
      expect(await deliveryOf(database, message)).toMatchObject({ state: 'suppressed' });
      expect(server.sent).toHaveLength(before);
      await database.query('update contact_point set removed_at = now()');
    },
  );

  test('holds nothing of anybody else', async () => {
    const message = await aMessage(database, { at });
    await provider.replies('STOP', { source_number: '07700 900124' });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent' });
    await worker.inbox.read(messageNoon);
    await database.query('update contact_point set removed_at = now()');
  });
});

test('a text that was sent is answered with a number, which is the register; its receipt is known by our reference', async () => {
  await database.query('update contact_point set removed_at = now()');
  const message = await aMessage(database, { at });
  await worker.deliverer.deliver(messageNoon);
  const reference = server.sent.at(-1)?.body.reference;
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent' });
  await provider.notify('receipt', { id: 'n-1', reference, status: 'delivered' });
  await provider.replies('6');
  await provider.replies('6');
  await worker.inbox.read(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'delivered' });
  const saved = await database.query(
    `select outcome, headcount from meeting where group_id = $1 and recorded_at is not null`,
    [message.groupId],
  );
  expect(saved).toContainEqual({ outcome: 'held', headcount: 6 });
  const facts = await database.query(
    `select 1 from event where stream_id = $1 and name in ('meeting.held.v1', 'register.corrected.v1')`,
    [message.groupId],
  );
  expect(facts).toHaveLength(1);
});
