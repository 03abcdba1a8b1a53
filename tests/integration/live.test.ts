import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

let database: TestDatabase;
let api: TestApi;
let siteId: string;
let admin: Client;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  admin = await api.signedInAs(await anAccount(database, { roles: [{ role: 'site-admin', siteId }] }));
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

/** An open dashboard: everything it has heard so far. */
async function listening(who: Client): Promise<{ heard: () => string; leave: () => void }> {
  const leaving = new AbortController();
  const { body } = await who.fetch('/live', { signal: leaving.signal });
  let heard = '';
  const read = async () => {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>)
      heard += Buffer.from(chunk).toString();
  };
  void read().catch(() => undefined);
  return { heard: () => heard, leave: () => leaving.abort() };
}

const push = (message: unknown) =>
  database.query(`select pg_notify('followon_live', $1)`, [
    typeof message === 'string' ? message : JSON.stringify(message),
  ]);
const aChange = () => ({ kind: 'group', id: randomUUID(), siteId });

async function ears(): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'followon-live'`,
  );
  return row?.count ?? 0;
}

test('a dashboard hears of a change at its site, and rubbish on the channel hurts nobody', async () => {
  const { heard, leave } = await listening(admin);
  const change = aChange();
  await push('not json {');
  await push({ kind: 'group' });
  await push(change);
  await eventually('the change', async () => heard().includes(change.id));
  leave();
});

test('hearing of changes does not keep a session alive', async () => {
  const account = await anAccount(database, { roles: [{ role: 'site-admin', siteId }] });
  const { heard, leave } = await listening(await api.signedInAs(account));
  await database.query(
    `update session set last_seen_at = now() - interval '29 minutes' where account_id = $1`,
    [account.id],
  );
  const change = aChange();
  await push(change);
  await eventually('the change', async () => heard().includes(change.id));
  const idle = await database.query(
    `select 1 from session where account_id = $1 and last_seen_at < now() - interval '28 minutes'`,
    [account.id],
  );
  expect(idle).toHaveLength(1);
  leave();
});

test('one session may keep five streams open, not six', async () => {
  const account = await anAccount(database, { roles: [{ role: 'site-admin', siteId }] });
  const client = await api.signedInAs(account);
  const open = await Promise.all(Array.from({ length: 5 }, () => listening(client)));
  const sixth = await client.get<Problem>('/live');
  expect([sixth.status, sixth.body.code]).toEqual([429, 'too-many-streams']);
  open[0]?.leave();
  await eventually('room for one more', async () => {
    const one = await client.fetch('/live', { signal: AbortSignal.timeout(1_000) });
    await one.body?.cancel();
    return one.status === 200;
  });
  for (const { leave } of open) leave();
});

test('after a time without the database there is one ear again, and it hears', async () => {
  const [{ name } = { name: '' }] = await database.query<{ name: string }>(
    'select current_database() as name',
  );
  await database.query(`alter database ${name} connection limit 0`);
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'followon-live'`,
    [name],
  );
  await sleep(3_500);
  await database.query(`alter database ${name} connection limit -1`);
  await eventually('an ear', async () => (await ears()) > 0, 15_000);
  await sleep(1_500);
  expect(await ears()).toBe(1);
  const { heard, leave } = await listening(admin);
  const change = aChange();
  await push(change);
  await eventually('the change', async () => heard().includes(change.id));
  leave();
});
