import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';

interface Safety {
  readonly powerful: boolean;
  readonly owns: boolean;
  readonly fsync: string;
  readonly synchronous_commit: string;
}

const SAFETY = `
  select r.rolsuper or r.rolbypassrls as powerful,
    exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'member')) as owns,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit
  from pg_roles r where r.rolname = current_user`;

/** @throws Error when the worker could see past the walls, or when the database may forget what it has confirmed. */
export async function refuseUnsafeDatabase(
  database: DataSource,
  { allowUnsafe }: { readonly allowUnsafe: boolean },
): Promise<void> {
  const [safety]: Safety[] = await database.query(SAFETY);
  if (!safety) throw new Error('The database does not know the user that the worker connects as.');
  if (safety.powerful || safety.owns) {
    throw new Error(
      'WORKER_DATABASE_URL must name the run-time role: this user owns tables, is a superuser or may bypass row-level security.',
    );
  }
  const isForgetful = safety.fsync === 'off' || safety.synchronous_commit === 'off';
  if (isForgetful && !allowUnsafe) {
    throw new Error(
      'PostgreSQL runs with fsync or synchronous_commit off and may lose what it has confirmed. Turn both on.',
    );
  }
}

/** @throws Error when Redis may evict keys: queues would lose jobs silently. */
export async function refuseEvictingRedis(doorbell: Doorbell): Promise<void> {
  if (doorbell.kind !== 'redis') return;
  const redis = new Redis(doorbell.url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    lazyConnect: true,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
    if (policy !== undefined && policy !== 'noeviction') {
      throw new Error(`Redis has maxmemory-policy ${policy}; queues need noeviction.`);
    }
  } finally {
    redis.disconnect();
  }
}
