import { Worker } from 'node:worker_threads';
import { fitted } from '@followon/shared/rules/health/fitted';
import { chanceOfFew } from '@followon/shared/rules/health/people/few-present';
import { MemberStates } from '@followon/shared/rules/health/people/member-states';
import { seeded, type Seeded } from '../support/seeded.js';
import { inShuffledOrder } from './arms.js';
import { atLeast, type Bench, inPairs, measured, secondsSince } from './measure.js';

const people = 12;
const meetings = 24;
const groups = 10_000;
const cores = 2;
const perCore = 20_000; // groups replayed a repeat
const leastUpdates = 1_000_000;
const leastGroups = 500_000;
const ahead = 6;

export const healthEngine: Bench = {
  name: 'health-engine',
  title: 'The health engine: members at a meeting, and whole histories with reasons',
  run: async ({ seed, repeats, say }) => {
    const random = seeded(seed);
    const registers = someRegisters(random);
    const raw = await inShuffledOrder(
      {
        kernel: async () => kernel(registers),
        bare: async () => bare(registers),
        replays: () => replaysOnEveryCore(seed),
      },
      { random, repeats, say },
    );
    const updates = measured('updates/s', raw.kernel);
    const replays = measured('groups/min', raw.replays);
    return {
      bench: healthEngine.name,
      title: healthEngine.title,
      method: `${groups} groups of ${people} people and ${meetings} meetings; kernel: every member's state and the chance of few, one core, against the same arithmetic in one bare loop over arrays; replays: every rule, score, level and reason, ${perCore} groups on each of ${cores} cores`,
      figures: {
        kernel: updates,
        bare: measured('updates/s', raw.bare),
        'kernel / bare': inPairs('%', raw.kernel, raw.bare),
        replays,
      },
      floors: [
        atLeast('members at a meeting, one core', {
          is: updates.median,
          floor: leastUpdates,
          unit: 'updates/s',
        }),
        atLeast('replays with reasons, two cores', {
          is: replays.median,
          floor: leastGroups,
          unit: 'groups/min',
        }),
      ],
    };
  },
};

/** Who came, by place, to meeting after meeting: everybody first, then two of three. */
const someRegisters = (random: Seeded): readonly (readonly number[])[] =>
  Array.from({ length: meetings }, (_, meeting) =>
    Array.from({ length: people }, (_, place) => place).filter(() => meeting === 0 || random.next() < 2 / 3),
  );

function kernel(registers: readonly (readonly number[])[]): number {
  const start = performance.now();
  let sum = 0;
  for (let group = 0; group < groups; group += 1) {
    const states = new MemberStates(fitted.comingAndGoing, fitted.keptForGroups);
    for (const slots of registers) {
      states.meet(slots, 1);
      sum += chanceOfFew(states, ahead, { newcomers: 1 });
    }
  }
  return rate(start, sum);
}

/** What the machine gives: the two formulas written out over three arrays, without classes or checks. */
function bare(registers: readonly (readonly number[])[]): number {
  const { a, b, g, d } = fitted.comingAndGoing;
  const came = registers.map((slots) => Array.from({ length: people }, (_, place) => slots.includes(place)));
  const start = performance.now();
  let sum = 0;
  for (let group = 0; group < groups; group += 1) {
    const n = new Float64Array(people).fill(0);
    const x = new Float64Array(people).fill(0);
    const gone = new Float64Array(people);
    for (const here of came) {
      let [none, one, two] = [1, 0, 0];
      for (let place = 0; place < people; place += 1) {
        const [seen, times] = [n[place] as number, x[place] as number];
        const leaves = g / (g + d + seen);
        const misses = 1 - (a + times) / (a + b + seen);
        gone[place] = here[place] ? 0 : ((gone[place] as number) + leaves) / (misses * (1 - leaves));
        n[place] = (seen + 1) * fitted.keptForGroups;
        x[place] = (times + (here[place] ? 1 : 0)) * fitted.keptForGroups;
        let stays = 1;
        for (let j = 0; j < ahead; j += 1) stays *= (d + seen + j) / (g + d + seen + j);
        const q = (stays / (1 + (gone[place] as number))) * ((a + times) / (a + b + seen));
        two = two * (1 - q) + one * q;
        one = one * (1 - q) + none * q;
        none *= 1 - q;
      }
      sum += none + one + two;
    }
  }
  return rate(start, sum);
}

/** The sum is looked at, so that no compiler leaves the work out. */
function rate(start: number, sum: number): number {
  if (!Number.isFinite(sum)) throw new Error('The arithmetic went astray.');
  return (groups * meetings) / secondsSince(start);
}

/** Groups a minute over both cores, each at it for as long as it takes. */
async function replaysOnEveryCore(seed: number): Promise<number> {
  const workers = Array.from({ length: cores }, (_, core) => replayOn(seed + core));
  const rates = await Promise.all(workers);
  return rates.reduce((total, each) => total + each, 0);
}

const replayOn = (seed: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./health-replays.js', import.meta.url), {
      workerData: { seed, groups: perCore, people, meetings },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
