import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrations } from '@followon/shared/db/migrations';
import type { Problem } from '@followon/shared/contract/problem';
import { aDeadEvent } from '../support/a-dead-event.js';
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
  // The relay can announce nothing, so that what waits goes on waiting.
  await database.query('revoke update (announced_at) on event from relay_rt');
  api = await anApi(database);
  siteId = (await aSite(database)).id;
  admin = await api.signedInAs(await anAccount(database, { roles: [{ role: 'site-admin', siteId }] }));
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const look = async (path: string, { url } = api): Promise<{ status: number; text: string }> => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, text: await response.text() };
};

const gauge = async (name: string): Promise<number> => {
  const { text } = await look('/metrics');
  return Number(new RegExp(`^followon_${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

test('a process whose database has not been migrated far enough is alive but not ready', async () => {
  const newest = migrations.at(-1)?.name;
  expect((await look('/health/live')).status).toBe(200);
  expect((await look('/health/ready')).status).toBe(200);
  await database.query(`update migrations set name = name || ' not yet' where name = $1`, [newest]);
  const { status, text } = await look('/health/ready');
  expect([status, text]).toEqual([503, expect.stringContaining('waiting for migrations')]);
  await database.query(`update migrations set name = $1 where name = $1 || ' not yet'`, [newest]);
});

test('the ledger’s gauges tell what somebody has to be called for', async () => {
  const { fact } = await aDeadEvent(database, { siteId, reactor: 'health' });
  await database.insert('stream_head', {
    stream_id: fact.stream_id,
    stream_kind: 'group',
    site_id: siteId,
    next_seq: 4,
  });
  await database.query(`update event set recorded_at = now() - interval '40 seconds', announced_at = null`);
  expect(await gauge('oldest_unannounced_event_seconds')).toBeGreaterThan(39);
  expect(await gauge('blocked_readers')).toBe(1);
  expect(await gauge('unknown_deliveries')).toBe(0);
  await database.query('update reactor_cursor set blocked_at = null');
  expect(await gauge('reader_lag_seconds')).toBeGreaterThan(39);
});

test('an import is asked to come later while events wait for more than a minute, and taken when they do not', async () => {
  const send = () =>
    admin.fetch('/imports/registers', {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: 'site,group,date,status,headcount,attendees\nNowhere,Walk,2026-01-05,held,7,\n',
    });
  await aDeadEvent(database, { siteId, reactor: 'health' });
  await database.query(`update event set recorded_at = now() - interval '61 seconds', announced_at = null`);
  const refused = await send();
  expect([refused.status, ((await refused.json()) as Problem).code]).toEqual([503, 'busy']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await database.query('select 1 from import_run')).toEqual([]);
  await database.query('update event set announced_at = now()');
  expect((await send()).status).toBe(202);
});

test('a process that is told to go says so before it stops answering', async () => {
  const going = await anApi(database, { SHUTDOWN_GRACE_MS: '1000' });
  const gone = going.close();
  await eventually('the refusal', async () => {
    const { status, text } = await look('/health/ready', going);
    return status === 503 && text.includes('shutting down');
  });
  expect((await look('/health/live', going)).status).toBe(200);
  await gone;
  await expect(look('/health/live', going)).rejects.toThrow();
});
