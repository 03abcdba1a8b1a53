import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessSpec } from '../support/processes.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { type Actor, keepAlive, rage } from './actor.js';
import type { Plan } from './f01-kills.js';
import { blowsOf } from './f01-kills.js';
import { type Arm, mustBeZero } from './verdict.js';

const lanes = 8;
const quietMs = 4_000; // twice the naive worker's lock, so that what stalled has had its second run

const spec = (stage: Stage, name: string, args: readonly string[]): ProcessSpec => ({
  name,
  file: `tests/dist/faults/${name.startsWith('writer') ? 'naive-writer' : 'naive-worker'}.js`,
  args: [stage.ownerUrl, stage.redisUrl, ...args],
  env: {},
  logFile: join(stage.dir, 'logs', `${name}.log`),
  isReady: (log) => log().includes('ready'),
});

/** "Commit, then `queue.add`, apply from the job without a cursor", under the very same kills. */
export async function naiveKills(plan: Plan, seed: number): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  const actors: Actor[] = [];
  try {
    await stage.query('create table naive_event (lane int, seq int)');
    await stage.query('create table naive_effect (lane int, seq int)');
    const total = plan.groups * plan.meetingsEach;
    const writer = keepAlive(spec(stage, 'writer', [String(lanes), String(total), String(plan.perSecond)]));
    const [one, two] = [keepAlive(spec(stage, 'naive-1', [])), keepAlive(spec(stage, 'naive-2', []))];
    actors.push(writer, one, two);
    await Promise.all(actors.map((actor) => actor.becomesReady()));

    const report = await rage({
      ...{ random: seeded(seed), kills: plan.kills, everyMs: plan.everyMs, blows: blowsOf(stage, plan) },
      victims: [writer, one, one, two, two],
      busy: () => Promise.resolve(false),
    });
    await untilQuiet(stage);
    const damage = await damageOf(stage);
    return { counts: { kills: report.kills, ...damage }, broken: mustBeZero({ lost: damage.lost, doubled: damage.doubled }) };
  } finally {
    await Promise.all(actors.map((actor) => actor.stop()));
    await stage.close();
  }
}

/** Nothing new has been written or applied for a while. */
async function untilQuiet(stage: Stage): Promise<void> {
  let seen = -1;
  for (;;) {
    const [row] = await stage.query<{ n: number }>(
      'select (select count(*) from naive_event)::int + (select count(*) from naive_effect)::int as n',
    );
    if (row?.n === seen) return;
    seen = row?.n ?? 0;
    await sleep(quietMs);
  }
}

async function damageOf(stage: Stage): Promise<{ facts: number; lost: number; doubled: number }> {
  const [row] = await stage.query<{ facts: number; lost: number; doubled: number }>(`
    with fact as (select distinct lane, seq from naive_event),
      effect as (select lane, seq, count(*) as n from naive_effect group by lane, seq)
    select count(*)::int as facts, (count(*) filter (where e.n is null))::int as lost, (count(*) filter (where e.n > 1))::int as doubled
    from fact f left join effect e using (lane, seq)`);
  return row ?? { facts: 0, lost: 0, doubled: 0 };
}
