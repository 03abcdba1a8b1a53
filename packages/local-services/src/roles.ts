import type { Client } from 'pg';
import { codeOf, withClient, withUser } from './database.js';
import { PlainError } from './plain-error.js';
import { findOrMake, openSecrets, randomPassword } from './secrets.js';

type Limits = { readonly statement: string; readonly lock: string; readonly idleInTransaction: string };

/**
 * The users the running product connects as. None owns anything or sees past row-level security. The limits end what
 * hangs: nobody waits 5 seconds for a page, and a forgotten transaction must not hold its locks.
 */
const runtimeRoles = {
  app: { name: 'app_rt', limits: { statement: '5s', lock: '2s', idleInTransaction: '10s' } },
  worker: { name: 'worker_rt', limits: { statement: '30s', lock: '5s', idleInTransaction: '30s' } },
  relay: { name: 'relay_rt', limits: { statement: '10s', lock: '2s', idleInTransaction: '10s' } },
  auth: { name: 'auth_rt', limits: { statement: '5s', lock: '2s', idleInTransaction: '10s' } },
} as const satisfies Record<string, { name: string; limits: Limits }>;

export type RuntimeRole = keyof typeof runtimeRoles;
export type RoleUrls = Readonly<Record<RuntimeRole, string>>;

const roleKeys = Object.keys(runtimeRoles) as RuntimeRole[];
const setUpLock = 7_305_118; // any fixed number: two starters at once take turns
const wrongPassword = '28P01';
const notAllowed = '42501';

/**
 * Creates the run-time roles once per cluster, keeps their passwords in `secretsFile`, and answers each one's URL for
 * the database of `ownerUrl`. Safe to repeat. Throws a PlainError when the owner may not create roles.
 */
export async function ensureRoles(ownerUrl: string, secretsFile: string): Promise<RoleUrls> {
  const secrets = openSecrets(secretsFile);
  const urls = {} as Record<RuntimeRole, string>;
  for (const key of roleKeys) {
    const password = findOrMake(secrets, `password of ${runtimeRoles[key].name}`, randomPassword);
    urls[key] = withUser(ownerUrl, runtimeRoles[key].name, password);
  }
  await applyRoles(ownerUrl, urls);
  return urls;
}

/** As `ensureRoles`, with the passwords already in `urls`. */
export async function applyRoles(ownerUrl: string, urls: RoleUrls): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [setUpLock]);
    for (const key of roleKeys) await ensureRole(client, key, urls[key]);
    await ensureLinkRole(client);
  });
}

/** What the API becomes inside a transaction that acts for a one-action link; nobody signs in as it. */
const linkRole = 'link_rt';

async function ensureLinkRole(client: Client): Promise<void> {
  if ((await findRole(client, linkRole)) === undefined) {
    await refuseIfPowerless(client);
    await client.query(
      `create role ${linkRole} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit`,
    );
  }
  const sql = `select 1 from pg_auth_members where roleid = $1::regrole and member = $2::regrole`;
  const { rowCount } = await client.query(sql, [linkRole, runtimeRoles.app.name]);
  // Without inheriting: the right is used by becoming the role, never by being app_rt.
  if (!rowCount) await client.query(`grant ${linkRole} to ${runtimeRoles.app.name}`);
}

async function ensureRole(client: Client, key: RuntimeRole, url: string): Promise<void> {
  const { name, limits } = runtimeRoles[key];
  const password = client.escapeLiteral(decodeURIComponent(new URL(url).password));
  const existing = await findRole(client, name);
  if (existing === undefined) {
    await refuseIfPowerless(client);
    const nothing = 'nosuperuser nobypassrls nocreatedb nocreaterole noinherit';
    await client.query(`create role ${name} login ${nothing} password ${password}`);
  }
  if (existing?.rolsuper || existing?.rolbypassrls) {
    throw new PlainError(
      `The database user ${name} exists and has rights it must not have (superuser or bypassrls). Take them away first.`,
    );
  }
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.query(`grant connect on database ${client.escapeIdentifier(rows[0]?.name ?? '')} to ${name}`);
  const changes = [
    `set statement_timeout = '${limits.statement}'`,
    `set lock_timeout = '${limits.lock}'`,
    `set idle_in_transaction_session_timeout = '${limits.idleInTransaction}'`,
  ];
  if (existing && !(await mayLogIn(url))) changes.unshift(`password ${password}`);
  for (const change of changes) await alterRole(client, name, change);
}

async function alterRole(client: Client, name: string, change: string): Promise<void> {
  try {
    await client.query(`alter role ${name} ${change}`);
  } catch (error) {
    if (codeOf(error) !== notAllowed) throw error;
    throw new PlainError(
      `The database user ${name} exists, and the owner may not change it. Drop it first, or ${ownUsers}.`,
    );
  }
}

/** What an operator can do whose database policy forbids our own users. */
const ownUsers =
  'make the users yourself and set APP_DATABASE_URL, WORKER_DATABASE_URL, RELAY_DATABASE_URL and AUTH_DATABASE_URL';

type ExistingRole = { readonly rolsuper: boolean; readonly rolbypassrls: boolean };

async function findRole(client: Client, name: string): Promise<ExistingRole | undefined> {
  const found = await client.query<ExistingRole>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [name],
  );
  return found.rows[0];
}

/** Asked beforehand, because a refused CREATE ROLE would put its password into the server's log. */
async function refuseIfPowerless(client: Client): Promise<void> {
  const own =
    'select rolsuper or rolcreaterole as may, current_user as name from pg_roles where rolname = current_user';
  const { rows } = await client.query<{ may: boolean; name: string }>(own);
  if (rows[0]?.may) return;
  const name = rows[0]?.name;
  throw new PlainError(
    `The database user "${name}" may not create users. Run "ALTER ROLE ${name} CREATEROLE", or ${ownUsers}.`,
  );
}

async function mayLogIn(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => undefined);
    return true;
  } catch (error) {
    if (codeOf(error) === wrongPassword) return false;
    throw error;
  }
}
