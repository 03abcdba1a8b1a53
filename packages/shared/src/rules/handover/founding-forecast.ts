import type { Leaving, MeetsBy } from './founding-chances.js';
import { chanceOf } from './founding-chances.js';
import type { FoundingWish, Looks, Missing, Slot } from './founding-wish.js';
import { isWilling, looks, slots } from './founding-wish.js';
import type { HowMany } from './how-many-come.js';
import { howManyCome } from './how-many-come.js';

/** Fewer slips than this would tell about single people, and foretell nothing. */
export const FEWEST_ANSWERS = 3; // [D]

/** How many times are named: enough to choose from, few enough to say aloud. */
const TIMES_NAMED = 3;

/** Meeting the other way is worth a word when it brings at least so many people more. [D] */
const WORTH_SAYING = 1;

export type SlotForecast = HowMany & { readonly slot: Slot };

export type Forecast =
  | { readonly answers: number; readonly looks: 'too-few-answers' }
  | {
      readonly answers: number;
      readonly looks: Looks;
      readonly by: MeetsBy;
      /** At the first of the best times. */
      readonly atBest: HowMany;
      /** Best first, at most three. */
      readonly bestTimes: readonly SlotForecast[];
      /** The other way of meeting, where it brings more people. */
      readonly otherWay: (HowMany & { readonly by: MeetsBy }) | undefined;
      readonly missing: readonly Missing[];
    };

export type ForecastFacts = {
  readonly wishes: readonly FoundingWish[];
  /** The site's, see `DEFAULT_MINIMUM_INTEREST`. */
  readonly minimum: number;
  readonly by: MeetsBy;
};

/**
 * Does a group look viable, when would it best meet, and what is missing? Slips are counted together: nobody is ranked, and
 * one more "yes" never makes it look worse. Numbers: docs/decisions/0017-founding-forecast.md.
 */
export function foundingForecast(facts: ForecastFacts): Forecast {
  const { wishes, minimum, by } = facts;
  const answers = wishes.length;
  if (answers < FEWEST_ANSWERS) return { answers, looks: 'too-few-answers' };

  const times = bestFirst(facts);
  const best = times[0] as SlotForecast;
  const otherWay = betterWay(facts, best);
  return {
    ...{ answers, by, otherWay, atBest: figures(best) },
    looks: looksOf(best, { minimum, hasHost: hasHost(wishes) }),
    bestTimes: timesToName(times, wishes),
    missing: missingOf(facts, { best, otherWay }),
  };
}

/** Times that somebody asked for and that more than half as many suits as the best: what is left is no time to meet. */
const timesToName = (times: readonly SlotForecast[], wishes: readonly FoundingWish[]) =>
  times
    .filter(({ likely }) => 2 * likely > (times[0]?.likely ?? 0))
    .filter(({ slot }) => wishes.some((wish) => isWilling(wish) && wish.times.includes(slot)))
    .slice(0, TIMES_NAMED);

const figures = ({ likely, low, high }: HowMany): HowMany => ({ likely, low, high });

const hasHost = (wishes: readonly FoundingWish[]): boolean =>
  wishes.some((wish) => isWilling(wish) && wish.wouldHost === true);

function looksOf({ low, high }: HowMany, group: { minimum: number; hasHost: boolean }): Looks {
  if (high < group.minimum) return 'unlikely';
  return low >= group.minimum && group.hasHost ? 'likely' : 'possible';
}

/** By how it looks before how many: a surer evening goes before one with a longer range. Equal ones stay in week order. */
function bestFirst({ wishes, minimum, by }: ForecastFacts, leaving: Leaving = {}): readonly SlotForecast[] {
  const rank = (time: HowMany) => looks.indexOf(looksOf(time, { minimum, hasHost: true }));
  return slots
    .map((slot) => ({ slot, ...howManyCome(wishes.map((wish) => chanceOf(wish, { slot, by, ...leaving }))) }))
    .toSorted((a, b) => rank(b) - rank(a) || b.likely - a.likely || b.low - a.low || b.high - a.high);
}

function betterWay(facts: ForecastFacts, best: HowMany) {
  const by: MeetsBy = facts.by === 'online' ? 'in-person' : 'online';
  const [other] = bestFirst({ ...facts, by });
  return other && other.likely >= best.likely + WORTH_SAYING ? { by, ...figures(other) } : undefined;
}

type Found = { readonly best: HowMany; readonly otherWay: { readonly by: MeetsBy } | undefined };

function missingOf(facts: ForecastFacts, { best, otherWay }: Found): readonly Missing[] {
  const isEnough = best.likely >= facts.minimum;
  const missing: Missing[] = [...(isEnough ? [] : inTheWay(facts))];
  if (!hasHost(facts.wishes)) missing.unshift('no-host');
  if (otherWay?.by === 'online' && !isEnough) missing.push('online-may-help');
  return missing;
}

/** What would bring enough people if it were no matter: the time, the way there, or neither. */
function inTheWay(facts: ForecastFacts): readonly Missing[] {
  const wouldDo = (...out: ('time' | 'distance')[]) =>
    (bestFirst(facts, { out })[0]?.likely ?? 0) >= facts.minimum;
  if (!wouldDo('time', 'distance')) return ['too-few'];
  const named: Missing[] = [];
  if (wouldDo('time')) named.push('no-common-time');
  if (wouldDo('distance')) named.push('too-far');
  return named.length > 0 ? named : ['no-common-time', 'too-far'];
}
