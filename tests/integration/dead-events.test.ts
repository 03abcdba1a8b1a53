import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeadEventView } from '@followon/shared/contract/ledger';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { Role } from '@followon/shared/contract/session';
import type { StoredFact } from '../support/a-dead-event.js';
import { aDeadEvent } from '../support/a-dead-event.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf } from '../support/events.js';
import { eventually } from '../support/eventually.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let admin: Client;
let secondAdmin: Client;
let volunteer: Client;
let stranger: Client;
let elsewhere: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  elsewhere = (await aSite(database)).id;
  const as = async (role: Role, site = siteId) =>
    api.signedInAs(await anAccount(database, { roles: [{ role, siteId: site }] }));
  admin = await as('site-admin');
  secondAdmin = await as('network-admin');
  volunteer = await as('volunteer');
  stranger = await as('site-admin', elsewhere);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const cursorOf = async ({ stream_id }: StoredFact) => {
  const [cursor] = await database.query(
    'select last_seq, attempts, blocked_at, last_error from reactor_cursor where stream_id = $1',
    [stream_id],
  );
  return cursor;
};
const skip = (who: Client, id: string, key?: string) =>
  who.post<DeadEventView & Problem>(
    `/dead-events/${id}/skip`,
    { reason: 'seen-and-harmless' },
    key === undefined ? {} : { 'Idempotency-Key': key },
  );

describe('a dead event', () => {
  test('is tried again: its reactor is free and its stream is rung for', async () => {
    const { id, fact } = await aDeadEvent(database, { siteId, reactor: 'nudges' });
    expect((await admin.post<DeadEventView>(`/dead-events/${id}/retry`, {})).body).toMatchObject({
      id,
      resolution: 'retried',
      eventName: 'meeting.held.v1',
    });
    expect(await cursorOf(fact)).toEqual({ last_seq: 2, attempts: 0, blocked_at: null, last_error: null });
    const sql = 'select announced_at > $2 as rung from event where event_id = $1';
    await eventually('the ring', async () => {
      const [row] = await database.query<{ rung: boolean | null }>(sql, [fact.event_id, fact.announced_at]);
      return row?.rung ?? false;
    });
    expect(await auditOf(database, id)).toEqual(['dead-event.retried']);
    const again = await admin.post<Problem>(`/dead-events/${id}/retry`, {});
    expect([again.status, again.body.code]).toEqual([409, 'dead-event.already-mended']);
  });

  test('is listed and mended by the administrators of its own site only', async () => {
    const { id } = await aDeadEvent(database, { siteId, reactor: 'nudges' });
    const listed = async (who: Client) =>
      (await who.get<Page<DeadEventView>>('/dead-events?limit=200')).body.items.map((item) => item.id);
    expect(await listed(admin)).toContain(id);
    expect(await listed(secondAdmin)).toContain(id);
    expect(await listed(stranger)).toEqual([]);
    const nothing = await stranger.post(`/dead-events/${randomUUID()}/retry`, {});
    for (const act of [
      () => stranger.post(`/dead-events/${id}/retry`, {}),
      () => skip(stranger, id),
      () => skip(volunteer, id),
    ]) {
      const { status, text } = await act();
      expect([status, text]).toEqual([404, nothing.text]);
    }
  });
});

describe('a dead event that is skipped', () => {
  test('takes one administrator where nothing depends on it', async () => {
    const { id, fact } = await aDeadEvent(database, { siteId, reactor: 'nudges' });
    const { status, body } = await skip(admin, id);
    expect([status, body.resolution]).toEqual([200, 'skipped']);
    expect(await cursorOf(fact)).toMatchObject({ last_seq: 3, attempts: 0, blocked_at: null });
    const [row] = await database.query('select resolution_reason from dead_event where id = $1', [id]);
    expect(row).toEqual({ resolution_reason: 'seen-and-harmless' });
  });

  test('is skipped once by a request that is sent twice, and both get its answer', async () => {
    const { id } = await aDeadEvent(database, { siteId, reactor: 'nudges' });
    const key = randomUUID();
    const first = await skip(admin, id, key);
    const second = await skip(admin, id, key);
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    expect(await auditOf(database, id)).toEqual(['dead-event.skipped']);
  });

  test('that waits for a second administrator can be skipped with the key of the refusal', async () => {
    const { id } = await aDeadEvent(database, { siteId, reactor: 'health' });
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await skip(admin, id, key)).status).toBe(409);
    expect((await skip(secondAdmin, id, key)).body.resolution).toBe('skipped');
    expect(await auditOf(database, id)).toEqual(['dead-event.skip-asked', 'dead-event.skipped']);
  });

  test.each(['health', 'alerts'])('of %s takes two administrators to skip', async (reactor) => {
    const { id, fact } = await aDeadEvent(database, { siteId, reactor });
    for (const _ of [1, 2]) {
      const { status, body } = await skip(admin, id);
      expect([status, body.code]).toEqual([409, 'dead-event.needs-second-person']);
    }
    expect(await cursorOf(fact)).toMatchObject({ last_seq: 2, attempts: 5 });
    expect((await skip(secondAdmin, id)).body.resolution).toBe('skipped');
    expect(await cursorOf(fact)).toMatchObject({ last_seq: 3, blocked_at: null });
    expect(await auditOf(database, id)).toEqual(['dead-event.skip-asked', 'dead-event.skipped']);
  });
});
