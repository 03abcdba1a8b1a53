import { bootstrap, interval, type Interval } from './bootstrap.js';

/** Scores of the decision points of one episode, in order; `untilEnd` counts the meetings to the end, null where none came. */
export type Course = {
  readonly group: number;
  readonly points: readonly { readonly score: number; readonly untilEnd: number | null }[];
};

const LAST = 6; // meetings
const LEAST_EARLIER = 6;

/**
 * Do the last six meetings of an ended group outscore its own earlier ones (half is chance), minus the same at made-up endings
 * where nothing ended? Above zero is early warning, and not only "young groups die".
 */
export function withinGroupExcess(courses: readonly Course[]): Interval & { readonly excess: number } {
  const ended = courses.map(({ points }) => endOutscores(points));
  const madeUp = courses.map(({ points }) => madeUpOutscores(points));
  const groups = courses.map(({ group }) => group);
  const excessOf = (weigh: (row: number) => number): number =>
    weighedMean(ended, weigh) - weighedMean(madeUp, weigh);
  return { excess: excessOf(() => 1), ...interval(bootstrap(groups, excessOf)) };
}

type Points = Course['points'];
const scoresOf = (points: Points): number[] => points.map(({ score }) => score);

function endOutscores(points: Points): number | undefined {
  const last = points.filter(({ untilEnd }) => untilEnd !== null && untilEnd < LAST);
  const earlier = points.filter(({ untilEnd }) => untilEnd !== null && untilEnd >= LAST);
  if (last.length === 0 || earlier.length < LEAST_EARLIER) return undefined;
  return outscores(scoresOf(last), scoresOf(earlier));
}

function madeUpOutscores(points: Points): number | undefined {
  const calm = scoresOf(points.filter(({ untilEnd }) => untilEnd === null || untilEnd >= LAST));
  const shares: number[] = [];
  for (let end = LAST + LEAST_EARLIER; end <= calm.length; end += 1)
    shares.push(outscores(calm.slice(end - LAST, end), calm.slice(0, end - LAST)));
  return shares.length === 0 ? undefined : weighedMean(shares, () => 1);
}

/** The share of pairs in which the one is higher than the other; a tie counts half. */
function outscores(ones: readonly number[], others: readonly number[]): number {
  let won = 0;
  for (const one of ones) for (const other of others) won += one > other ? 1 : one === other ? 0.5 : 0;
  return won / (ones.length * others.length);
}

function weighedMean(values: readonly (number | undefined)[], weigh: (row: number) => number): number {
  let [sum, all] = [0, 0];
  for (const [row, value] of values.entries()) {
    if (value === undefined) continue;
    sum += weigh(row) * value;
    all += weigh(row);
  }
  return sum / all;
}
