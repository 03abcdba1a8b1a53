import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@followon/local-services/free-port';
import { startProcess } from './processes.js';

/** Everything that `npm start` starts, on a data folder of its own. */
export interface WholeProduct {
  /** Without a slash at its end. */
  readonly url: string;
  /** Of every demo sign-in. */
  readonly password: string;
  /** Ends every part and forgets the data. */
  stop(): Promise<void>;
}

const password = 'kettle-lantern-otter-2041';
const readyWithinMs = 90_000;

/**
 * Starts the built product with a new demo network: its own PostgreSQL, the API and the worker.
 * @throws Error with the end of its log when it does not get ready
 */
export async function startWholeProduct(): Promise<WholeProduct> {
  const dir = mkdtempSync(join(tmpdir(), 'followon-story-'));
  chmodSync(dir, 0o711); // as root the database runs under another account
  const port = await freePort();
  const product = startProcess({
    name: 'followon',
    file: 'packages/local-services/dist/start.js',
    logFile: join(dir, 'start.log'),
    env: { FOLLOWON_DATA_DIR: join(dir, 'data'), FOLLOWON_DEMO_PASSWORD: password, PORT: String(port) },
    isReady: (log) => log().includes('Followon is ready'),
  });
  const stop = async (): Promise<void> => {
    await product.kill('SIGTERM');
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await product.becomesReady(readyWithinMs);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://localhost:${port}`, password, stop };
}
