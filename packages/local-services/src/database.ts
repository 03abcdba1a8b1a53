import { Client } from 'pg';
import { PlainError } from './plain-error.js';

const missingDatabase = '3D000';
const alreadyThere = '42P04';

/** `url` with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** `url` with another user: same server, database and options. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}

/** Creates the database that `url` names, unless it is there. Throws a PlainError when the server cannot be used. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await withClient(url, async () => undefined);
  } catch (error) {
    if (codeOf(error) !== missingDatabase) throw cannotReach(url, error);
    await createDatabase(url);
  }
}

/** Runs `work` on one connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: 'followon-start',
  });
  client.on('error', () => undefined); // the query in hand reports it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    await withClient(withDatabase(url, 'postgres'), (client) =>
      client.query(`create database ${client.escapeIdentifier(name)}`),
    );
  } catch (error) {
    if (codeOf(error) === alreadyThere) return;
    throw new PlainError(
      `The database "${name}" does not exist and could not be created: ${messageOf(error)}.`,
    );
  }
}

function cannotReach(url: string, error: unknown): PlainError {
  const { host } = new URL(url);
  return new PlainError(`PostgreSQL at ${host} cannot be used: ${messageOf(error)}. Check DATABASE_URL.`);
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error && error.message ? error.message : codeOf(error);
}

/** The SQLSTATE or system code of an error. */
export function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'unknown error';
}
