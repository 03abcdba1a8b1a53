import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { apiEnv, type ChildSettings, ownerEnv, workerEnv } from './child-env.js';
import { makeDataDir } from './data-dir.js';
import { readablePassword } from './demo-password.js';
import { portProblem } from './free-port.js';
import { PlainError } from './plain-error.js';
import { placesIn } from './places.js';
import { startProgram } from './program.js';
import { becomesReady, statusOf } from './readiness.js';
import { readyMessage } from './ready-message.js';
import { roleUrls } from './role-urls.js';
import { runStep } from './run-step.js';
import { findOrMake, openSecrets, type Secrets } from './secrets.js';
import { embedDatabase, type StartedDatabase, useDatabase } from './start-database.js';
import type { StartEnv } from './start-env.js';
import { supervise } from './supervisor.js';

export type Launch = {
  readonly repository: string;
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly settings: StartEnv;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Remembers how to stop what has been started; run in reverse. */
  readonly later: (undo: () => Promise<void>) => void;
};

const readyWithinMs = 60_000;
const graceMs = 25_000; // the worker may be in the middle of a delivery

/** Starts every part in order and says where it is. Settles with a sentence if a part later dies for good. */
export async function bringUp(launch: Launch): Promise<{ readonly gaveUp: Promise<string> }> {
  const { settings, say } = launch;
  const places = placesIn(launch.dataDir);
  await refuseBusyPort(settings);
  makeDataDir(launch.dataDir);
  mkdirSync(places.logs, { recursive: true, mode: 0o700 });
  const secrets = openSecrets(places.secrets);
  const demoPassword = keepDemoPassword(settings, secrets);

  const database = settings.databaseUrl
    ? await useDatabase(settings.databaseUrl)
    : await embedDatabase(places.postgres, say);
  launch.later(() => database.stop());
  const urls = await roleUrls(launch.env, database.ownerUrl, places.secrets);
  await prepareData(launch, database, demoPassword);

  const secret = settings.secret ?? keptSecret(places.secrets);
  const gaveUp = startPrograms(launch, { ...settings, urls, secret }, database);
  await waitForApi(launch, gaveUp);
  const queue = settings.redisUrl
    ? `BullMQ on Redis at ${new URL(settings.redisUrl).host} (REDIS_URL)`
    : 'BullMQ on PostgreSQL';
  say(
    readyMessage({
      ...settings,
      ...launch,
      database: database.label,
      queue,
      embedded: database.embedded,
      demoPassword,
    }),
  );
  return { gaveUp };
}

async function refuseBusyPort({ port, host }: StartEnv): Promise<void> {
  const problem = await portProblem(port, host);
  if (problem === undefined) return;
  const why = problem === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${problem})`;
  throw new PlainError(
    `Port ${port} ${why}. Stop the program that holds it, or choose another: PORT=${port + 1} npm start`,
  );
}

function keepDemoPassword({ demoPassword }: StartEnv, secrets: Secrets): string {
  if (demoPassword) secrets.keep('demo password', demoPassword);
  return findOrMake(secrets, 'demo password', readablePassword);
}

function keptSecret(file: string): string {
  return findOrMake(openSecrets(file), 'signing secret', () => randomBytes(32).toString('hex'));
}

async function prepareData(launch: Launch, database: StartedDatabase, demoPassword: string): Promise<void> {
  const { repository, dataDir, signal, settings } = launch;
  const env = ownerEnv(launch.env, database.ownerUrl);
  const common = { cwd: repository, logFile: join(placesIn(dataDir).logs, 'setup.log'), signal };
  await runStep({ ...common, what: 'database migration', file: 'packages/shared/dist/db/migrate.js', env });
  if (settings.mode !== 'demo') return;
  launch.say('Making sure the demo network is there (the first time takes a little longer).');
  const seedEnv = { ...env, FOLLOWON_MODE: 'demo', FOLLOWON_DEMO_PASSWORD: demoPassword };
  await runStep({ ...common, what: 'demo network', file: 'apps/worker/dist/demo/seed.js', env: seedEnv });
}

function startPrograms(launch: Launch, settings: ChildSettings, database: StartedDatabase): Promise<string> {
  const { env } = launch;
  const api = keepRunning(launch, 'api', apiEnv(env, settings));
  const worker = keepRunning(launch, 'worker', workerEnv(env, settings));
  return Promise.race([api, worker, database.gaveUp]);
}

function keepRunning(
  { repository, dataDir, say, later }: Launch,
  name: 'api' | 'worker',
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const logFile = join(placesIn(dataDir).logs, `${name}.log`);
  const show = (line: string): void => say(`${name}: ${line}`);
  const supervised = supervise({
    name,
    start: () => startProgram({ file: `apps/${name}/dist/main.js`, cwd: repository, env, logFile, show }),
    now: () => performance.now(),
    pause: (ms) => sleep(ms),
    say,
  });
  later(() => supervised.stop(graceMs));
  return supervised.gaveUp.then((sentence) => `${sentence} Its log is ${logFile}.`);
}

async function waitForApi({ settings, dataDir, signal }: Launch, gaveUp: Promise<string>): Promise<void> {
  const host = ['0.0.0.0', '::'].includes(settings.host) ? '127.0.0.1' : settings.host;
  const url = `http://${host}:${settings.port}/health/ready`;
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal });
  const ready = becomesReady({
    url,
    withinMs: readyWithinMs,
    now: () => performance.now(),
    pause,
    ask: statusOf,
  });
  const outcome = await Promise.race([ready, gaveUp]);
  if (typeof outcome === 'string') throw new PlainError(outcome);
  if (!outcome)
    throw new PlainError(
      `The api was not ready after 60 seconds. Its log is ${placesIn(dataDir).logs}/api.log.`,
    );
}
