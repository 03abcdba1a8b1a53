import { runMigrations } from 'bullmq';
import pg from 'pg';
import { createDataSource } from './data-source.js';

const BULLMQ_SCHEMA = 'bullmq';

const grants = ['relay_rt', 'worker_rt'].flatMap((role) => [
  `grant usage on schema ${BULLMQ_SCHEMA} to ${role}`,
  `grant select, insert, update, delete on all tables in schema ${BULLMQ_SCHEMA} to ${role}`,
  `grant usage, select, update on all sequences in schema ${BULLMQ_SCHEMA} to ${role}`,
  `grant execute on all functions in schema ${BULLMQ_SCHEMA} to ${role}`,
]);

/**
 * Brings a database to the present schema: ours, then BullMQ's own for the PostgreSQL doorbell, with its grants.
 * Safe to repeat. The run-time roles must exist (the launcher makes them).
 * @throws the database's own error; nothing of the failing migration stays, but for one without a transaction, which
 * heals when it runs again.
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const dataSource = createDataSource({ url: ownerUrl, name: 'followon-migrate', poolSize: 1 });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client);
    for (const grant of grants) await client.query(grant);
  } finally {
    await client.end();
  }
}
