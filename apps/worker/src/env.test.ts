import { expect, test } from '@jest/globals';
import { workerEnv } from './env.js';

test('a worker that is told nothing lives in real time: the time machine is asked for by name', () => {
  const source = {
    WORKER_DATABASE_URL: 'postgres://worker_rt@127.0.0.1/followon',
    FOLLOWON_SECRET: 'ab'.repeat(32),
  };
  expect(workerEnv(source).FOLLOWON_MODE).toBe('live');
  expect(workerEnv({ ...source, FOLLOWON_MODE: 'demo' }).FOLLOWON_MODE).toBe('demo');
});

test('nothing stands in for a secret that is not given: links would be anybody’s to make', () => {
  expect(() => workerEnv({ WORKER_DATABASE_URL: 'postgres://worker_rt@127.0.0.1/followon' })).toThrow(
    /FOLLOWON_SECRET/,
  );
});
