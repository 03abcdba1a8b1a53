import { join } from 'node:path';
import { aNetwork } from '../support/a-network.js';
import { seeded } from '../support/seeded.js';
import { setStage, type Stage } from '../support/stage.js';
import { type Actor, keepAlive, rage } from './actor.js';
import { drained, workersBusy } from '../support/drained.js';
import { holdEverything } from './hold-everything.js';
import { compareWithFold, readInvariants } from './invariants.js';
import { naiveKills } from './f01-naive.js';
import type { Plan } from './f01-plan.js';
import { blowsOf } from './f01-plan.js';
import { apiProcess, impatient, workerProcess } from '../support/product.js';
import { type Arm, type Campaign, mustBeZero, type Size, timed } from './verdict.js';
import { watchCursors } from '../support/witness.js';

/** How hard; the shape is the same in both sizes. */
const every = (n: number, upTo: number): number[] =>
  Array.from({ length: Math.floor(upTo / n) }, (_, i) => (i + 1) * n);

const plans: Readonly<Record<Size, Plan>> = {
  short: {
    ...{ kills: 20, everyMs: 350, groups: 50, meetingsEach: 40, perSecond: 90 },
    ...{ flushAfter: [5], wipeAfter: [15], crashAfter: [10] },
  },
  full: {
    ...{ kills: 200, everyMs: 350, groups: 500, meetingsEach: 100, perSecond: 250 },
    ...{ flushAfter: every(20, 200), wipeAfter: every(40, 200), crashAfter: every(66, 200) },
  },
};

const drainedWithinMs = 60_000;

/** Real API (its relay) and two real workers are killed with -9 while facts keep coming; F3 and some of F6 in the same run. */
export const kills: Campaign = {
  fault: 'F1',
  title: 'kill -9 of relay and workers, Redis emptied and wiped, PostgreSQL crashed',
  run: async ({ seed, size, say }) => {
    const plan = plans[size];
    const product = await timed(() => productArm(plan, seed, say));
    const naive = await timed(() => naiveKills(plan, seed));
    return { fault: 'F1', title: kills.title, seed, size, product, naive };
  },
};

async function productArm(
  plan: Plan,
  seed: number,
  say: (line: string) => void,
): Promise<Omit<Arm, 'seconds'>> {
  const stage = await setStage();
  const actors: Actor[] = [];
  try {
    const random = seeded(seed);
    const network = await aNetwork(stage, random, { sites: 5, ...plan });
    await watchCursors(stage);
    const [relay, one, two] = [
      keepAlive(await apiProcess(stage)),
      keepAlive(workerProcess(stage, { name: 'worker-1', env: impatient })),
      keepAlive(workerProcess(stage, { name: 'worker-2', env: impatient })),
    ];
    actors.push(relay, one, two);
    await Promise.all(actors.map((actor) => actor.becomesReady()));

    const storm = { random, kills: plan.kills, everyMs: plan.everyMs, blows: blowsOf(stage, plan) };
    const victims = [relay, one, one, two, two];
    const [report] = await Promise.all([
      rage({ ...storm, victims, busy: () => workersBusy(stage) }),
      holdEverything(stage, network, plan),
    ]);
    const drainSeconds = await drained(stage, drainedWithinMs);
    const zeros = { ...(await readInvariants(stage)) };
    const { 'falls in attendance expected': falls = 0, ...effects } = await compareWithFold(stage, network);
    const [facts] = await stage.query<{ n: number }>(
      `select count(*)::int as n from event where name = 'meeting.held.v1'`,
    );
    const missing = plan.groups * plan.meetingsEach - (facts?.n ?? 0);
    return {
      counts: { ...report, facts: facts?.n ?? 0, falls, drainSeconds, ...(await sizeOf(stage)) },
      broken: mustBeZero({ 'facts not committed': missing, ...zeros, ...effects }),
    };
  } catch (error) {
    say(`The logs are in ${join(stage.dir, 'logs')} until the stage is struck.`);
    throw error;
  } finally {
    await Promise.all(actors.map((actor) => actor.stop()));
    await stage.close();
  }
}

async function sizeOf(stage: Stage): Promise<Record<string, number>> {
  const [row] = await stage.query<Record<string, number>>(
    `select (select count(*)::int from event) as events, (select count(*)::int from group_level_change) as "levelChanges",
       (select count(*)::int from alert) as alerts, (select count(*)::int from delivery) as deliveries`,
  );
  return row ?? {};
}
