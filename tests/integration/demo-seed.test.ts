import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyPassword } from '@followon/shared/accounts/password';
import { createDataSource } from '@followon/shared/db/data-source';
import type { DataSource } from 'typeorm';
import { seedDemo } from '../../apps/worker/src/demo/seed-demo.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const now = new Date('2026-06-14T09:30:00Z');
const later = new Date('2026-06-20T09:30:00Z');

const CONTENT = `
  select table_name as name, (xpath('/row/sum/text()', query_to_xml(format(
    'select md5(coalesce(string_agg(t::text, '','' order by t::text), '''')) as sum from %I t', table_name), false, true, '')))[1]::text as sum
  from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`;

describe('seeding the demo network', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  const content = () => database.query<{ name: string; sum: string }>(CONTENT);
  const hashOf = async (email: string): Promise<string> =>
    (
      await database.query<{ password_hash: string }>('select password_hash from account where email = $1', [
        email,
      ])
    )[0]?.password_hash ?? '';

  beforeAll(async () => {
    database = await aDatabase();
    dataSource = createDataSource({ url: database.urls.owner, name: 'seed-test', poolSize: 2 });
    await dataSource.initialize();
    await seedDemo(dataSource, { password: 'first-password', now });
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.close();
  });

  test('writes every fact into the ledger without gaps, a ring for each stream, and history as an import', async () => {
    const gaps = await database.query('select 1 from event group by stream_id having max(seq) <> count(*)');
    expect(gaps).toEqual([]);
    const newest = `select distinct on (stream_id) announced_at from event order by stream_id, seq desc`;
    expect(await database.query(`select 1 from (${newest}) n where announced_at is not null`)).toEqual([]);
    const [counts] = await database.query<{ all: number; live: number }>(
      `select count(*)::int as all, (count(*) filter (where origin = 'live'))::int as live from event`,
    );
    expect(counts?.all).toBeGreaterThan(1000);
    expect(counts?.live).toBe(9); // also somebody who stepped down today, the search that this opened, and a place that was lost
  });

  test('puts days into the diary only for tasks that are still undone', async () => {
    const rows = await database.query(
      `select 1 from due d join handover_task t on t.id = d.subject_id where t.state = 'done'`,
    );
    expect(rows).toEqual([]);
    const late = await database.query(
      `select 1 from due d join handover_task t on t.id = d.subject_id where t.state = 'overdue' and d.rule = 'task-overdue'`,
    );
    expect(late).toEqual([]);
    expect((await database.query('select 1 from due')).length).toBeGreaterThan(10);
  });

  test('changes nothing at all the second time, also on another day', async () => {
    const before = await content();
    await seedDemo(dataSource, { password: 'first-password', now });
    await seedDemo(dataSource, { password: 'first-password', now: later });
    expect(await content()).toEqual(before);
  });

  test('sets a new password for those who sign in and leaves the others without one that anybody knows', async () => {
    await seedDemo(dataSource, { password: 'second-password', now });
    expect(await verifyPassword(await hashOf('clinician@demo.followon.test'), 'second-password')).toBe(true);
    expect(await verifyPassword(await hashOf('clinician@harbour.followon.test'), 'second-password')).toBe(
      true,
    );
    expect(await verifyPassword(await hashOf('bev@people.followon.test'), 'second-password')).toBe(false);
  });

  test('makes one demo when two launchers seed at once', async () => {
    const other = await aDatabase();
    const both = createDataSource({ url: other.urls.owner, name: 'seed-test', poolSize: 2 });
    await both.initialize();
    await Promise.all([1, 2].map(() => seedDemo(both, { password: 'first-password', now })));
    const sites = await other.query('select name from site');
    await both.destroy();
    await other.close();
    expect(sites).toHaveLength(3);
  });

  test('does not mix with a network of real people', async () => {
    const live = await aDatabase();
    await live.insert('site', { name: 'Somewhere real' });
    const owner = createDataSource({ url: live.urls.owner, name: 'seed-test', poolSize: 1 });
    await owner.initialize();
    const seeding = seedDemo(owner, { password: 'first-password', now });
    await expect(seeding).rejects.toThrow('not the demo');
    const accounts = await live.query('select 1 from account');
    await owner.destroy();
    await live.close();
    expect(accounts).toEqual([]);
  });
});
