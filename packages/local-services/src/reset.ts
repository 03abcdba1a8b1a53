import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirHere } from './data-dir.js';
import { takeLauncherLock } from './launcher-lock.js';
import { explain, PlainError } from './plain-error.js';
import { isOurs, placesIn } from './places.js';
import { startPostgres } from './postgres.js';
import { runningPostmaster } from './postmaster.js';

/** `npm run reset`: removes the embedded data, so that the next start begins anew. */
async function reset(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.DATABASE_URL) {
    throw new PlainError(
      'DATABASE_URL is set: Followon does not delete a database it did not make. Nothing was removed.',
    );
  }
  const dataDir = dataDirHere(env);
  const ours = existsSync(dataDir) ? readdirSync(dataDir).filter(isOurs) : [];
  if (ours.length === 0) return `There is nothing to remove in ${dataDir}.`;
  await stopLeftOver(placesIn(dataDir).postgres);
  for (const entry of ours) rmSync(join(dataDir, entry), { recursive: true, force: true });
  if (readdirSync(dataDir).length === 0) rmdirSync(dataDir);
  return `Removed the data in ${dataDir}. The next "npm start" begins anew.`;
}

/** Refuses while Followon runs; ends a database whose launcher was killed. */
async function stopLeftOver(dataDir: string): Promise<void> {
  if (runningPostmaster(dataDir) === undefined) return;
  const server = await startPostgres({ dataDir });
  const lock = await takeLauncherLock(server.ownerUrl);
  if (lock === undefined)
    throw new PlainError('Followon is running. Stop it first (Ctrl-C), then run "npm run reset" again.');
  await lock.release();
  await server.stop();
}

try {
  console.log(await reset(process.env));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
