import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { QueryFailedError } from 'typeorm';

interface Index {
  readonly name: string;
  /** Table, columns and condition. */
  readonly on: string;
}

const TRIES = 10;
const PAUSE_MS = 500;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Builds indexes on tables that are in use, so that nobody's write waits for it; for migrations with
 * `transaction = false`. Safe to repeat: what a build that broke off left behind is cleared away first.
 * @throws the database's own error; a lock that is not to be had is tried for half a minute.
 */
export async function buildIndexes(runner: QueryRunner, indexes: readonly Index[]): Promise<void> {
  await runner.query(`set lock_timeout = '2s'`);
  try {
    for (const index of indexes) await buildOne(runner, index, TRIES);
  } finally {
    await runner.query('reset lock_timeout');
  }
}

async function buildOne(runner: QueryRunner, index: Index, tries: number): Promise<void> {
  try {
    await clearBroken(runner, index.name);
    await runner.query(`create index concurrently if not exists ${index.name} on ${index.on}`);
  } catch (error) {
    if (tries <= 1 || !isLocked(error)) throw error;
    await sleep(PAUSE_MS);
    await buildOne(runner, index, tries - 1);
  }
}

/** An index that is not valid has its name already, so that `if not exists` would leave it as it is. */
async function clearBroken(runner: QueryRunner, name: string): Promise<void> {
  const broken = (await runner.query(
    `select from pg_index where indexrelid = to_regclass($1) and not indisvalid`,
    [name],
  )) as unknown[];
  if (broken.length > 0) await runner.query(`drop index concurrently if exists ${name}`);
}

const isLocked = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { readonly code?: string }).code === LOCK_NOT_AVAILABLE;
