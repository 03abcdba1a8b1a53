import { realpathSync } from 'node:fs';
import { Client } from 'pg';

export type Answer = 'yes' | 'not yet' | 'wrong password' | 'another server';

/** Asks the server at `url` whether it is ready, and whether it is the one that serves `dataDir`. */
export async function answers(url: string, dataDir: string): Promise<Answer> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // a server that goes away now is simply "not yet"
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0] && samePlace(rows[0].data_directory, dataDir) ? 'yes' : 'another server';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'wrong password' : 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function samePlace(left: string, right: string): boolean {
  return realpathSync(left) === realpathSync(right);
}
