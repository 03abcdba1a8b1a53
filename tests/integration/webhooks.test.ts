import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aNudge } from '../support/a-nudge.js';
import { aSite } from '../support/a-site.js';
import type { Provider, SignedCall } from '../support/a-telephone.js';
import { aProvider, hasPhone, providerEnv, signedCall } from '../support/a-telephone.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let provider: Provider;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database, providerEnv);
  worker = await aWorker(database);
  provider = aProvider(api);
}, 30_000);

beforeEach(() => database.query('delete from inbound_message'));

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const stored = async () => (await database.query('select 1 from inbound_message')).length;

describe('a call that does not prove where it comes from', () => {
  const told = {
    ...{ type: 'message.delivered', timestamp: new Date().toISOString() },
    data: { reference: 'x' },
  };
  const send = async ({ body, headers }: SignedCall) =>
    (await provider.call('messages', body, headers)).status;
  const old = new Date(Date.now() - 6 * 60_000);
  const guessed = `whsec_${Buffer.from('x'.repeat(33)).toString('base64')}`;

  test.each<[string, () => Promise<number>]>([
    [
      'a wrong token',
      () => provider.notify('receipt', { id: '1', status: 'delivered' }, 'guessed'.repeat(3)),
    ],
    ['no token', async () => (await provider.call('notify/reply', '{}')).status],
    ['no signature', async () => (await provider.call('messages', JSON.stringify(told))).status],
    ['a body that was changed', () => send({ ...signedCall(told), body: JSON.stringify({ ...told, a: 1 }) })],
    ['another secret', () => send(signedCall(told, { secret: guessed }))],
    ['a time that is long ago', () => send(signedCall(told, { at: old }))],
  ])('is refused for %s, and nothing is kept', async (_, calling) => {
    expect(await calling()).toBe(401);
    expect(await stored()).toBe(0);
  });

  test('is refused before it is read when it is too large', async () => {
    expect(await send(signedCall({ ...told, more: 'y'.repeat(300_000) }))).toBe(413);
  });

  test('believes nobody where no secret is set', async () => {
    const bare = await anApi(database);
    try {
      const anybody = aProvider(bare);
      expect(await anybody.replies('STOP')).toBe(401);
      const { body, headers } = signedCall(told);
      expect((await anybody.call('messages', body, headers)).status).toBe(401);
    } finally {
      await bare.close();
    }
  });

  test('and one that does is taken, by the secret before as well; replayed it is answered alike and is one', async () => {
    const good = signedCall(told, { secret: providerEnv.WEBHOOK_SECRET_BEFORE });
    expect([await send(good), await send(good), await send(good)]).toEqual([200, 200, 200]);
    expect(await stored()).toBe(1);
  });
});

test.each([
  { statuses: ['delivered', 'sent', 'delivered'], ends: 'delivered', told: ['delivered'] },
  { statuses: ['sent', 'permanent-failure', 'permanent-failure'], ends: 'bounced', told: ['bounced'] },
  { statuses: ['permanent-failure', 'delivered'], ends: 'delivered', told: ['bounced', 'delivered'] },
  { statuses: ['delivered', 'permanent-failure'], ends: 'delivered', told: ['delivered'] },
])('receipts $statuses end as $ends', async ({ statuses, ends, told }) => {
  const siteId = (await aSite(database)).id;
  const groupId = (await aGroup(database, { siteId, headcounts: [] })).id;
  const member = await database.insert<{ id: string }>('member', { site_id: siteId, group_id: groupId });
  await hasPhone(database, member.id);
  const nudge = await aNudge(database, { siteId, groupId, person: { kind: 'member', id: member.id } });
  await database.query(
    `update delivery set contact_point_id = (select id from contact_point where person_id = $2) where id = $1`,
    [nudge.deliveryId, member.id],
  );
  for (const status of statuses) {
    const receipt = { id: nudge.id, reference: nudge.deliveryId, status };
    expect(await provider.notify('receipt', receipt)).toBe(200);
    await worker.inbox.read(new Date());
  }
  const [row] = await database.query(
    `select d.state, p.broken_at is not null as broken from delivery d join contact_point p on p.id = d.contact_point_id where d.id = $1`,
    [nudge.deliveryId],
  );
  expect(row).toEqual({ state: ends, broken: ends === 'bounced' });
  const names = (await eventsOf(database, groupId)).map(({ name }) => name);
  expect(names).toEqual(told.map((what) => `delivery.${what}.v1`));
});

test('a receipt that comes before its sender has written down that it left waits for that', async () => {
  const siteId = (await aSite(database)).id;
  const groupId = (await aGroup(database, { siteId, headcounts: [] })).id;
  const member = await database.insert<{ id: string }>('member', { site_id: siteId, group_id: groupId });
  const nudge = await aNudge(database, { siteId, groupId, person: { kind: 'member', id: member.id } });
  const state = async () =>
    (
      await database.query<{ state: string }>('select state from delivery where id = $1', [nudge.deliveryId])
    )[0]?.state;
  const set = (to: string) =>
    database.query('update delivery set state = $2 where id = $1', [nudge.deliveryId, to]);
  await set('sending');
  await provider.notify('receipt', { id: nudge.id, reference: nudge.deliveryId, status: 'delivered' });
  expect(await worker.inbox.read(new Date())).toBe(0);
  expect(await state()).toBe('sending');
  await set('unknown');
  expect(await worker.inbox.read(new Date())).toBe(1);
  expect(await state()).toBe('delivered');
});
