import type { MarkName, PolicyThresholds } from '@followon/shared/contract/policy';
import {
  preset,
  presetNames,
  reaches,
  snapMark,
  type PresetName,
} from '@followon/shared/rules/health/presets';
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

/** What is typed is `scale` times what is kept, and so are its bounds and its step. */
function markOf(name: MarkName, { unit, scale }: Pick<Mark, 'unit' | 'scale'>): Mark {
  const { least, most, parts } = reaches[name];
  const label = `policy.mark.${name}` as const;
  return { name, label, unit, scale, min: least * scale, max: most * scale, step: scale / parts };
}

const share = { unit: 'policy.unit.share', scale: 100 } as const;
const signs = { unit: 'policy.unit.signs', scale: 100 } as const;
const dates = { unit: 'policy.unit.dates', scale: 1 } as const;

/** What the marks are about, the ones that people ask about first. */
export const markGroups: readonly MarkGroup[] = [
  {
    title: 'policy.about.fewer',
    marks: [
      markOf('fewLatelyShare', share),
      markOf('lowShare', share),
      markOf('tooFewPeople', { unit: 'policy.unit.people', scale: 1 }),
    ],
  },
  {
    title: 'policy.about.silence',
    marks: [
      markOf('silentDays', { unit: 'policy.unit.days', scale: 1 }),
      markOf('silentGaps', { unit: 'policy.unit.gaps', scale: 1 }),
    ],
  },
  {
    title: 'policy.about.missed',
    marks: [markOf('datesMissedForFading', dates), markOf('datesMissedForAtRisk', dates)],
  },
  {
    title: 'policy.about.signs',
    marks: [markOf('watchScore', signs), markOf('fadingScore', signs), markOf('atRiskScore', signs)],
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

/** What is in the boxes, on its steps, to be sent; the shipped marks exactly where they were not touched. */
export function thresholdsOf(draft: Draft, shipped: PolicyThresholds): PolicyThresholds {
  if (isSame(draft, draftOf(shipped))) return shipped;
  return mapped(({ name, scale }) => snapMark(name, Number(draft[name]) / scale));
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

/** Which preset the boxes hold; undefined when they are of somebody's own making. */
export const presetIn = (draft: Draft, shipped: PolicyThresholds): PresetName | undefined =>
  presetNames.find((name) => isSame(draft, draftOf(preset(name, shipped))));
