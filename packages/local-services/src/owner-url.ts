import { existsSync, readFileSync } from 'node:fs';
import { ownerRole } from './cluster.js';
import { dataDirHere } from './data-dir.js';
import { placesIn } from './places.js';
import { PlainError } from './plain-error.js';
import { runningPostmaster } from './postmaster.js';

/**
 * The owner's URL of this installation's database, for commands run beside `npm start` such as `admin:create`:
 * DATABASE_URL, else the embedded PostgreSQL that is running now. Throws a PlainError when it is not.
 */
export function ownerUrlHere(env: NodeJS.ProcessEnv): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const { postgres } = placesIn(dataDirHere(env));
  const passwordFile = `${postgres}.password`;
  const found = runningPostmaster(postgres);
  if (found === undefined || !existsSync(passwordFile)) {
    throw new PlainError(
      'Followon is not running. Start it with "npm start", then run this again in a second terminal.',
    );
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  return `postgres://${ownerRole}:${password}@127.0.0.1:${found.port}/followon`;
}
