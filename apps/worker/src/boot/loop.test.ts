import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { log } from '../log.js';
import { Loop } from './loop.js';

log.level = 'silent';

test('a turn that takes long never overlaps the next, and stopping waits for it', async () => {
  let [running, most, finished] = [0, 0, 0];
  const loop = new Loop('slow', 1, async () => {
    most = Math.max(most, (running += 1));
    await sleep(10);
    running -= 1;
    finished += 1;
  });
  loop.start();
  await sleep(60);
  await loop.stop();
  const atStop = finished;
  await sleep(30);
  expect({ most, running, more: finished - atStop }).toEqual({ most: 1, running: 0, more: 0 });
  expect(finished).toBeGreaterThan(1);
});

test('a turn that throws is tried again', async () => {
  let turns = 0;
  const loop = new Loop('broken', 1, async () => {
    turns += 1;
    throw new Error('no');
  });
  loop.start();
  await sleep(40);
  await loop.stop();
  expect(turns).toBeGreaterThan(1);
});
