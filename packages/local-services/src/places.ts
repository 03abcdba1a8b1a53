import { join } from 'node:path';

/** What lies where in the data folder. */
export function placesIn(dataDir: string) {
  return {
    dataDir,
    postgres: join(dataDir, 'postgres'),
    secrets: join(dataDir, 'secrets.json'),
    logs: join(dataDir, 'logs'),
  };
}

/** Whether an entry of the data folder is Followon's: reset removes nothing else. */
export function isOurs(entry: string): boolean {
  return (
    ['postgres', 'logs'].includes(entry) || entry.startsWith('postgres.') || entry.startsWith('secrets.json')
  );
}
