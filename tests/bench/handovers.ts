import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue } from '@followon/shared/doorbell/doorbell';
import { queues } from '@followon/shared/events/queues';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { FINISHING_DAYS } from '@followon/shared/rules/handover/finishing';
import { startProcess } from '../support/processes.js';
import { workerProcess } from '../support/product.js';
import { startRelay } from '../support/relay.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { inShuffledOrder } from './arms.js';
import { bareHandovers } from './bare-handovers.js';
import { atMost, type Bench, inPairs, measured } from './measure.js';

const programmes = 1_000;
const mostSeconds = 10;
const mostTimes = 6;
const lateMs = 120_000;

export const handovers: Bench = {
  name: 'handovers',
  title: `${programmes} handovers opened from one sweep`,
  run: async ({ seed, repeats, say }) => {
    const stage = await setStage();
    try {
      const raw = await inShuffledOrder(
        {
          product: async () => opened(stage, await aSiteDue(stage)),
          bare: async () => bareHandovers(stage, await aSiteDue(stage)),
        },
        { random: seeded(seed), repeats, say },
      );
      const product = measured('s', raw.product);
      const times = inPairs('times', raw.product, raw.bare);
      return {
        bench: handovers.name,
        title: handovers.title,
        method: `${programmes} programmes of one site begin to finish on the same morning, a volunteer named for each; product: real worker (concurrency as shipped), relay and Redis, from the first row that the sweep settled to the database's commit time of the last move of any cursor, follow-on events included; bare: the rows that the product left (handovers, tasks, diary, events, cursors, outcomes), one plain transaction a handover as the owner over 8 connections`,
        figures: {
          product,
          bare: measured('s', raw.bare),
          'product / bare': times,
          'handovers/s': measured(
            '1/s',
            raw.product.map((seconds) => programmes / seconds),
          ),
        },
        floors: [
          atMost('1,000 handovers from one sweep', { is: product.median, limit: mostSeconds, unit: 's' }),
          atMost('against the bare rows', { is: times.median, limit: mostTimes, unit: 'times' }),
        ],
      };
    } finally {
      await stage.close();
    }
  },
};

/** A site whose programmes all end in four weeks. */
async function aSiteDue(stage: Stage): Promise<string> {
  const [site] = await stage.query<{ id: string }>(
    `insert into site (name) values (gen_random_uuid()::text) returning id`,
  );
  if (!site) throw new Error('There is no site.');
  await stage.query(
    `with people as (
       insert into account (email, display_name, password_hash)
       select gen_random_uuid() || '@bench.example', 'Bench ' || n, 'x' from generate_series(1, 40) n returning id
     ), numbered as (select id, row_number() over () as n from people
     ), held as (
       insert into membership (account_id, site_id, role) select id, $1::uuid, case when n % 2 = 0 then 'clinician' else 'volunteer' end from numbered
     )
     insert into programme (site_id, name, type, mode, last_session_on, clinician_id, ptv_id)
     select $1::uuid, 'Programme ' || g, 'PMP', 'in-person', $2::date, (select id from numbered where n = 2 * (1 + g % 20)),
       (select id from numbered where n = 2 * (1 + g % 20) - 1) from generate_series(1, ${programmes}) g`,
    [site.id, addDays(londonDate(new Date()), FINISHING_DAYS)],
  );
  return site.id;
}

async function opened(stage: Stage, siteId: string): Promise<number> {
  const doorbell = { kind: 'redis', url: stage.redisUrl } as const;
  const queue = openQueue(doorbell, queues.streams);
  const relay = await startRelay(stage, doorbell);
  const worker = startProcess(
    workerProcess(stage, { env: { SWEEP_EVERY_MS: '1000' }, profile: process.env.BENCH_PROFILE_DIR }),
  );
  try {
    await worker.becomesReady();
    await stage.query('analyze');
    await sleep(500);
    await stage.query(
      `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
       select 'programme-finishing', site_id, id, id, last_session_on::text, now() - interval '1 minute' from programme where site_id = $1`,
      [siteId],
    );
    await until(stage, siteId);
    return (await spanMs(stage, siteId)) / 1_000;
  } finally {
    await relay.close();
    await worker.kill('SIGTERM');
    await queue.close();
  }
}

/** Every handover is there and every reactor stands at the head of every stream. */
async function until(stage: Stage, siteId: string): Promise<void> {
  const deadline = performance.now() + lateMs;
  while (performance.now() < deadline) {
    const [row] = await stage.query<{ done: boolean }>(
      `select (select count(*) from handover where site_id = $1) = ${programmes} and not exists (
         select from programme p join stream_head h on h.stream_id = p.id where p.site_id = $1 and (select count(*) from reactor_cursor c
           where c.stream_id = p.id and c.last_seq = h.next_seq - 1) < (select count(distinct reactor) from reactor_cursor)) as done`,
      [siteId],
    );
    if (row?.done) return;
    await sleep(100);
  }
  throw new Error(`Waited ${lateMs / 1_000} s for the handovers.`);
}

async function spanMs(stage: Stage, siteId: string): Promise<number> {
  const [row] = await stage.query<{ ms: number }>(
    `select extract(epoch from (select max(pg_xact_commit_timestamp(c.xmin)) from reactor_cursor c join programme p on p.id = c.stream_id where p.site_id = $1)
       - (select min(pg_xact_commit_timestamp(d.xmin)) from due d where d.site_id = $1 and d.rule = 'programme-finishing' and d.done_at is not null))::float8 * 1000 as ms`,
    [siteId],
  );
  return row?.ms ?? Number.NaN;
}
