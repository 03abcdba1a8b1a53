import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MailServer } from '../support/a-mail-server.js';
import { aMailServer } from '../support/a-mail-server.js';
import { aMessage, contactPoints, deliveryOf, messageNoon, stepsOf } from '../support/a-message.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let server: MailServer;
let worker: TestWorker;
let unset: TestWorker;
let demo: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  server = await aMailServer();
  const mail = { PUBLIC_URL: 'https://followon.example', SMTP_URL: server.url, SMTP_PER_SECOND: '1000' };
  worker = await aWorker(database, { FOLLOWON_MODE: 'live', ...mail });
  unset = await aWorker(database, { FOLLOWON_MODE: 'live' });
  demo = await aWorker(database, { FOLLOWON_MODE: 'demo', ...mail });
}, 30_000);

beforeEach(() => {
  server.mails.length = 0;
});

afterAll(async () => {
  await Promise.all([worker, unset, demo].map((one) => one?.close()));
  await server?.close();
  await database?.close();
});

const robin = { email: 'robin@example.test' };
const hours = (n: number): Date => new Date(messageNoon.getTime() + n * 3_600_000);

describe('a message waits', () => {
  test('where nothing is set up, and leaves once something is', async () => {
    const message = await aMessage(database, { at: robin });
    await unset.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'no-channel' });
    await unset.deliverer.deliver(hours(1));
    expect(await stepsOf(database, message)).toEqual(['held']);
    await worker.deliverer.deliver(hours(2));
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent' });
  });

  test('where nobody knows an address, and leaves once somebody gave one', async () => {
    const message = await aMessage(database);
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'no-address' });
    await contactPoints(database, message.personId, robin);
    await worker.deliverer.deliver(hours(1));
    expect(server.mails.map(({ to }) => to)).toEqual(['robin@example.test']);
  });

  test('as a letter over the weekend: it can still be posted, and where it goes stays known', async () => {
    const message = await aMessage(database, {
      at: { letter: '1 Harbour Road' },
      wishes: { format: 'paper' },
    });
    await worker.deliverer.deliver(messageNoon);
    const before = await deliveryOf(database, message);
    expect(before).toMatchObject({ state: 'held', reason: 'to-print', channel: 'paper' });
    for (let day = 1; day <= 3; day += 1) await worker.deliverer.deliver(hours(24 * day)); // the third is a Saturday
    const { reason, channel, contact_point_id } = await deliveryOf(database, message);
    expect({ reason, channel, contact_point_id }).toEqual({
      ...{ reason: 'to-print', channel: 'paper', contact_point_id: before.contact_point_id },
    });
    expect(contact_point_id).not.toBeNull();
    expect(await stepsOf(database, message)).toEqual(['to-print']);
  });

  test.each(['paper', 'easy-read', 'bsl'])('for a person where the wish is %s', async (format) => {
    const message = await aMessage(database, { at: robin, wishes: { format } });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'to-print' });
    expect(await stepsOf(database, message)).toEqual(['to-print']);
    expect(server.mails).toHaveLength(0);
  });

  test.each([
    ['paper', { state: 'suppressed', reason: 'refused' }],
    ['easy-read', { state: 'held', reason: 'by-hand', channel: 'by-hand', contact_point_id: null }],
    ['bsl', { state: 'held', reason: 'by-hand', channel: 'by-hand', contact_point_id: null }],
  ])('in %s goes to no letter box where letters were refused, whatever the hour', async (format, as) => {
    const message = await aMessage(database, { at: { letter: '1 Harbour Road' }, wishes: { format } });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'to-print' });
    await database.insert('message_consent', {
      ...{
        person_id: message.personId,
        person_kind: 'member',
        member_id: message.personId,
        channel: 'letter',
      },
      ...{ purpose: 'all', wants: false, said_at: messageNoon, said_by: 'contact' },
    });
    await worker.deliverer.deliver(hours(12));
    expect(await deliveryOf(database, message)).toMatchObject(as);
  });

  test('and is let go when it is not true any more', async () => {
    const message = await aMessage(database, { useBy: hours(30) });
    await worker.deliverer.deliver(messageNoon);
    await worker.deliverer.deliver(hours(48));
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'suppressed', reason: 'past-use-by' });
  });
});

test('what was held after a restore stays where it is, whatever the time', async () => {
  const message = await aMessage(database, { at: robin });
  await database.query(`update delivery set state = 'held', reason = 'restored' where id = $1`, [
    message.deliveryId,
  ]);
  await worker.deliverer.deliver(hours(24));
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'held', reason: 'restored' });
});

test('nothing leaves a demo, whatever is set up', async () => {
  const message = await aMessage(database, { at: robin, wishes: { format: 'paper' } });
  await demo.deliverer.deliver(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent', channel: 'outbox' });
  expect(server.mails).toHaveLength(0);
});

test('an address that was sealed under another secret is not guessed at', async () => {
  const message = await aMessage(database, { at: robin });
  await database.query(`update contact_point set key_id = 'another' where person_id = $1`, [
    message.personId,
  ]);
  await worker.deliverer.deliver(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'dead', reason: 'cannot-be-written' });
});

test('who says stop is not written to, even while their message waits for its turn', async () => {
  const message = await aMessage(database, { at: robin });
  await database.insert('message_wish', {
    ...{ person_id: message.personId, person_kind: 'member', member_id: message.personId },
    ...{ stopped_at: messageNoon, updated_at: messageNoon },
  });
  await worker.deliverer.deliver(messageNoon);
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'suppressed' });
  expect(server.mails).toHaveLength(0);
});

test('outside hours nothing leaves: neither at night nor at the turn of the clocks', async () => {
  const message = await aMessage(database, { at: robin, useBy: new Date('2026-12-01T12:00:00Z') });
  // At night, twice half past one as the clocks go back on a Sunday, and Monday before eight.
  for (const at of [
    '2026-06-10T21:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-26T07:30:00Z',
  ]) {
    await worker.deliverer.deliver(new Date(at));
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'held' });
  }
  await worker.deliverer.deliver(new Date('2026-10-26T08:30:00Z'));
  expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent' });
});
