import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { type Actor, keepAlive, rage } from './actor.js';
import type { Plan } from './f01-plan.js';
import { blowsOf } from './f01-plan.js';
import { damageOf, makeNaiveTables, naiveProcess } from './naive.js';
import { type Arm, mustBeZero } from './verdict.js';

const lanes = 8;
const quietMs = 4_000; // twice the naive worker's lock, so that what stalled has had its second run

/** "Commit, then `queue.add`, apply from the job without a cursor", under the very same kills. */
export async function naiveKills(plan: Plan, seed: number): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  const actors: Actor[] = [];
  try {
    await makeNaiveTables(stage);
    const total = plan.groups * plan.meetingsEach;
    const writer = keepAlive(
      naiveProcess(stage, 'naive-writer', [String(lanes), String(total), String(plan.perSecond)]),
    );
    const [one, two] = [keepAlive(naiveProcess(stage, 'naive-1')), keepAlive(naiveProcess(stage, 'naive-2'))];
    actors.push(writer, one, two);
    await Promise.all(actors.map((actor) => actor.becomesReady()));

    const report = await rage({
      ...{ random: seeded(seed), kills: plan.kills, everyMs: plan.everyMs, blows: blowsOf(stage, plan) },
      victims: [writer, one, one, two, two],
      busy: () => Promise.resolve(false),
    });
    await untilQuiet(stage);
    const { facts, lost, doubled } = await damageOf(stage);
    return { counts: { kills: report.kills, facts, lost, doubled }, broken: mustBeZero({ lost, doubled }) };
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
