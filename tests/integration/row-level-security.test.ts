import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '@followon/shared/db/data-source';
import { inTransaction } from '@followon/shared/db/transaction';
import type { Role } from '@followon/shared/contract/session';
import type { DataSource, EntityManager } from 'typeorm';
import type { SiteRecords } from '../support/a-whole-site.js';
import { aWholeSite } from '../support/a-whole-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

/** Only TypeORM's own list of migrations and the demo's clock hold nothing of a site. */
const withoutWall = ['migrations'];

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let here: SiteRecords;
let elsewhere: SiteRecords;
let insider: AccountRow;
let tables: string[];

beforeAll(async () => {
  database = await aDatabase();
  app = createDataSource({ url: database.urls.app, name: 'test-app', poolSize: 5 });
  worker = createDataSource({ url: database.urls.worker, name: 'test-worker', poolSize: 2 });
  await Promise.all([app.initialize(), worker.initialize()]);
  here = await aWholeSite(database);
  elsewhere = await aWholeSite(database);
  insider = await anAccount(database, { roles: [{ role: 'clinician', siteId: here.site }] });
  for (const { site } of [here, elsewhere])
    await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
  const rows = await database.query<{ name: string }>(
    `select distinct table_name as name from information_schema.role_table_grants g
     join information_schema.columns c using (table_schema, table_name)
     where g.grantee = 'app_rt' and g.privilege_type = 'SELECT' and table_schema = 'public' and c.column_name = 'site_id'
       and table_name not like 'import%' and table_name <> 'membership' order by 1`,
  );
  tables = rows.map(({ name }) => name);
}, 30_000);

afterAll(async () => {
  await Promise.all([app?.destroy(), worker?.destroy()]);
  await database?.close();
});

