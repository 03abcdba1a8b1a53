import { expect, test } from '@jest/globals';
import { apiEnv, ownerEnv, workerEnv } from './child-env.js';

const urls = {
  app: 'postgres://app',
  worker: 'postgres://worker',
  relay: 'postgres://relay',
  auth: 'postgres://auth',
};
const settings = {
  mode: 'demo',
  host: '127.0.0.1',
  port: 3000,
  redisUrl: undefined,
  urls,
  secret: 'ab12',
} as const;
const inherited = {
  PATH: '/bin',
  DATABASE_URL: 'postgres://owner',
  OWNER_DATABASE_URL: 'postgres://owner',
  FOLLOWON_DEMO_PASSWORD: 'a-b-c-1',
  REDIS_URL: '',
};
const common = {
  PATH: '/bin',
  NODE_ENV: 'production',
  FOLLOWON_MODE: 'demo',
  FOLLOWON_SECRET: 'ab12',
  HOST: '127.0.0.1',
  PORT: '3000',
};

test('the api gets the three users it needs and rings the queue as the relay', () => {
  expect(apiEnv(inherited, settings)).toEqual({
    ...common,
    APP_DATABASE_URL: urls.app,
    AUTH_DATABASE_URL: urls.auth,
    RELAY_DATABASE_URL: urls.relay,
    QUEUE_DATABASE_URL: urls.relay,
  });
});

test('the worker gets its own user only', () => {
  expect(workerEnv(inherited, settings)).toEqual({
    ...common,
    WORKER_DATABASE_URL: urls.worker,
    QUEUE_DATABASE_URL: urls.worker,
  });
});

test('with Redis the queue needs no database', () => {
  const env = workerEnv(inherited, { ...settings, redisUrl: 'redis://r' });
  expect(env.REDIS_URL).toBe('redis://r');
  expect(env).not.toHaveProperty('QUEUE_DATABASE_URL');
});

test('only set-up steps act as the owner', () => {
  expect(ownerEnv(inherited, 'postgres://embedded')).toEqual({
    PATH: '/bin',
    NODE_ENV: 'production',
    OWNER_DATABASE_URL: 'postgres://embedded',
  });
});
