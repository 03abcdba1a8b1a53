import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDataSource } from '@followon/shared/db/data-source';
import { migrateDatabase } from '@followon/shared/db/migrate-database';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const runtimeRoles = ['app_rt', 'auth_rt', 'link_rt', 'relay_rt', 'worker_rt'];
const ownBookkeeping = 'migrations'; // TypeORM's list of what ran: no data of ours, and granted to nobody

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

test('every column of an entity exists, as nullable as the entity says', async () => {
  const dataSource = createDataSource({ url: database.urls.owner, name: 'architecture-test', poolSize: 1 });
  await dataSource.initialize();
  const declared = dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
    columns.map(
      ({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? ' or null' : ''}`,
    ),
  );
  await dataSource.destroy();
  const stored = await database.query<{ line: string }>(
    `select table_name || '.' || column_name || case is_nullable when 'YES' then ' or null' else '' end as line
     from information_schema.columns where table_schema = 'public'`,
  );
  const lines = new Set(stored.map(({ line }) => line));
  expect(declared.length).toBeGreaterThan(100);
  expect(declared.filter((line) => !lines.has(line))).toEqual([]);
});

test('every table stands behind a forced wall with a policy for a run-time role', async () => {
  const open = await database.query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> $1
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (
         select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.roles && $2::name[]))`,
    [ownBookkeeping, runtimeRoles],
  );
  expect(open).toEqual([]);
});

test('no signed-in reader of a table with sites sees past their own: its policy has a condition', async () => {
  const bare = await database.query(
    `select p.tablename, p.policyname from pg_policies p
     join information_schema.columns c on c.table_schema = 'public' and c.table_name = p.tablename and c.column_name = 'site_id'
     where p.schemaname = 'public' and 'app_rt' = any (p.roles) and (p.qual = 'true' or p.with_check = 'true')`,
  );
  expect(bare).toEqual([]);
});

test('what a run-time role may touch, some policy of that role decides', async () => {
  const undecided = await database.query(
    `select distinct g.grantee, g.table_name from information_schema.column_privileges g
     where g.table_schema = 'public' and g.grantee in ('PUBLIC', 'app_rt', 'auth_rt', 'link_rt', 'relay_rt', 'worker_rt')
       and not exists (select from pg_policies p where p.tablename = g.table_name and g.grantee::name = any (p.roles))`,
  );
  expect(undecided).toEqual([]);
});

test('a run-time role cannot bypass the walls, become another role but a link’s, or own anything', async () => {
  const roles = await database.query<{ rolname: string }>(
    `select rolname from pg_roles r where rolname = any ($1) and not rolsuper and not rolbypassrls and not rolcreaterole
       and not exists (select from pg_auth_members m where m.member = r.oid
         and not (r.rolname = 'app_rt' and m.roleid = 'link_rt'::regrole and not m.inherit_option and not m.admin_option))
       and not exists (select from pg_class c where c.relowner = r.oid) order by rolname`,
    [runtimeRoles],
  );
  expect(roles.map(({ rolname }) => rolname)).toEqual(runtimeRoles);
});

test('a function with the rights of its owner looks at temporary tables last and is not open to everybody', async () => {
  const loose = await database.query(
    `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.prosecdef
       and (not coalesce('search_path=pg_catalog, public, pg_temp' = any (p.proconfig), false) or has_function_privilege('public', p.oid, 'execute'))`,
  );
  expect(loose).toEqual([]);
});

test('a run-time role cannot make temporary tables in a database that was migrated', async () => {
  const allowed = await database.query(
    `select role from unnest($1::text[]) role where has_database_privilege(role, 'followon_template', 'temporary')`,
    [runtimeRoles],
  );
  expect(allowed).toEqual([]);
});

test('migrating a second time changes nothing', async () => {
  const before = await shapeOf(database);
  await migrateDatabase(database.urls.owner);
  expect(before.length).toBeGreaterThan(200);
  expect(await shapeOf(database)).toEqual(before);
});

/** Columns, indexes, policies, grants and the list of migrations, as lines. */
const shapeOf = ({ query }: TestDatabase) =>
  query(
    `select line from (
       select format('column %s.%s.%s %s %s', table_schema, table_name, column_name, data_type, is_nullable) as line
         from information_schema.columns where table_schema in ('public', 'bullmq')
       union all select indexdef from pg_indexes where schemaname in ('public', 'bullmq')
       union all select format('policy %s %s %s %s %s', tablename, policyname, roles, qual, with_check) from pg_policies
       union all select format('grant %s %s %s', table_name, grantee, privilege_type) from information_schema.table_privileges
         where table_schema in ('public', 'bullmq')
       union all select format('migration %s %s', id, name) from migrations
     ) shape order by line`,
  );
