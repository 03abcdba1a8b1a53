import type { MarkName, PolicyThresholds } from '@followon/shared/contract/policy';
import { t, type MessageKey } from '../i18n.js';
import type { Wrong } from '../ui/error-summary.js';

/** One mark as a person sets it: shares and signs are typed out of a hundred. */
export interface Mark {
  readonly name: MarkName;
  readonly label: MessageKey;
  /** In what it is counted. */
  readonly unit: MessageKey;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What is typed is so many times what is kept. */
  readonly scale: 1 | 100;
}

export interface MarkGroup {
  readonly title: MessageKey;
  readonly marks: readonly Mark[];
}

const share = { unit: 'policy.unit.share', min: 30, max: 95, step: 0.1, scale: 100 } as const;
const signs = { unit: 'policy.unit.signs', min: 1, max: 99, step: 0.01, scale: 100 } as const;
const dates = { unit: 'policy.unit.dates', min: 1, step: 1, scale: 1 } as const;

/** What the marks are about, the ones that people ask about first. */
export const markGroups: readonly MarkGroup[] = [
  {
    title: 'policy.about.fewer',
    marks: [
      { name: 'fewLatelyShare', label: 'policy.mark.fewLatelyShare', ...share },
      { name: 'lowShare', label: 'policy.mark.lowShare', ...share },
      {
        ...{ name: 'tooFewPeople', label: 'policy.mark.tooFewPeople', unit: 'policy.unit.people' },
        ...{ min: 2, max: 6, step: 1, scale: 1 },
      },
    ],
  },
  {
    title: 'policy.about.silence',
    marks: [
      {
        ...{ name: 'silentDays', label: 'policy.mark.silentDays', unit: 'policy.unit.days' },
        ...{ min: 14, max: 180, step: 1, scale: 1 },
      },
      {
        ...{ name: 'silentGaps', label: 'policy.mark.silentGaps', unit: 'policy.unit.gaps' },
        ...{ min: 1, max: 6, step: 0.1, scale: 1 },
      },
    ],
  },
  {
    title: 'policy.about.missed',
    marks: [
      { name: 'datesMissedForFading', label: 'policy.mark.datesMissedForFading', max: 6, ...dates },
      { name: 'datesMissedForAtRisk', label: 'policy.mark.datesMissedForAtRisk', max: 8, ...dates },
    ],
  },
  {
    title: 'policy.about.signs',
    marks: [
      { name: 'watchScore', label: 'policy.mark.watchScore', ...signs },
      { name: 'fadingScore', label: 'policy.mark.fadingScore', ...signs },
      { name: 'atRiskScore', label: 'policy.mark.atRiskScore', ...signs },
    ],
  },
];

const marks: readonly Mark[] = markGroups.flatMap((group) => group.marks);

/** The marks as they stand in their boxes. */
export type Draft = Readonly<Record<MarkName, string>>;

function mapped<T>(of: (mark: Mark) => T): Readonly<Record<MarkName, T>> {
  return Object.fromEntries(marks.map((mark) => [mark.name, of(mark)])) as Record<MarkName, T>;
}

const DECIMALS = 1e4;
const tidy = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

export const typed = (mark: Mark, thresholds: PolicyThresholds): string =>
  String(tidy(thresholds[mark.name] * mark.scale));

export const draftOf = (thresholds: PolicyThresholds): Draft => mapped((mark) => typed(mark, thresholds));

export const isSame = (some: Draft, other: Draft): boolean =>
  marks.every(({ name }) => some[name] === other[name]);

/** What is in the boxes, to be sent; the shipped marks exactly where they were not touched. */
export function thresholdsOf(draft: Draft, shipped: PolicyThresholds): PolicyThresholds {
  if (isSame(draft, draftOf(shipped))) return shipped;
  return mapped((mark) => tidy(Number(draft[mark.name]) / mark.scale));
}

/** Boxes that hold no number, or one out of bounds. */
export const wrongIn = (draft: Draft): readonly Wrong[] =>
  marks.flatMap((mark) => {
    const said = draft[mark.name].trim();
    const value = Number(said);
    if (said !== '' && value >= mark.min && value <= mark.max) return [];
    const bounds = { mark: t(mark.label), min: mark.min, max: mark.max };
    return [{ field: mark.name, words: t('policy.wrong.bounds', bounds) }];
  });

const presetNames = ['early', 'shipped', 'clear'] as const;
export type PresetName = (typeof presetNames)[number];

interface Bent {
  readonly signs: number;
  readonly shares: number;
  readonly silence: number;
  readonly dates: number;
}

/** How far a preset bends the shipped marks: times for signs and silence, plus for shares and dates. */
const BENT: Readonly<Record<PresetName, Bent>> = {
  early: { signs: 0.75, shares: 0.07, silence: 0.7, dates: -1 },
  shipped: { signs: 1, shares: 0, silence: 1, dates: 0 },
  clear: { signs: 1.4, shares: -0.08, silence: 1.4, dates: 1 },
};

const within = (name: MarkName, value: number): number => {
  const mark = marks.find((one) => one.name === name);
  if (!mark) return value;
  const kept = Math.min(Math.max(value * mark.scale, mark.min), mark.max);
  return tidy((mark.step === 1 ? Math.round(kept) : Math.round(kept * 10) / 10) / mark.scale);
};

/** The marks of a preset: the shipped ones, moved towards early or towards clear. */
export function preset(name: PresetName, shipped: PolicyThresholds): PolicyThresholds {
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

/** Which preset the boxes hold; undefined when they are of somebody's own making. */
export const presetIn = (draft: Draft, shipped: PolicyThresholds): PresetName | undefined =>
  presetNames.find((name) => isSame(draft, draftOf(preset(name, shipped))));