const as = <T>(account: { readonly id: string }, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  inTransaction(app, { kind: 'user', accountId: account.id }, work);

const rowsOf = async (source: DataSource, table: string): Promise<unknown[]> => {
  const rows: unknown[] = await source.query(`select 1 from ${table} limit 1`);
  return rows;
};

const sitesIn = async (manager: EntityManager, table: string): Promise<string[]> => {
  const rows: { site_id: string }[] = await manager.query(`select distinct site_id from ${table}`);
  return rows.map(({ site_id }) => site_id);
};

describe('the second wall, with the first one out of the way', () => {
  test('stands before every table, also before its owner', async () => {
    const bare = await database.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and not (relrowsecurity and relforcerowsecurity) and relname <> all($1)`,
      [withoutWall],
    );
    expect(bare).toEqual([]);
    expect(tables).toEqual(
      expect.arrayContaining(['meeting', 'member', 'attendance', 'event', 'delivery', 'alert']),
    );
    expect(tables.length).toBeGreaterThanOrEqual(20);
  });

  test('shows nobody anything while no one is named', async () => {
    for (const table of [...tables, 'site', 'account', 'membership'])
      expect({ table, rows: await rowsOf(app, table) }).toEqual({ table, rows: [] });
  });

  test('shows a person their own site and nothing of another', async () => {
    await as(insider, async (manager) => {
      for (const table of tables)
        expect({ table, sites: await sitesIn(manager, table) }).toEqual({ table, sites: [here.site] });
    });
  });

  test('hides people of other sites, and everybody’s password from the application', async () => {
    await as(insider, async (manager) => {
      const names: unknown[] = await manager.query('select id from account');
      expect(names).toHaveLength(3); // the insider, the volunteer of the same site, and who is asked
    });
    for (const sql of [
      'select password_hash from account',
      'select email from account',
      'select 1 from session',
    ])
      await expect(app.query(sql)).rejects.toThrow(/permission denied/);
  });

  test('lets nobody write into, move to or delete from another site', async () => {
    const insert = (manager: EntityManager) =>
      manager.query(`insert into member (site_id, group_id, display_name) values ($1, $2, 'Intruder')`, [
        elsewhere.site,
        elsewhere.group,
      ]);
    await expect(as(insider, insert)).rejects.toThrow(/row-level security/);
    const move = (manager: EntityManager) =>
      manager.query('update programme set site_id = $1 where id = $2', [elsewhere.site, here.programme]);
    await expect(as(insider, move)).rejects.toThrow(/row-level security/);
    const changed = await as(insider, async (manager) => {
      const [, updated]: [unknown, number] = await manager.query(
        `update meeting set headcount = 0 where id = $1`,
        [elsewhere.meeting],
      );
      const [, deleted]: [unknown, number] = await manager.query('delete from member where id = $1', [
        elsewhere.member,
      ]);
      return { updated, deleted };
    });
    expect(changed).toEqual({ updated: 0, deleted: 0 });
  });

  test('keeps the ledger and the audit as they were written', async () => {
    for (const sql of [
      `update event set payload = '{}'`,
      'delete from event',
      `update audit_entry set what = 'nothing'`,
      'delete from audit_entry',
      'delete from dead_event',
    ])
      await expect(as(insider, (manager) => manager.query(sql))).rejects.toThrow(/permission denied/);
  });

  test('shows the worker the site of its event and nothing of another', async () => {
    const domain = tables.filter(
      (table) =>
        !['reaction_outcome', 'stream_head', 'reactor_cursor', 'dead_event', 'event', 'delivery'].includes(
          table,
        ),
    );
    await inTransaction(worker, { kind: 'site', siteId: here.site }, async (manager) => {
      for (const table of domain)
        expect({ table, sites: await sitesIn(manager, table) }).toEqual({ table, sites: [here.site] });
    });
    for (const table of domain)
      expect({ table, rows: await rowsOf(worker, table) }).toEqual({
        table,
        rows: [],
      });
  });

  test('is not fooled by a temporary table of the same name', async () => {
    const found = (manager: EntityManager) => manager.query(`select found_site('Forged', gen_random_uuid())`);
    await expect(as(insider, found)).rejects.toThrow(/network administrator/);
    const forge = async (manager: EntityManager) => {
      await manager.query('create temporary table membership (account_id uuid, site_id uuid, role text)');
      await manager.query(`insert into pg_temp.membership values ($1, $2, 'network-admin')`, [
        insider.id,
        elsewhere.site,
      ]);
      await manager.query('grant select, insert on pg_temp.membership to public');
      await found(manager);
    };
    await expect(as(insider, forge)).rejects.toThrow(/network administrator/);
  });

  test('is not to be got round by any role that runs', async () => {
    const roles = await database.query<{ rolname: string }>(
      `select rolname from pg_roles r where rolname = any($1)
         and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
         and not exists (select 1 from pg_class c where c.relowner = r.oid)
         and not exists (select 1 from pg_auth_members m where m.member = r.oid
           and not (r.rolname = 'app_rt' and m.roleid = 'link_rt'::regrole and not m.inherit_option and not m.admin_option))
       order by rolname`,
      [['app_rt', 'auth_rt', 'link_rt', 'relay_rt', 'worker_rt']],
    );
    // The application may become a link, with less in sight; nobody may become anything else.
    expect(roles.map(({ rolname }) => rolname)).toEqual([
      ...['app_rt', 'auth_rt', 'link_rt', 'relay_rt', 'worker_rt'],
    ]);
    for (const sql of [
      'set row_security = off; select 1 from member',
      'alter table member disable row level security',
    ])
      await expect(app.query(sql)).rejects.toThrow(/row-level security|must be owner/);
  });
});

describe('a pool that many people share', () => {
  const requests = 1_000;
  const people: { readonly account: AccountRow; readonly site: string }[] = [];

  beforeAll(async () => {
    for (let n = 0; n < 20; n += 1) {
      const { site } = n % 2 === 0 ? here : elsewhere;
      const role: Role = n % 3 === 0 ? 'lead' : 'clinician';
      people.push({ account: await anAccount(database, { roles: [{ role, siteId: site }] }), site });
    }
  });

  /** The same numbers in every run. */
  const dice = (seed: number) => (sides: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % sides;
  };

  const foreignRows = async (manager: EntityManager, site: string): Promise<number> => {
    const rows: { site_id: string }[] = await manager.query(
      'select site_id from meeting union all select site_id from member',
    );
    return rows.filter(({ site_id }) => site_id !== site).length;
  };

  test('never shows one person what the last one could see, whoever breaks off', async () => {
    const roll = dice(7);
    let leaks = 0;
    let aborted = 0;
    const request = async (n: number, fate: number) => {
      const { account, site } = people[n % people.length] as (typeof people)[number];
      if (fate === 0) {
        leaks += (await rowsOf(app, 'meeting')).length;
        return;
      }
      await as(account, async (manager) => {
        leaks += await foreignRows(manager, site);
        if (fate === 1) await sleep(1);
        if (fate === 2) throw new Error('the browser went away');
        if (fate === 3) await manager.query('select no_such_column from meeting');
      }).catch(() => (aborted += 1));
    };
    const fates = Array.from({ length: requests }, () => roll(8));
    for (let from = 0; from < requests; from += 50)
      await Promise.all(fates.slice(from, from + 50).map((fate, n) => request(from + n, fate)));
    expect(leaks).toBe(0);
    expect(aborted).toBe(fates.filter((fate) => fate === 2 || fate === 3).length);
  }, 30_000);

  test('would show it if the person were named for the connection instead of the transaction', async () => {
    const naive = createDataSource({ url: database.urls.app, name: 'test-naive', poolSize: 1 });
    await naive.initialize();
    try {
      await naive.query(`select set_config('app.user_id', $1, false)`, [insider.id]);
      const leaked: unknown[] = await naive.query('select 1 from meeting');
      expect(leaked.length).toBeGreaterThan(0);
    } finally {
      await naive.destroy();
    }
  });
});
