import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LetterView } from '@followon/shared/contract/deliveries';
import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import type { DeliveryStage } from '../support/a-delivery.js';
import { aDeliveryStage } from '../support/a-delivery.js';
import { aLink } from '../support/a-link.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { testSecret } from '../support/test-secret.js';

let stage: DeliveryStage;
let worker: TestWorker;
let letter: string;

beforeAll(async () => {
  stage = await aDeliveryStage();
  worker = await aWorker(stage.database, { FOLLOWON_MODE: 'live' });
  const id = randomUUID();
  const address = '7 Invented Row';
  const { sealed, keyId, addressHash } = sealAddress(testSecret, { id, channel: 'letter', address });
  await stage.database.insert('contact_point', {
    ...{ id, person_id: stage.memberId, person_kind: 'member', member_id: stage.memberId },
    ...{ channel: 'letter', sealed, key_id: keyId, address_hash: addressHash, added_at: new Date() },
  });
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await stage?.close();
});

beforeEach(async () => {
  await worker.drain(new Date());
  for (const table of ['message_wish', 'message_consent']) await stage.database.query(`delete from ${table}`);
  letter = await stage.aDelivery({ state: 'held', reason: 'to-print', channel: 'paper' });
});

/** By a link of theirs, as the page says it. */
async function says(change: object): Promise<number> {
  const { database, siteId, memberId, api } = stage;
  const link = { site: siteId, action: 'preferences', subject: memberId, member: memberId } as const;
  const { token } = await aLink(database, { ...link, uses: null });
  return (await api.nobody.post('/links/act', { token, ...change })).status;
}

const opened = (id: string) =>
  stage.at['site-admin'].get<LetterView & { code?: string }>(`/deliveries/${id}/letter?reason=to-post`);
const settled = (id: string, how: object) =>
  stage.at['site-admin'].post<{ code?: string }>(`/deliveries/${id}/settle`, how);

describe('a letter that waits to be printed', () => {
  test.each<[string, object]>([
    ['stopped everything', { stopAll: true }],
    ['takes a pause', { pause: { weeks: 2 } }],
    ['wants no letters', { channels: { letter: false } }],
    ['wants nothing of this kind', { purposes: { 'meeting-report': false } }],
  ])('stays shut once its reader %s, and nobody says that it was posted', async (_, change) => {
    expect((await opened(letter)).status).toBe(200);
    expect(await says(change)).toBe(200);
    for (const { status, body } of [await opened(letter), await settled(letter, { how: 'posted' })])
      expect([status, body.code]).toEqual([409, 'delivery.letter-not-wanted']);
  });

  test('stays shut once it can be of no use, and while something that has changed is looked at', async () => {
    const { database } = stage;
    await database.query(`update delivery set due_at = now() - interval '1 second' where id = $1`, [letter]);
    expect((await opened(letter)).body.code).toBe('delivery.letter-weighed');
    await database.query(
      `update nudge set use_by = now() - interval '1 second' where id = (select nudge_id from delivery where id = $1)`,
      [letter],
    );
    expect((await opened(letter)).body.code).toBe('delivery.letter-not-wanted');
  });

  test('is weighed as soon as its reader says something, and not when somebody else does', async () => {
    const { database, siteId } = stage;
    const isDue = async () => {
      const sql = 'select due_at <= now() as due from delivery where id = $1';
      return (await database.query<{ due: boolean }>(sql, [letter]))[0]?.due;
    };
    const changed = (personId: string) =>
      worker.append({
        ...{ streamId: siteId, streamKind: 'site', siteId, occurredAt: new Date() },
        ...{ name: 'message-wishes.changed.v1', payload: { personKind: 'member', personId } },
      });
    await changed(randomUUID());
    await worker.drain(new Date());
    expect(await isDue()).toBe(false);
    expect(await says({ stopAll: true })).toBe(200);
    await worker.drain(new Date());
    expect(await isDue()).toBe(true);
    await worker.deliverer.deliver(new Date());
    const [row] = await database.query('select state from delivery where id = $1', [letter]);
    expect(row).toEqual({ state: 'suppressed' });
  });
});

test('what is to be given by hand opens without an address, and is given, not posted', async () => {
  const id = await stage.aDelivery({ state: 'held', reason: 'by-hand', channel: 'by-hand' });
  expect(await says({ channels: { letter: false } })).toBe(200);
  const { status, body } = await opened(id);
  expect({ status, address: body.address, byHand: body.byHand }).toEqual({
    ...{ status: 200, address: null, byHand: true },
  });
  expect((await settled(id, { how: 'posted' })).status).toBe(409);
  expect((await settled(id, { how: 'arrived', reason: 'they-said' })).status).toBe(200);
});
