import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrateDatabase } from '@followon/shared/db/migrate-database';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const INDEXES = ['ix_group_role_history', 'ix_member_account', 'ix_member_reference'];
const UNTIL_GIVEN_UP_MS = 2_500; // a build waits two seconds for a lock
let database: TestDatabase;

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

/** As it was before the indexes came. */
async function withoutIndexes(): Promise<void> {
  for (const name of INDEXES) await database.query(`drop index if exists ${name}`);
  await database.query(`delete from migrations where name like 'MemberAndRoleIndexes%'`);
}

const indexes = () =>
  database.query<{ name: string; valid: boolean }>(
    `select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relname = any ($1) order by name`,
    [INDEXES],
  );
const allValid = INDEXES.map((name) => ({ name, valid: true }));

test('an index whose build broke off is built anew by the next run', async () => {
  await withoutIndexes();
  await database.query('create index ix_member_reference on member (id)');
  await database.query(
    `update pg_index set indisvalid = false where indexrelid = 'ix_member_reference'::regclass`,
  );
  await migrateDatabase(database.urls.owner);
  expect(await indexes()).toEqual(allValid);
  const [made] = await database.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where indexname = 'ix_member_reference'`,
  );
  expect(made?.indexdef).toContain('(reference_hash)');
});

test('a build that waits for somebody’s transaction gives up, lets writers by, and tries again', async () => {
  await withoutIndexes();
  const writer = new pg.Client({ connectionString: database.urls.owner });
  await writer.connect();
  await writer.query('begin');
  await writer.query('lock table member in row exclusive mode');
  const migrated = migrateDatabase(database.urls.owner);
  await sleep(UNTIL_GIVEN_UP_MS);
  expect(await indexes()).toContainEqual({ name: 'ix_member_reference', valid: false });
  await database.query(`update member set account_id = null where account_id is null`);
  await writer.query('commit');
  await writer.end();
  await migrated;
  expect(await indexes()).toEqual(allValid);
}, 20_000);
