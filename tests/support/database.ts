import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface DatabaseUrls {
  /** Superuser: builders and assertions only, never the code under test. */
  readonly owner: string;
  readonly app: string;
  readonly worker: string;
  readonly relay: string;
  readonly auth: string;
}

export interface TestDatabase {
  readonly urls: DatabaseUrls;
  /** Runs one statement as the owner and answers its rows. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Inserts one row as the owner, columns in snake case, and answers it as stored. */
  insert<Row extends pg.QueryResultRow>(table: string, row: Readonly<Record<string, unknown>>): Promise<Row>;
  /** Drops it. Throws, and so fails the test file, when somebody is still connected. */
  close(): Promise<void>;
}

const graceMs = 2_000; // a closed pool's sockets take a moment to be noticed by the server

/** A fresh copy of the migrated template for one test file; call `close` in `afterAll`. */
export async function aDatabase(): Promise<TestDatabase> {
  const template = new URL(needed('TEST_OWNER_URL'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = at(template.href, 'postgres');
  await once(server, `create database ${name} template ${template.pathname.slice(1)}`);
  const urls = urlsOf(name, template.href);
  const owner = new pg.Client({ connectionString: urls.owner, application_name: 'test-support' });
  await owner.connect();
  return {
    urls,
    query: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(sql, [...values])).rows,
    insert: (table, row) => insertRow(owner, table, row),
    close: async () => {
      await owner.end();
      const open = await stillConnected(server, name);
      await once(server, `drop database ${name} with (force)`);
      if (open.length > 0) throw new Error(`Connections were left open:\n${open.join('\n')}`);
    },
  };
}

function urlsOf(name: string, ownerUrl: string): DatabaseUrls {
  const roles = JSON.parse(needed('TEST_ROLE_URLS')) as Omit<DatabaseUrls, 'owner'>;
  const { app, worker, relay, auth } = roles;
  return {
    owner: at(ownerUrl, name),
    app: at(app, name),
    worker: at(worker, name),
    relay: at(relay, name),
    auth: at(auth, name),
  };
}

async function insertRow<Row extends pg.QueryResultRow>(
  owner: pg.Client,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<Row> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const sql = `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning *`;
  const { rows } = await owner.query<Row>(sql, Object.values(row));
  return rows[0] as Row;
}

async function stillConnected(server: string, name: string): Promise<string[]> {
  const sql = `select format('  %s as %s, %s: %s', application_name, usename, state, left(query, 80)) as line
    from pg_stat_activity where datname = '${name}' and backend_type = 'client backend'`;
  const deadline = performance.now() + graceMs;
  for (;;) {
    const lines = (await once<{ line: string }>(server, sql)).map(({ line }) => line);
    if (lines.length === 0 || performance.now() > deadline) return lines;
    await sleep(25);
  }
}

async function once<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'test-support' });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: is global-setup.mjs in this Jest project?`);
  return value;
}
