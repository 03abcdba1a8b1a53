import { Client } from 'pg';

export type LauncherLock = { release(): Promise<void> };

const launcherLock = 7_305_119; // any fixed number

/**
 * Makes sure that one launcher at a time uses a database. The lock is a session of the server, so it goes away with
 * the launcher however that ends, which a file would not. Undefined when another launcher holds it.
 */
export async function takeLauncherLock(ownerUrl: string): Promise<LauncherLock | undefined> {
  const client = new Client({
    connectionString: ownerUrl,
    keepAlive: true,
    application_name: 'followon-launcher',
  });
  client.on('error', () => undefined); // the database went away; whoever watches it says so
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    launcherLock,
  ]);
  const release = (): Promise<void> => client.end().catch(() => undefined);
  if (rows[0]?.taken) return { release };
  await release();
  return undefined;
}
