import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aMessage, deliveryOf, messageNoon, stepsOf } from '../support/a-message.js';
import type { NotifyServer } from '../support/a-notify-server.js';
import { aNotifyServer, notifyKey } from '../support/a-notify-server.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const template = '11111111-2222-4333-8444-555555555555';
const robin = { sms: '07700 900123' };

let database: TestDatabase;
let server: NotifyServer;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  server = await aNotifyServer();
  worker = await aWorker(database, {
    ...{ FOLLOWON_MODE: 'live', PUBLIC_URL: 'https://followon.example', NOTIFY_PER_SECOND: '1000' },
    ...{ NOTIFY_API_KEY: notifyKey, NOTIFY_BASE_URL: server.url },
    ...{ NOTIFY_SMS_TEMPLATE: template, NOTIFY_EMAIL_TEMPLATE: template },
  });
}, 30_000);

beforeEach(async () => {
  server.mood = { kind: 'takes' };
  server.calls.length = 0;
  server.sent.length = 0;
  await nobodyIsPaused();
});

afterAll(async () => {
  await worker?.close();
  await server?.close();
  await database?.close();
});

const nobodyIsPaused = () => database.query('update provider_bucket set paused_until = null');
const later = (minutes: number): Date => new Date(messageNoon.getTime() + minutes * 60_000);

describe('a text message', () => {
  test('goes to the number as telephones write it, fits into four parts and says how to stop', async () => {
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent', channel: 'notify-sms' });
    const [call] = server.sent;
    expect(call?.path).toBe('/v2/notifications/sms');
    expect(call?.body).toMatchObject({ phone_number: '+447700900123', reference: message.deliveryId });
    const text = call?.body.personalisation.message ?? '';
    expect(text.length).toBeLessThanOrEqual(612);
    expect(text).toMatch(/To stop these texts, reply STOP\.$/);
    expect(text).toContain('https://followon.example/l#');
  });

  test('in Welsh is Welsh to its end, in letters that every telephone has', async () => {
    await aMessage(database, { at: robin, wishes: { language: 'cy' }, groupName: 'Grŵp y tŷ haf' });
    await worker.deliverer.deliver(messageNoon);
    const text = server.sent[0]?.body.personalisation.message ?? '';
    expect(text).toMatch(/Dweud faint ddaeth: https:\/\/followon\.example\/l#/);
    expect(text).toMatch(/I stopio'r negeseuon hyn, atebwch STOP\.$/);
    expect(text).toContain('"Grwp y ty haf"');
    expect(text).not.toMatch(/\b(say|stop these|change|you|the|came)\b/i);
    expect(text.length).toBeLessThanOrEqual(612);
  });

  test('from a site in Wales is in both languages for who has not chosen, with its long link once', async () => {
    await aMessage(database, { at: robin });
    await database.query(`update site set country = 'wales'`);
    await worker.deliverer.deliver(messageNoon);
    await database.query(`update site set country = 'england'`);
    const text = server.sent[0]?.body.personalisation.message ?? '';
    expect(text).toMatch(/Dweud faint ddaeth \/ Say how many came: https:\/\/followon\.example\/l#/);
    expect(text).toMatch(/atebwch STOP\.\nTo stop these texts, reply STOP\.$/);
    expect(text.length).toBeLessThanOrEqual(612);
  });

  test('is followed by the id under which the provider speaks of it', async () => {
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    expect((await deliveryOf(database, message)).provider_ref).toMatch(/^[\da-f-]{36}$/);
  });
});

test('a mail by Notify can be stopped from the mail program, and its words are no markdown', async () => {
  await aMessage(database, { at: { email: 'robin@example.test' } });
  await worker.deliverer.deliver(messageNoon);
  const [call] = server.sent;
  expect(call?.body.email_address).toBe('robin@example.test');
  expect(call?.body.one_click_unsubscribe_url).toMatch(
    /^https:\/\/followon\.example\/api\/unsubscribe\/[\w-]{43}$/,
  );
  expect(call?.body).toMatchObject({ sanitise_content_for: ['message'] });
});

describe('when Notify', () => {
  test('says that there are too many, nothing goes to it until then, and no message loses a try', async () => {
    server.mood = { kind: 'answers', status: 429, headers: { 'retry-after': '120' } };
    const first = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    const others = [await aMessage(database, { at: robin }), await aMessage(database, { at: robin })];
    await worker.deliverer.deliver(messageNoon);
    expect(server.calls).toHaveLength(1);
    for (const message of [first, ...others])
      expect(await deliveryOf(database, message)).toMatchObject({ state: 'queued', tries: 0 });

    server.mood = { kind: 'takes' };
    await nobodyIsPaused();
    for (let minutes = 3; minutes < 6; minutes += 1) await worker.deliverer.deliver(later(minutes));
    expect(server.sent).toHaveLength(3);
  });

  test.each([
    ['is broken', { kind: 'answers', status: 500 } as const, 'http-500'],
    ['takes it and hangs up', { kind: 'takes-and-hangs-up' } as const, 'http-silent'],
    ['says yes and has no id for it', { kind: 'answers', status: 200 } as const, 'http-no-id'],
  ])('%s, nobody is written to twice: a person decides', async (_, mood, reason) => {
    server.mood = mood;
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    server.mood = { kind: 'takes' };
    for (const minutes of [1, 60, 300]) {
      await nobodyIsPaused();
      await worker.deliverer.deliver(later(minutes));
    }
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'unknown', reason });
    expect(await stepsOf(database, message)).toEqual(['chosen', 'unknown']);
    expect(server.calls).toHaveLength(1);
  });

  test('knows no such number, it is not asked again', async () => {
    server.mood = { kind: 'answers', status: 400 };
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'dead', reason: 'http-400' });
  });

  test('turns our key away, messages wait for whoever mends it', async () => {
    server.mood = { kind: 'answers', status: 403 };
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'queued', tries: 0 });
  });
});

test('a yes of Notify that was not so is taken back by its receipt, and a person can see it', async () => {
  const message = await aMessage(database, { at: robin });
  await worker.deliverer.deliver(messageNoon);
  const happened = [messageNoon, `lied-${message.deliveryId}`, message.deliveryId];
  await database.query(
    `insert into inbound_message (provider, provider_id, kind, happened_at, reference, status) values ('notify', $2, 'receipt', $1, $3, 'failed')`,
    happened,
  );
  await worker.inbox.read(later(1));
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'bounced', reason: 'not-taken' });
  for (const minutes of [2, 60]) await worker.deliverer.deliver(later(minutes));
  expect(server.sent.filter(({ body }) => body.reference === message.deliveryId)).toHaveLength(1);
});

test('Notify sends twice what it is told twice, so our messenger does not claim that it dedupes', async () => {
  const message = await aMessage(database, { at: robin });
  await worker.deliverer.deliver(messageNoon);
  await database.query(`update delivery set state = 'queued' where id = $1`, [message.deliveryId]);
  await worker.deliverer.deliver(messageNoon);
  expect(server.sent.map(({ body }) => body.reference)).toEqual([message.deliveryId, message.deliveryId]);
});
