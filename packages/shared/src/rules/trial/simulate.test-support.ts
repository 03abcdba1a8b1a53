import { armOf } from './assign.js';
import type { Effect } from './effect.js';
import type { TrialKey } from './kinds.js';
import { RunningEffect } from './running-effect.js';
import { verdictOf } from './stop-rule.js';
import type { Verdict } from './stop-rule.js';
import type { ChosenTerms } from './facts.js';
import { declareTerms } from './terms.js';

/** Mulberry32: the same row of numbers for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface World extends ChosenTerms {
  readonly key: TrialKey;
  readonly groups: number;
  /** The share of good outcomes without the message, over all groups. */
  readonly usual: number;
  /** How unlike groups are: each has its own usual share, this far around the usual one. */
  readonly spread: number;
  /** How much a group's last outcome pulls at the next: meetings in a row are alike. */
  readonly stickiness: number;
  readonly effect: number;
  /** A control arm of the test: stop as if each look were the only one. */
  readonly naive?: true;
}

export interface Run {
  readonly verdict: Verdict;
  readonly units: number;
  /** Whether the interval held the true effect at every single look. */
  readonly covered: boolean;
}

const ONE_LOOK = 1.645;
const isNaivelyBetter = ({ sent, withheld, difference }: Effect): boolean => {
  if (!difference) return false;
  const [p, q] = [sent.good / sent.units, withheld.good / withheld.units];
  return p - q > ONE_LOOK * Math.sqrt((p * (1 - p)) / sent.units + (q * (1 - q)) / withheld.units);
};

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

interface Meeting {
  readonly group: number;
  /** What would have come about without the message, and with it. */
  readonly without: boolean;
  readonly withIt: boolean;
}

/** Meetings one after the other, without end. */
function* meetingsOf(world: World, next: () => number): Generator<Meeting, never> {
  const usual = Array.from({ length: world.groups }, () => world.usual + world.spread * (2 * next() - 1));
  const last = new Map<number, number>();
  for (;;) {
    const group = Math.floor(next() * world.groups);
    const own = usual[group] as number;
    const share = clamp(own + world.stickiness * ((last.get(group) ?? own) - own));
    const luck = next();
    const without = luck < share;
    last.set(group, Number(without));
    yield { group, without, withIt: luck < clamp(share + world.effect) };
  }
}

/** One whole trial, looked at after every single measurement. */
export function simulate(world: World, seed: number): Run {
  const terms = declareTerms(world.key, world);
  const running = new RunningEffect(terms);
  const meetings = meetingsOf(world, chance(seed));
  let [covered, truth] = [true, 0];
  for (let units = 1; ; units += 1) {
    const { group, without, withIt } = meetings.next().value;
    const arm = armOf({ salt: `salt-${seed}`, withheldShare: world.withheldShare }, `unit-${units}`);
    running.add({ groupId: String(group), arm, good: arm === 'sent' ? withIt : without });
    truth += Number(withIt) - Number(without);
    const effect = running.read();
    covered &&= isInside(effect, truth / units);
    const isNaive = world.naive === true && isNaivelyBetter(effect);
    const verdict = isNaive ? 'helps' : verdictOf({ effect, isTimeUp: false }, terms);
    if (verdict) return { verdict, units, covered };
  }
}

const isInside = ({ difference }: Effect, truth: number): boolean =>
  !difference || (difference.low <= truth && truth <= difference.high);

export interface Rates {
  readonly helps: number;
  readonly retired: number;
  readonly noAnswer: number;
  readonly covered: number;
  readonly meanUnits: number;
}

export function ratesOf(world: World, trials: number, seed = 1): Rates {
  const runs = Array.from({ length: trials }, (_, index) => simulate(world, seed + index * 7919));
  const share = (is: (run: Run) => boolean): number => runs.filter(is).length / trials;
  return {
    helps: share(({ verdict }) => verdict === 'helps'),
    retired: share(({ verdict }) => verdict === 'retired'),
    noAnswer: share(({ verdict }) => verdict === 'no-answer'),
    covered: share(({ covered }) => covered),
    meanUnits: runs.reduce((total, { units }) => total + units, 0) / trials,
  };
}
