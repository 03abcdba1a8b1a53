import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningPostgres, startPostgres } from '@followon/local-services/postgres';
import { type RunningRedis, startRedis } from '@followon/local-services/redis';
import { ensureRoles, type RoleUrls } from '@followon/local-services/roles';
import { migrateDatabase } from '@followon/shared/db/migrate-database';
import { Redis } from 'ioredis';
import pg from 'pg';

/**
 * A PostgreSQL and a Redis of their own that may be crashed, wiped and brought back. The PostgreSQL flushes to disk
 * as in production, and keeps when each transaction was committed, so that order and delay can be read afterwards.
 */
export interface Stage {
  readonly dir: string;
  readonly urls: RoleUrls;
  readonly ownerUrl: string;
  readonly redisUrl: string;
  readonly redisKind: string;
  /** As the owner, on a connection of its own; waits while PostgreSQL is coming back. */
  query<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Immediate shutdown as in a crash, then a start with recovery on the same port. */
  crashPostgres(): Promise<void>;
  flushRedis(): Promise<void>;
  /** `kill -9`, away for `awayMs`, back empty on the same port. */
  wipeRedis(awayMs: number): Promise<void>;
  close(): Promise<void>;
}

const placePrefix = 'followon-stage-';

export async function setStage(): Promise<Stage> {
  const dir = mkdtempSync(join(tmpdir(), placePrefix));
  chmodSync(dir, 0o711); // as root the server runs under another account
  const dataDir = join(dir, 'postgres');
  let postgres = await startPostgres({ dataDir });
  const { ownerUrl, port } = postgres;
  await once(ownerUrl, 'alter system set track_commit_timestamp = on');
  await postgres.stop();
  postgres = await startPostgres({ dataDir, port });
  const urls = await ensureRoles(ownerUrl, join(dir, 'secrets.json'));
  await migrateDatabase(ownerUrl);
  let redis = await startRedis({ dir: join(dir, 'redis') });
  const { url: redisUrl, kind: redisKind, port: redisPort } = redis;
  mkdirSync(join(dir, 'logs'));

  return {
    ...{ dir, urls, ownerUrl, redisUrl, redisKind },
    query: (sql, values) => patiently(ownerUrl, sql, values),
    crashPostgres: async () => {
      await postgres.crash();
      postgres = await startPostgres({ dataDir, port });
    },
    flushRedis: () => flush(redisUrl),
    wipeRedis: async (awayMs) => {
      await redis.kill();
      await sleep(awayMs);
      redis = await startRedis({ dir: join(dir, 'redis'), port: redisPort });
    },
    close: () => strike(dir, postgres, redis),
  };
}

async function strike(dir: string, postgres: RunningPostgres, redis: RunningRedis): Promise<void> {
  await redis.stop();
  await postgres.crash();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function flush(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  await redis.flushall().finally(() => redis.disconnect());
}

async function once<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'stage' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const recoveryMs = 10_000;
/** Of a server that is not there, is going or is not yet back; an answer about the statement itself is final. */
const passing = ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'];

async function patiently<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  const deadline = performance.now() + recoveryMs;
  for (;;) {
    try {
      return await once<Row>(url, sql, values);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const mayPass = passing.includes(code ?? '') || message.includes('terminated');
      if (!mayPass || performance.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
