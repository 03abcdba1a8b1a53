import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import globalTeardown from './global-teardown.mjs';

const placePrefix = 'followon-tests-';
const mostMs = 60_000;

/** One PostgreSQL, one migrated template and one Redis for the whole run; tests learn where by TEST_* variables. */
export default async function globalSetup() {
  try {
    await within(mostMs, start());
  } catch (error) {
    await globalTeardown(); // Jest only calls it when the set-up went well
    throw error;
  }
}

async function start() {
  removeLeftovers();
  const place = mkdtempSync(join(tmpdir(), placePrefix));
  chmodSync(place, 0o711); // as root the server runs under another account
  writeFileSync(join(place, 'runner.pid'), String(process.pid));
  const running = { place, postgres: undefined, redis: undefined };
  globalThis.followonTestServices = running;
  const { startPostgres, startRedis, ensureRoles, migrateDatabase } = await built();

  running.postgres = await startPostgres({ dataDir: join(place, 'postgres'), fast: true });
  const template = new URL(running.postgres.ownerUrl);
  template.pathname = '/followon_template';
  await query(running.postgres.ownerUrl, 'create database followon_template');
  const roles = await ensureRoles(template.href, join(place, 'secrets.json'));
  await migrateDatabase(template.href);

  if (process.env.REDIS_URL) await reachable(process.env.REDIS_URL);
  else running.redis = await startRedis({ dir: join(place, 'redis') });
  if (running.redis?.pid) writeFileSync(join(place, 'redis.pid'), String(running.redis.pid));
  process.env.TEST_OWNER_URL = template.href;
  process.env.TEST_ROLE_URLS = JSON.stringify(roles);
  process.env.TEST_REDIS_URL = process.env.REDIS_URL ?? running.redis.url;
  process.env.TEST_REDIS_KIND = running.redis?.kind ?? 'Redis at REDIS_URL';
}

/** The compiled packages: Jest loads this file without its transforms. */
async function built() {
  const from = (path) => import(new URL(`../../packages/${path}`, import.meta.url).href);
  try {
    return {
      ...(await from('local-services/dist/postgres.js')),
      ...(await from('local-services/dist/redis.js')),
      ...(await from('local-services/dist/roles.js')),
      ...(await from('shared/dist/db/migrate-database.js')),
    };
  } catch (error) {
    throw new Error('Tests that need a database need the compiled packages: run "npm run build" first.', {
      cause: error,
    });
  }
}

async function query(url, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function reachable(url) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 3_000, retryStrategy: () => null });
  redis.on('error', () => undefined); // the failing connect below says it
  try {
    await redis.connect();
  } catch (error) {
    throw new Error('The Redis at REDIS_URL does not answer. Start it, or unset REDIS_URL.', {
      cause: error,
    });
  } finally {
    redis.disconnect();
  }
}

/** A run that was killed leaves its servers behind; the next run ends them. */
function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(placePrefix))) {
    const place = join(tmpdir(), name);
    const runner = pidIn(join(place, 'runner.pid'));
    if (runner === undefined || isAlive(runner)) continue;
    for (const pid of [pidIn(join(place, 'postgres', 'postmaster.pid')), pidIn(join(place, 'redis.pid'))]) {
      if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    }
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function pidIn(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The test services did not start within ${ms / 1000} seconds.`)),
      ms,
    );
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
