import { setTimeout as sleep } from 'node:timers/promises';
import type { Doorbell } from '@followon/shared/doorbell/doorbell';
import { createDataSource } from '@followon/shared/db/data-source';
import { aNetwork, type MeetingToHold, type Network } from '../support/a-network.js';
import { drained } from '../support/drained.js';
import { holdMeetings } from '../support/hold-meeting.js';
import { startProcess } from '../support/processes.js';
import { type Ring, workerProcess } from '../support/product.js';
import { startRelay } from '../support/relay.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { watchCursors } from '../support/witness.js';
import { inShuffledOrder } from './arms.js';
import { atMost, type Bench, measured, percentile } from './measure.js';

const perSecond = 200;
const seconds = 10;
const warmUp = 200; // events whose delay is not counted: connections open, code is compiled
const groups = 500;
const limits = { p50: 10, p99: 100 }; // ms, docs/operations.md

interface Delays {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

export const commitToEffect: Bench = {
  name: 'commit-to-effect',
  title: `From commit to effect at ${perSecond} events/s`,
  run: async ({ seed, repeats, say }) => {
    const random = seeded(seed);
    const seen: Record<Ring, Delays[]> = { redis: [], postgres: [] };
    const arm = (ring: Ring) => async (): Promise<number> => {
      const delays = await delaysOn(ring, random.between(1, 1_000_000));
      seen[ring].push(delays);
      say(`    ${ring}: p50 ${delays.p50.toFixed(1)} ms, p99 ${delays.p99.toFixed(1)} ms`);
      return delays.p50;
    };
    await inShuffledOrder(
      { redis: arm('redis'), postgres: arm('postgres') },
      { random, repeats, say: () => undefined },
    );
    const figure = (ring: Ring, which: keyof Delays) =>
      measured(
        'ms',
        seen[ring].map((delays) => delays[which]),
      );
    const onRedis = {
      p50: figure('redis', 'p50'),
      p99: figure('redis', 'p99'),
      worst: figure('redis', 'worst'),
    };
    return {
      bench: commitToEffect.name,
      title: commitToEffect.title,
      method: `facts are committed on a fixed schedule by one process that wakes the API's own relay after each commit, as a request does; a real worker reads them. Delay = the database's commit time of the last cursor that moved past the event (its effects are in that transaction) minus the commit time of the transaction that wrote the event; ${seconds} s a repeat after ${warmUp} events of warming up`,
      figures: {
        'redis p50': onRedis.p50,
        'redis p99': onRedis.p99,
        'redis worst': onRedis.worst,
        'postgres p50': figure('postgres', 'p50'),
        'postgres p99': figure('postgres', 'p99'),
      },
      floors: [
        atMost('commit to effect on Redis, p50', { is: onRedis.p50.median, limit: limits.p50, unit: 'ms' }),
        atMost('commit to effect on Redis, p99', { is: onRedis.p99.median, limit: limits.p99, unit: 'ms' }),
      ],
    };
  },
};

async function delaysOn(ring: Ring, seed: number): Promise<Delays> {
  const stage = await setStage();
  const doorbell: Doorbell =
    ring === 'redis' ? { kind: 'redis', url: stage.redisUrl } : { kind: 'postgres', url: stage.urls.relay };
  const meetingsEach = Math.ceil((perSecond * seconds + warmUp) / groups);
  const network = await aNetwork(stage, seeded(seed), { sites: 5, groups, meetingsEach, fades: 'once' });
  await watchCursors(stage);
  const worker = startProcess(workerProcess(stage, { ring }));
  const relay = await startRelay(stage, doorbell);
  try {
    await worker.becomesReady();
    await holdOnSchedule(stage, network, () => relay.wake());
    await drained(stage, 30_000);
    return await readDelays(stage);
  } finally {
    await relay.close();
    await worker.kill('SIGTERM');
    await stage.close();
  }
}

/** Open loop: the next fact is due when it is due, however long the last one took. */
async function holdOnSchedule(stage: Stage, network: Network, afterCommit: () => void): Promise<void> {
  const database = createDataSource({ url: stage.urls.app, name: 'bench', poolSize: 8 });
  await database.initialize();
  const hold = (meeting: MeetingToHold): Promise<void> =>
    holdMeetings(database, network.accountId, [meeting]).then(afterCommit);
  const turns = Math.max(...network.groups.map(({ meetings }) => meetings.length));
  const meetings = Array.from({ length: turns }, (_, turn) =>
    network.groups.flatMap((group) => group.meetings.slice(turn, turn + 1)),
  ).flat();
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (const [index, meeting] of meetings.entries()) {
    const early = start + (index * 1_000) / perSecond - performance.now();
    if (early > 0) await sleep(early);
    running.push(hold(meeting));
  }
  await Promise.all(running);
  await database.destroy();
}

const DELAYS = `
  select extract(epoch from max(pg_xact_commit_timestamp(w.xmin)) - pg_xact_commit_timestamp(m.xmin))::float8 * 1000 as ms
  from event e join meeting m on m.id = (e.payload->>'meetingId')::uuid
    join witness w on w.stream_id = e.stream_id and e.seq > w.after_seq and e.seq <= w.up_to_seq
  where e.name = 'meeting.held.v1' group by e.id, m.xmin order by e.id offset ${warmUp}`;

async function readDelays(stage: Stage): Promise<Delays> {
  const rows = await stage.query<{ ms: number }>(DELAYS);
  const delays = rows.map(({ ms }) => ms);
  return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99), worst: percentile(delays, 1) };
}
