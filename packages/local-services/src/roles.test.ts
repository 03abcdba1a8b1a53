import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, withClient, withDatabase, withUser } from './database.js';
import { type RunningPostgres, startPostgres } from './postgres.js';
import { ensureRoles } from './roles.js';

const place = mkdtempSync(join(tmpdir(), 'followon-roles-'));
chmodSync(place, 0o711);
const secretsFile = join(place, 'secrets.json');
let server: RunningPostgres;
let ownerUrl: string;

beforeAll(async () => {
  server = await startPostgres({ dataDir: join(place, 'postgres'), fast: true });
  ownerUrl = withDatabase(server.ownerUrl, 'followon');
  await ensureDatabase(ownerUrl);
}, 60_000);

afterAll(async () => {
  await server.crash();
  rmSync(place, { recursive: true, force: true });
});

const whoAmI = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<Record<string, string>>(
      `select current_user as who, current_database() as place, current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`,
    );
    return rows[0];
  });

test('each part of the product gets a user of its own with its own limits', async () => {
  const urls = await ensureRoles(ownerUrl, secretsFile);
  const app = { who: 'app_rt', place: 'followon', statement: '5s', lock: '2s', idle: '10s' };
  expect(await whoAmI(urls.app)).toEqual(app);
  expect(await whoAmI(urls.auth)).toEqual({ ...app, who: 'auth_rt' });
  expect(await whoAmI(urls.relay)).toEqual({ ...app, who: 'relay_rt', statement: '10s' });
  expect(await whoAmI(urls.worker)).toEqual({
    ...app,
    who: 'worker_rt',
    statement: '30s',
    lock: '5s',
    idle: '30s',
  });
  expect(statSync(secretsFile).mode & 0o777).toBe(0o600);
});

test('the passwords stay the same from one start to the next', async () => {
  expect(await ensureRoles(ownerUrl, secretsFile)).toEqual(await ensureRoles(ownerUrl, secretsFile));
});

test('a lost secrets file is healed with new passwords', async () => {
  const before = await ensureRoles(ownerUrl, secretsFile);
  rmSync(secretsFile);
  const after = await ensureRoles(ownerUrl, secretsFile);
  expect(after.app).not.toBe(before.app);
  expect(await whoAmI(after.app)).toMatchObject({ who: 'app_rt' });
});

test('none of the users can see past row-level security, create anything or become another', async () => {
  const held = await withClient(ownerUrl, (client) =>
    client.query(
      `select rolname from pg_roles where rolname like '%\\_rt'
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit or rolreplication)`,
    ),
  );
  expect(held.rows).toEqual([]);
});

test('an owner who may not create users is told so in one sentence', async () => {
  await withClient(ownerUrl, async (client) => {
    await client.query(`create role weak_owner login password 'weak'`);
    for (const role of ['app_rt', 'worker_rt', 'relay_rt', 'auth_rt', 'link_rt']) {
      await client.query(`drop owned by ${role}`);
      await client.query(`drop role ${role}`);
    }
  });
  await expect(ensureRoles(withUser(ownerUrl, 'weak_owner', 'weak'), secretsFile)).rejects.toThrow(
    /may not create users/,
  );
});

test('an owner who is no superuser but may create users can set everything up', async () => {
  await withClient(ownerUrl, async (client) => {
    await client.query(`create role plain_owner login createrole createdb password 'plain'`);
  });
  const ownUrl = withDatabase(withUser(ownerUrl, 'plain_owner', 'plain'), 'own');
  await ensureDatabase(ownUrl);
  const urls = await ensureRoles(ownUrl, secretsFile);
  await ensureRoles(ownUrl, secretsFile);
  expect(await whoAmI(urls.worker)).toMatchObject({ who: 'worker_rt', place: 'own', statement: '30s' });
});

test('a server that is not there is named in one sentence', async () => {
  await expect(ensureDatabase('postgres://me:secret@127.0.0.1:9/none')).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:9 cannot be used: .*Check DATABASE_URL\.$/,
  );
});
