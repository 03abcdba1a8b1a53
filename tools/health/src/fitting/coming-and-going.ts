import type { ComingAndGoing } from '@followon/shared/rules/health/people/member-states';
import { logBeta } from './log-gamma.js';
import { lowest } from './nelder-mead.js';

/** Somebody's history in short: `x` attendances, the last of them at `last`, in `n` opportunities; `people` have the same. */
export type Attendance = {
  readonly x: number;
  readonly last: number;
  readonly n: number;
  readonly people: number;
};

type History = Omit<Attendance, 'people'>;

/**
 * The log-likelihood of one such history: BG/BB in closed form (Fader, Hardie & Shang 2010, Marketing Science 29(6), equation 3).
 * Either still there, or gone before one of the opportunities since the last attendance. From one of these to the next, both
 * betas change by a plain ratio.
 */
export function logLikelihoodOf({ a, b, g, d }: ComingAndGoing, { x, last, n }: History): number {
  const none = logBeta(a, b) + logBeta(g, d);
  const still = logBeta(a + x, b + n - x) + logBeta(g, d + n) - none;
  if (n === last) return still;
  const firstGone = logBeta(a + x, b + last - x) + logBeta(g + 1, d + last) - none;
  let [term, sum] = [1, 0];
  for (let since = last; since < n; since += 1) {
    sum += term;
    term *= ((b + since - x) / (a + b + since)) * ((d + since) / (g + 1 + d + since));
  }
  const gone = firstGone + Math.log(sum);
  const larger = Math.max(still, gone);
  return larger + Math.log(Math.exp(still - larger) + Math.exp(gone - larger));
}

/** The chance of being there at opportunity n + 1, in closed form. */
export function aliveNext(model: ComingAndGoing, history: History): number {
  const { a, b, g, d } = model;
  const { x, n } = history;
  const there = logBeta(a + x, b + n - x) - logBeta(a, b) + logBeta(g, d + n + 1) - logBeta(g, d);
  return Math.exp(there - logLikelihoodOf(model, history));
}

export const logLikelihood = (model: ComingAndGoing, table: readonly Attendance[]): number =>
  table.reduce((sum, row) => sum + row.people * logLikelihoodOf(model, row), 0);

/** As a logarithm: beyond it nobody ever leaves, or everybody is alike, and the likelihood has no summit. */
const FARTHEST = 7;

/** The four numbers under which the table is likeliest. */
export function fitComingAndGoing(table: readonly Attendance[]): ComingAndGoing {
  const modelAt = (logs: readonly number[]): ComingAndGoing => {
    const [a = 1, b = 1, g = 1, d = 1] = logs.map(Math.exp);
    return { a, b, g, d };
  };
  const cost = (logs: readonly number[]): number => {
    if (logs.some((log) => Math.abs(log) > FARTHEST)) return Infinity;
    const value = -logLikelihood(modelAt(logs), table);
    return Number.isNaN(value) ? Infinity : value;
  };
  return modelAt(lowest(cost, [0, 0, 0, 1]));
}

/** The same histories are counted together. */
export function tabled(rows: readonly History[]): readonly Attendance[] {
  const counted = new Map<string, Attendance>();
  for (const { x, last, n } of rows) {
    const key = `${x} ${last} ${n}`;
    counted.set(key, { x, last, n, people: (counted.get(key)?.people ?? 0) + 1 });
  }
  return [...counted.values()];
}
