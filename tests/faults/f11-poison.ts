import { aNetwork, type Network } from '../support/a-network.js';
import { drained } from '../support/drained.js';
import { type RunningProcess, startProcess } from '../support/processes.js';
import { apiProcess, impatient, workerProcess } from '../support/product.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { watchCursors } from '../support/witness.js';
import { holdEverything } from './hold-everything.js';
import { compareWithFold, readInvariants } from './invariants.js';
import { naivePoison } from './f11-naive.js';
import { type Arm, type Campaign, mustBeZero, type Size, timed } from './verdict.js';

const sizes = {
  short: { groups: 30, meetingsEach: 12, perSecond: 150 },
  full: { groups: 500, meetingsEach: 40, perSecond: 200 },
} as const satisfies Record<Size, { groups: number; meetingsEach: number; perSecond: number }>;

const drainedWithinMs = 60_000;

export const poison: Campaign = {
  fault: 'F11',
  title: 'one stream holds an event that its reaction cannot digest',
  run: async ({ seed, size }) => ({
    fault: 'F11',
    title: poison.title,
    seed,
    size,
    product: await timed(() => productArm(seed, size)),
    naive: await timed(() => naivePoison(sizes[size])),
  }),
};

async function productArm(seed: number, size: Size): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  const processes: RunningProcess[] = [];
  try {
    const network = await aNetwork(stage, seeded(seed), { sites: 3, ...sizes[size] });
    await watchCursors(stage);
    processes.push(
      startProcess(await apiProcess(stage)),
      startProcess(workerProcess(stage, { env: impatient })),
    );
    await Promise.all(processes.map((each) => each.becomesReady()));
    const sick = network.groups[0] as Network['groups'][number];
    await poisonStream(stage, sick);
    await holdEverything(stage, network, sizes[size]);
    const drainSeconds = await drained(stage, drainedWithinMs);
    const whileSick = await damageWhileSick(stage, sick.groupId);

    await repair(stage);
    await drained(stage, drainedWithinMs);
    const { 'dead events': dead = 0, ...zeros } = await readInvariants(stage);
    const { 'falls in attendance expected': falls = 0, ...effects } = await compareWithFold(stage, network);
    return {
      counts: { streams: network.groups.length, falls, drainSeconds },
      broken: mustBeZero({ ...whileSick, ...zeros, ...effects, 'dead events after the retry': dead - 1 }),
    };
  } finally {
    await Promise.all(processes.map((each) => each.kill('SIGKILL')));
    await stage.close();
  }
}

/** Only `health` reads this event, and its payload lacks everything: written past `append`, which would refuse it. */
async function poisonStream(
  stage: Stage,
  { groupId, siteId }: { groupId: string; siteId: string },
): Promise<void> {
  await stage.query(
    `with head as (insert into stream_head (stream_id, stream_kind, site_id, next_seq) values ($1, 'group', $2, 2) returning 1)
     insert into event (event_id, stream_id, stream_kind, seq, site_id, name, payload, occurred_at)
     select gen_random_uuid(), $1, 'group', 1, $2, 'silence.due.v1', '{}', now() from head`,
    [groupId, siteId],
  );
}

/** One reactor of one stream stands still, told once; everything else has been read to its end. */
async function damageWhileSick(stage: Stage, sick: string): Promise<Record<string, number>> {
  const [row] = await stage.query<Record<string, number>>(
    `select
       (select count(*)::int - 1 from dead_event) as "dead events beside the one",
       (select count(*)::int - 1 from reactor_cursor where blocked_at is not null) as "blocked cursors beside the one",
       (select count(*)::int from reactor_cursor c join stream_head h using (stream_id)
        where c.last_seq < h.next_seq - 1 and not (c.stream_id = $1 and c.reactor = 'health')) as "healthy cursors that wait",
       (select count(*)::int from event where name = 'group-health.changed.v1' and stream_id = $1) as "judgements of the sick stream"`,
    [sick],
  );
  return row ?? {};
}

/** What an administrator does: mend the cause, then "retry", with the statements of the API's retry. */
async function repair(stage: Stage): Promise<void> {
  await stage.query(
    `update event set payload = jsonb_build_object('groupId', stream_id, 'on', to_char(current_date, 'YYYY-MM-DD'))
     where name = 'silence.due.v1' and payload = '{}'`,
  );
  await stage.query(`update dead_event set resolution = 'retried', resolved_at = now()`);
  await stage.query(
    `update reactor_cursor set attempts = 0, retry_at = null, blocked_at = null, last_error = null where blocked_at is not null`,
  );
  await stage.query(`update event e set announced_at = null from dead_event d where d.event_id = e.event_id`);
}
