import { randomUUID } from 'node:crypto';
import { createDataSource } from '@followon/shared/db/data-source';
import { openQueue } from '@followon/shared/doorbell/doorbell';
import { queues, ringOptions } from '@followon/shared/events/queues';
import type { Queue } from 'bullmq';
import { aNetwork, type Network } from '../support/a-network.js';
import { drained } from '../support/drained.js';
import { holdMeetings } from '../support/hold-meeting.js';
import { startProcess } from '../support/processes.js';
import { impatient, workerProcess } from '../support/product.js';
import { type Seeded, seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { watchCursors } from '../support/witness.js';
import { compareWithFold, readInvariants } from './invariants.js';
import { copies } from './f10-copies.js';
import { naiveJobs } from './f10-naive.js';
import { type Arm, type Campaign, mustBeZero, type Size, timed } from './verdict.js';

const sizes = {
  short: { groups: 20, meetingsEach: 20 },
  full: { groups: 200, meetingsEach: 50 },
} as const satisfies Record<Size, { groups: number; meetingsEach: number }>;

const forgedShare = 0.2;
const drainedWithinMs = 30_000;

/** A message that leaves says so in the ledger, at an hour that depends on the day, and no relay is here to ring for it. */
const sendsNothing = { DELIVER_EVERY_MS: '3600000' };

export const forgedJobs: Campaign = {
  fault: 'F10',
  title: 'every job three times, shuffled, and jobs for streams that do not exist',
  run: async ({ seed, size }) => ({
    fault: 'F10',
    title: forgedJobs.title,
    seed,
    size,
    product: await timed(() => productArm(seed, size)),
    naive: await timed(() => naiveJobs(sizes[size], seed)),
  }),
};

async function productArm(seed: number, size: Size): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  const random = seeded(seed);
  const network = await aNetwork(stage, random, { sites: 3, ...sizes[size] });
  await watchCursors(stage);
  const workers = ['worker-1', 'worker-2'].map((name) =>
    startProcess(workerProcess(stage, { name, env: { ...impatient, ...sendsNothing } })),
  );
  const queue = openQueue({ kind: 'redis', url: stage.redisUrl }, queues.streams);
  try {
    await Promise.all(workers.map((worker) => worker.becomesReady()));
    const jobs = await ringForEverything(stage, { network, queue, random });
    const drainSeconds = await drained(stage, drainedWithinMs);
    const zeros = await readInvariants(stage);
    const { 'falls in attendance expected': falls = 0, ...effects } = await compareWithFold(stage, network);
    return { counts: { jobs, falls, drainSeconds }, broken: mustBeZero({ ...zeros, ...effects }) };
  } finally {
    await queue.close();
    await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
    await stage.close();
  }
}

/** No relay runs: these jobs are all that rings. Each round holds one meeting a group, and repeats what came before. */
async function ringForEverything(
  stage: Stage,
  { network, queue, random }: { network: Network; queue: Queue; random: Seeded },
): Promise<number> {
  const database = createDataSource({ url: stage.urls.app, name: 'campaign', poolSize: 4 });
  await database.initialize();
  let jobs = 0;
  const rounds = Math.max(...network.groups.map(({ meetings }) => meetings.length));
  for (let round = 0; round < rounds; round += 1) {
    const meetings = network.groups.flatMap((group) => group.meetings.slice(round, round + 1));
    for (const meeting of random.shuffle(meetings))
      await holdMeetings(database, network.accountId, [meeting]);
    const rings = meetings.flatMap(({ groupId }) =>
      Array.from({ length: copies }, () => ({ streamId: groupId })),
    );
    const forged = Array.from({ length: Math.ceil(rings.length * forgedShare) }, () => forgery(random));
    const all = random.shuffle<object>([...rings, ...forged]);
    await queue.addBulk(
      all.map((data) => ({
        name: queues.streams,
        data,
        opts: { ...ringOptions, jobId: `job-${randomUUID()}` },
      })),
    );
    jobs += all.length;
  }
  await database.destroy();
  return jobs;
}

/** A stream that does not exist, words where an id belongs, nothing at all, and one that says too much. */
const forgery = (random: Seeded): object =>
  random.pick<() => object>([
    () => ({ streamId: random.uuid() }),
    () => ({ streamId: 'not an id' }),
    () => ({}),
    () => ({ streamId: random.uuid(), seq: 9_999, name: 'meeting.held.v1', payload: { headcount: 0 } }),
  ])();
