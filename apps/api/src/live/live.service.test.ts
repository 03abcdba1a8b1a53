import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Env } from '../env.js';
import type { LiveAudience } from './live-audience.js';
import type { ServerSent } from './live.service.js';
import { LiveService } from './live.service.js';

const HEARTBEAT_MS = 20_000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A service that is not connected, whose readers stay for as long as `isThere` says. */
function aService(isThere: () => Promise<boolean>): LiveService {
  const audience = { isThere, mayHear: () => Promise.resolve('yes') };
  return new LiveService({} as Env, audience as unknown as LiveAudience);
}

function follow(service: LiveService, token = 'a token') {
  const seen: { heard: ServerSent[]; ended: boolean } = { heard: [], ended: false };
  service
    .stream(token)
    .subscribe({ next: (sent) => seen.heard.push(sent), complete: () => (seen.ended = true) });
  return seen;
}

test('a stream on which nothing happens ends at the first heartbeat after its session', async () => {
  let isThere = true;
  const seen = follow(aService(async () => isThere));
  await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(seen).toMatchObject({ ended: false, heard: [{ type: 'heartbeat' }, { type: 'heartbeat' }] });
  isThere = false;
  await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(seen.ended).toBe(true);
});

test('a database that does not answer ends nobody’s stream', async () => {
  const seen = follow(aService(() => Promise.reject(new Error('away'))));
  await jest.advanceTimersByTimeAsync(HEARTBEAT_MS);
  expect(seen).toMatchObject({ ended: false, heard: [{}, {}] });
});

test('the rights of a session are looked up once for all its streams', async () => {
  const mayHear = jest.fn(() => Promise.resolve('yes'));
  const audience = { isThere: () => Promise.resolve(true), mayHear } as unknown as LiveAudience;
  const service = new LiveService({} as Env, audience);
  const streams = [follow(service), follow(service), follow(service, 'another token')];
  const message = JSON.stringify({ kind: 'group', id: randomUUID(), siteId: randomUUID() });
  for (let n = 0; n < 50; n += 1) service['hear'](message);
  await jest.advanceTimersByTimeAsync(0);
  expect(mayHear).toHaveBeenCalledTimes(2);
  for (const { heard } of streams) expect(heard).toHaveLength(2); // the first heartbeat and the change
});
