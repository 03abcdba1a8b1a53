import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource } from '@followon/shared/db/data-source';
import { openQueue } from '@followon/shared/doorbell/doorbell';
import { queues, ringOptions } from '@followon/shared/events/queues';
import type { Queue } from 'bullmq';
import { aNetwork, type Network } from '../support/a-network.js';
import { holdMeetings } from '../support/hold-meeting.js';
import { startProcess } from '../support/processes.js';
import { workerProcess } from '../support/product.js';
import { startRelay } from '../support/relay.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { inShuffledOrder } from './arms.js';
import { atLeast, type Bench, inPairs, measured, secondsSince } from './measure.js';

const groups = 500;
const meetingsEach = 40;
const backlogOf = groups * meetingsEach;
const floorPercent = 50;
const lateMs = 120_000;

export const backlog: Bench = {
  name: 'backlog',
  title: `A backlog of ${backlogOf} events over ${groups} groups`,
  run: async ({ seed, repeats, say }) => {
    const stage = await setStage();
    try {
      const random = seeded(seed);
      const raw = await inShuffledOrder(
        {
          product: async () => {
            const network = await aNetwork(stage, random, { sites: 5, groups, meetingsEach, fades: 'once' });
            return productRate(stage, network);
          },
          bare: (repeat) => bareRate(stage, `{bare-${repeat}}`),
        },
        { random, repeats, say },
      );
      const [product, bare] = [measured('events/s', raw.product), measured('jobs/s', raw.bare)];
      const share = inPairs('%', raw.product, raw.bare);
      return {
        bench: backlog.name,
        title: backlog.title,
        method: `both arms: jobs wait in a paused queue on one Redis, the worker process is up and idle, the clock starts at resume; product: 20,000 real meeting.held events with their meetings (every group fades once), already announced, real worker, until the database's commit time of the last move of any cursor, follow-on events included; bare: 20,000 BullMQ no-op jobs, concurrency 50, until none is left`,
        figures: {
          product,
          bare,
          'product / bare': share,
          'follow-on events': await followOns(stage, repeats),
        },
        floors: [
          atLeast('backlog drain', { is: share.median, floor: floorPercent, unit: '% of bare BullMQ' }),
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

async function followOns(stage: Stage, repeats: number) {
  const [row] = await stage.query<{ n: number }>(
    `select count(*)::int as n from event where name <> 'meeting.held.v1'`,
  );
  return measured('a repeat', [(row?.n ?? 0) / repeats]);
}

async function productRate(stage: Stage, network: Network): Promise<number> {
  const doorbell = { kind: 'redis', url: stage.redisUrl } as const;
  const queue = openQueue(doorbell, queues.streams);
  const relay = await startRelay(stage, doorbell);
  const worker = startProcess(
    workerProcess(stage, { env: { LOG_LEVEL: 'info' }, profile: process.env.BENCH_PROFILE_DIR }),
  );
  try {
    await queue.pause();
    await Promise.all([writeBacklog(stage, network), worker.becomesReady()]);
    await until(stage, 'select not exists (select 1 from event where announced_at is null) as done');
    await stage.query('analyze');
    await sleep(500);
    const start = await databaseNow(stage);
    await queue.resume();
    const end = await lastMove(stage, network);
    return (1_000 * backlogOf) / (end - start);
  } finally {
    await relay.close();
    await worker.kill('SIGTERM');
    await queue.close();
  }
}

async function writeBacklog(stage: Stage, { groups: all, accountId }: Network): Promise<void> {
  const database = createDataSource({ url: stage.urls.app, name: 'bench', poolSize: 4 });
  await database.initialize();
  const waiting = [...all];
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop())
      await holdMeetings(database, accountId, next.meetings);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  await database.destroy();
}

async function until(stage: Stage, sql: string, values: readonly unknown[] = []): Promise<void> {
  const deadline = performance.now() + lateMs;
  while (performance.now() < deadline) {
    const [row] = await stage.query<{ done: boolean }>(sql, values);
    if (row?.done) return;
    await sleep(100);
  }
  throw new Error(`Waited ${lateMs / 1_000} s for: ${sql}`);
}

async function databaseNow(stage: Stage): Promise<number> {
  const [row] = await stage.query<{ now: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
  );
  return row?.now ?? Number.NaN;
}

/** Every reactor at every head, then the commit time of the last move. */
async function lastMove(stage: Stage, network: Network): Promise<number> {
  const ids = network.groups.map(({ groupId }) => groupId);
  await until(
    stage,
    `select count(*) > 0 and count(*) filter (where last_seq = next_seq - 1) = ${groups} * count(distinct reactor) as done
     from reactor_cursor join stream_head using (stream_id) where stream_id = any($1::uuid[])`,
    [ids],
  );
  const [row] = await stage.query<{ at: number }>(
    `select extract(epoch from max(pg_xact_commit_timestamp(xmin)))::float8 * 1000 as at from reactor_cursor where stream_id = any($1::uuid[])`,
    [ids],
  );
  return row?.at ?? Number.NaN;
}

export async function bareRate(stage: Stage, prefix: string): Promise<number> {
  const queue = openQueue({ kind: 'redis', url: stage.redisUrl, prefix }, queues.streams);
  const worker = startProcess({
    name: 'bare worker',
    file: 'tests/dist/bench/bare-worker.js',
    args: [stage.redisUrl, prefix],
    env: {},
    logFile: join(stage.dir, 'logs', 'bare.log'),
    isReady: (log) => log().includes('ready'),
  });
  try {
    await queue.pause();
    await fill(queue);
    await worker.becomesReady();
    await sleep(500);
    const start = performance.now();
    await queue.resume();
    await emptied(queue);
    return backlogOf / secondsSince(start);
  } finally {
    await worker.kill('SIGTERM');
    await queue.close();
  }
}

async function fill(queue: Queue): Promise<void> {
  const batch = 500;
  for (let first = 0; first < backlogOf; first += batch) {
    await queue.addBulk(
      Array.from({ length: batch }, (_, n) => ({
        name: 'noop',
        data: { streamId: String(first + n) },
        opts: ringOptions,
      })),
    );
  }
}

async function emptied(queue: Queue): Promise<void> {
  for (;;) {
    const { waiting = 0, active = 0 } = await queue.getJobCounts('waiting', 'active');
    if (waiting + active === 0) return;
    await sleep(10);
  }
}
