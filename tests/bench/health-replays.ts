import { parentPort, workerData } from 'node:worker_threads';
import { replayMeetings } from '@followon/shared/rules/health/replay';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import { someMeetings } from '../support/a-history.js';
import { seeded } from '../support/seeded.js';
import { secondsSince } from './measure.js';

/** One core's share of the replays; answers groups a minute. */
const asked = workerData as { seed: number; groups: number; people: number; meetings: number };
const different = 200;

const random = seeded(asked.seed);
const everybody = Array.from({ length: asked.people }, () => random.uuid());
const histories = Array.from({ length: different }, (): GroupHistory => {
  const staying = 0.5 + random.next() / 2;
  const evenings = Array.from({ length: asked.meetings }, (_, meeting) =>
    everybody.filter(() => random.next() < staying * (meeting > asked.meetings / 2 ? staying : 1)),
  );
  return { cadence: 'fortnightly', rests: [], meetings: someMeetings(evenings, { everyDays: 14 }) };
});

const replay = (count: number): number => {
  let reasons = 0;
  for (let group = 0; group < count; group += 1) {
    const readings = replayMeetings(histories[group % different] as GroupHistory);
    reasons += readings.at(-1)?.reasons.length ?? 0;
  }
  return reasons;
};

replay(different); // the first ones are compiled, not measured
const start = performance.now();
if (replay(asked.groups) === 0) throw new Error('No group had a reason: nothing was explained.');
parentPort?.postMessage((60 * asked.groups) / secondsSince(start));
