import type { Thresholds } from './facts.js';

type MarkName = keyof Thresholds;

/** From where to where a mark may be set, and in how many parts of one it is counted: 100 is a step of 0.01. */
type Reach = { readonly least: number; readonly most: number; readonly parts: number };

const score = { least: 0.01, most: 0.99, parts: 100 };
const share = { least: 0.3, most: 0.95, parts: 100 };

/** The bounds are those of `ThresholdsSchema`; the steps are coarse enough that no mark can be moved between two people. */
export const reaches: Readonly<Record<MarkName, Reach>> = {
  watchScore: score,
  fadingScore: score,
  atRiskScore: score,
  lowShare: share,
  fewLatelyShare: share,
  silentDays: { least: 14, most: 180, parts: 1 },
  silentGaps: { least: 1, most: 6, parts: 10 },
  datesMissedForFading: { least: 1, most: 6, parts: 1 },
  datesMissedForAtRisk: { least: 1, most: 8, parts: 1 },
  tooFewPeople: { least: 2, most: 6, parts: 1 },
};

const names = Object.keys(reaches) as MarkName[];

/** To the nearest step: a typed 0.615 is 0.62. */
export const snapMark = (name: MarkName, value: number): number => {
  const { parts } = reaches[name];
  return Math.round(value * parts) / parts;
};

export const presetNames = ['early', 'shipped', 'clear'] as const;
export type PresetName = (typeof presetNames)[number];

type Bent = {
  readonly signs: number;
  readonly shares: number;
  readonly silence: number;
  readonly dates: number;
};

/** How far a preset bends the shipped marks: times for signs and silence, plus for shares and dates. */
const BENT: Readonly<Record<PresetName, Bent>> = {
  early: { signs: 0.75, shares: 0.07, silence: 0.7, dates: -1 },
  shipped: { signs: 1, shares: 0, silence: 1, dates: 0 },
  clear: { signs: 1.4, shares: -0.08, silence: 1.4, dates: 1 },
};

const within = (name: MarkName, value: number): number => {
  const { least, most } = reaches[name];
  return snapMark(name, Math.min(Math.max(value, least), most));
};

/** The marks of a preset: the shipped ones, moved towards early or towards clear. */
export function preset(name: PresetName, shipped: Thresholds): Thresholds {
  if (name === 'shipped') return shipped;
  const { signs: times, shares, silence, dates: more } = BENT[name];
  const fading = within('datesMissedForFading', shipped.datesMissedForFading + more);
  return {
    watchScore: within('watchScore', shipped.watchScore * times),
    fadingScore: within('fadingScore', shipped.fadingScore * times),
    atRiskScore: within('atRiskScore', shipped.atRiskScore * times),
    lowShare: within('lowShare', shipped.lowShare + shares),
    fewLatelyShare: within('fewLatelyShare', shipped.fewLatelyShare + shares),
    silentDays: within('silentDays', shipped.silentDays * silence),
    silentGaps: within('silentGaps', shipped.silentGaps * silence),
    datesMissedForFading: fading,
    datesMissedForAtRisk: Math.max(
      fading + 1,
      within('datesMissedForAtRisk', shipped.datesMissedForAtRisk + more),
    ),
    tooFewPeople: shipped.tooFewPeople,
  };
}

/** Which preset these marks are, exactly; undefined when they are of somebody's own making. */
export const presetOf = (marks: Thresholds, shipped: Thresholds): PresetName | undefined =>
  presetNames.find((one) => {
    const ready = preset(one, shipped);
    return names.every((name) => ready[name] === marks[name]);
  });

/** Marks as they are kept: a preset as it is, all others on their steps. What was in order stays in order. */
export function snapMarks(marks: Thresholds, shipped: Thresholds): Thresholds {
  if (presetOf(marks, shipped)) return marks;
  return Object.fromEntries(names.map((name) => [name, snapMark(name, marks[name])])) as Thresholds;
}
