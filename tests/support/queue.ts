import { randomBytes } from 'node:crypto';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { Redis } from 'ioredis';
import type { TestDatabase } from './database.js';

export interface TestDoorbell {
  /** For `describe.each(doorbells())('on $name', …)`. */
  readonly name: string;
  /** What the code under test is given. The PostgreSQL one lives in that database, as one of its two users. */
  of(database: TestDatabase, role?: 'relay' | 'worker'): Doorbell;
  /** The same choice as environment variables, for processes that the test starts itself. */
  env(database: TestDatabase): Record<string, string>;
  /** Removes what this file left in Redis; call it in `afterAll`. The PostgreSQL one goes with its database. */
  clear(): Promise<void>;
}

/** Every doorbell that must behave alike: BullMQ's PostgreSQL backend and Redis, under key names of their own. */
export function doorbells(): readonly TestDoorbell[] {
  return [postgresDoorbell, redisDoorbell()];
}

const postgresDoorbell: TestDoorbell = {
  name: 'PostgreSQL',
  of: ({ urls }, role = 'relay') => ({ kind: 'postgres', url: urls[role] }),
  env: ({ urls }) => ({ QUEUE_DATABASE_URL: urls.relay }),
  clear: async () => undefined,
};

function redisDoorbell(): TestDoorbell {
  const url = process.env.TEST_REDIS_URL;
  const kind = process.env.TEST_REDIS_KIND;
  if (!url || !kind) throw new Error('TEST_REDIS_URL is not set: is global-setup.mjs in this Jest project?');
  const prefix = `{test-${randomBytes(6).toString('hex')}}`;
  return {
    name: kind,
    of: () => ({ kind: 'redis', url, prefix }),
    env: () => ({ REDIS_URL: url, REDIS_PREFIX: prefix }),
    clear: () => removeKeys(url, prefix),
  };
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(...keys);
  } finally {
    redis.disconnect();
  }
}
