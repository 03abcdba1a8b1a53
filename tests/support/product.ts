import { join } from 'node:path';
import { freePort } from '@followon/local-services/free-port';
import { nodeEnv, nodeFlags } from '@followon/local-services/node-flags';
import type { ProcessSpec } from './processes.js';
import type { Stage } from './stage.js';

const secret = 'ab'.repeat(32); // only tests use it

const common = { ...nodeEnv, FOLLOWON_MODE: 'live', NODE_ENV: 'production', LOG_LEVEL: 'warn' };

export type Ring = 'redis' | 'postgres';

const bell = (stage: Stage, ring: Ring, role: 'relay' | 'worker'): Record<string, string> =>
  ring === 'redis' ? { REDIS_URL: stage.redisUrl } : { QUEUE_DATABASE_URL: stage.urls[role] };

/** The API as it is started in production; here it matters for its relay. */
export async function apiProcess(
  stage: Stage,
  ring: Ring = 'redis',
  env: Record<string, string> = {},
): Promise<ProcessSpec> {
  const port = await freePort();
  return {
    name: 'api',
    nodeArgs: nodeFlags,
    file: 'apps/api/dist/main.js',
    logFile: join(stage.dir, 'logs', 'api.log'),
    env: {
      ...common,
      ...bell(stage, ring, 'relay'),
      APP_DATABASE_URL: stage.urls.app,
      AUTH_DATABASE_URL: stage.urls.auth,
      RELAY_DATABASE_URL: stage.urls.relay,
      FOLLOWON_SECRET: secret,
      HOST: '127.0.0.1',
      PORT: String(port),
      ...env,
    },
    isReady: () => answers(`http://127.0.0.1:${port}/health/ready`),
  };
}

export const portOf = (spec: ProcessSpec): number => Number(spec.env.PORT);

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

interface WorkerOptions {
  readonly name?: string;
  readonly ring?: Ring;
  readonly env?: Record<string, string>;
  /** A folder for a CPU profile, written when the worker ends by itself. */
  readonly profile?: string | undefined;
}

/** The worker as it is started in production, with waits shortened where a campaign would only wait. */
export const workerProcess = (
  stage: Stage,
  { name = 'worker', ring = 'redis', env = {}, profile }: WorkerOptions = {},
): ProcessSpec => ({
  name,
  nodeArgs: [...nodeFlags, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
  file: 'apps/worker/dist/main.js',
  logFile: join(stage.dir, 'logs', `${name}.log`),
  env: {
    ...common,
    LOG_LEVEL: 'info',
    // Its messages go to the demo's screen: nobody is behind these addresses.
    FOLLOWON_MODE: 'demo',
    ...bell(stage, ring, 'worker'),
    WORKER_DATABASE_URL: stage.urls.worker,
    FOLLOWON_SECRET: secret,
    ...env,
  },
  isReady: (log) => log().includes('the worker is ready'),
});

/** Production waits 30 s before it looks again for what nobody rang for; a campaign need not. */
export const impatient = {
  LAG_MS: '1000',
  RECONCILE_EVERY_MS: '500',
  RETRY_BASE_MS: '50',
  RETRY_EVERY_MS: '200',
  SWEEP_EVERY_MS: '2000',
  DELIVER_EVERY_MS: '200',
};
