import type { RoleUrls } from './roles.js';

export type ChildSettings = {
  readonly mode: 'demo' | 'live';
  readonly host: string;
  readonly port: number;
  readonly redisUrl: string | undefined;
  readonly urls: RoleUrls;
  /** Signs links and hashes references. */
  readonly secret: string;
};

/** What no running process may inherit: the owner's rights, and others' URLs. Each gets its own back below. */
const withheld = [
  'DATABASE_URL',
  'OWNER_DATABASE_URL',
  'APP_DATABASE_URL',
  'AUTH_DATABASE_URL',
  'RELAY_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'QUEUE_DATABASE_URL',
  'REDIS_URL',
  'FOLLOWON_DEMO_PASSWORD',
];

/** The API's environment: web requests, sign-in, the relay, and the queue it rings. */
export function apiEnv(inherited: NodeJS.ProcessEnv, settings: ChildSettings): NodeJS.ProcessEnv {
  const { app, auth, relay } = settings.urls;
  return {
    ...common(inherited, settings),
    ...queue(settings, relay),
    APP_DATABASE_URL: app,
    AUTH_DATABASE_URL: auth,
    RELAY_DATABASE_URL: relay,
  };
}

/** The worker's environment: what it reacts with, and the queue it listens to. */
export function workerEnv(inherited: NodeJS.ProcessEnv, settings: ChildSettings): NodeJS.ProcessEnv {
  const { worker } = settings.urls;
  return { ...common(inherited, settings), ...queue(settings, worker), WORKER_DATABASE_URL: worker };
}

/** The environment of a set-up step, which alone acts as the owner of the database. */
export function ownerEnv(inherited: NodeJS.ProcessEnv, ownerUrl: string): NodeJS.ProcessEnv {
  return {
    ...without(inherited),
    NODE_ENV: inherited.NODE_ENV ?? 'production',
    OWNER_DATABASE_URL: ownerUrl,
  };
}

function common(
  inherited: NodeJS.ProcessEnv,
  { mode, host, port, secret }: ChildSettings,
): NodeJS.ProcessEnv {
  return {
    ...without(inherited),
    NODE_ENV: inherited.NODE_ENV ?? 'production',
    FOLLOWON_MODE: mode,
    FOLLOWON_SECRET: secret,
    HOST: host,
    PORT: String(port),
  };
}

function queue({ redisUrl }: ChildSettings, databaseUrl: string): NodeJS.ProcessEnv {
  return redisUrl ? { REDIS_URL: redisUrl } : { QUEUE_DATABASE_URL: databaseUrl };
}

function without(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inherited).filter(([name]) => !withheld.includes(name)));
}
