import { expect, test } from '@jest/globals';
import { readStartEnv } from './start-env.js';

test('with nothing set it is the demo on port 3000 of this machine, with everything embedded', () => {
  expect(readStartEnv({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    mode: 'demo',
    databaseUrl: undefined,
    redisUrl: undefined,
    demoPassword: undefined,
    secret: undefined,
  });
});

test.each([
  { PORT: '0' },
  { PORT: '3000x' },
  { PORT: '65536' },
  { FOLLOWON_MODE: 'prod' },
  { DATABASE_URL: 'mysql://u:hunter2@h/d' },
  { DATABASE_URL: 'hunter2' },
  { REDIS_URL: 'hunter2' },
  { FOLLOWON_DEMO_PASSWORD: 'hunter2' },
  { FOLLOWON_SECRET: 'hunter2' },
])('a wrong value is refused by the name of its variable, without showing it: %j', (env) => {
  const [name = ''] = Object.keys(env);
  expect(() => readStartEnv(env)).toThrow(new RegExp(`^${name} must (?!.*hunter2)`));
});
