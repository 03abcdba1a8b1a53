import type { MarkName, PolicyThresholds, PolicyView, PresetName } from '@followon/shared/contract/policy';
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
  /** What is kept is counted in parts of one: 100 is a step of 0.01. */
  readonly parts: number;
}

export interface MarkGroup {
  readonly title: MessageKey;
  readonly marks: readonly Mark[];
}

const LABELS: Readonly<Record<MarkName, MessageKey>> = {
  watchScore: 'policy.mark.watchScore',
  fadingScore: 'policy.mark.fadingScore',
  atRiskScore: 'policy.mark.atRiskScore',
  lowShare: 'policy.mark.lowShare',
  fewLatelyShare: 'policy.mark.fewLatelyShare',
  silentDays: 'policy.mark.silentDays',
  silentGaps: 'policy.mark.silentGaps',
  datesMissedForFading: 'policy.mark.datesMissedForFading',
  datesMissedForAtRisk: 'policy.mark.datesMissedForAtRisk',
  tooFewPeople: 'policy.mark.tooFewPeople',
};

/** In what a mark is typed and kept, and from where to where: the server's own bounds (marks.test.ts holds them together). */
type Kind = Pick<Mark, 'unit' | 'scale' | 'parts'> & { readonly least: number; readonly most: number };

/** What is typed is `scale` times what is kept, and so are its bounds and its step. */
function markOf(name: MarkName, { unit, scale, least, most, parts }: Kind): Mark {
  return {
    name,
    label: LABELS[name],
    unit,
    scale,
    parts,
    min: least * scale,
    max: most * scale,
    step: scale / parts,
  };
}

const share: Kind = { unit: 'policy.unit.share', scale: 100, parts: 100, least: 0.3, most: 0.95 };
const signs: Kind = { unit: 'policy.unit.signs', scale: 100, parts: 100, least: 0.01, most: 0.99 };
const whole = (unit: MessageKey, least: number, most: number): Kind => ({
  unit,
  scale: 1,
  parts: 1,
  least,
  most,
});
const gaps: Kind = { unit: 'policy.unit.gaps', scale: 1, parts: 10, least: 1, most: 6 };

/** What the marks are about, the ones that people ask about first. */
export const markGroups: readonly MarkGroup[] = [
  {
    title: 'policy.about.fewer',
    marks: [
      markOf('fewLatelyShare', share),
      markOf('lowShare', share),
      markOf('tooFewPeople', whole('policy.unit.people', 2, 6)),
    ],
  },
  {
    title: 'policy.about.silence',
    marks: [markOf('silentDays', whole('policy.unit.days', 14, 180)), markOf('silentGaps', gaps)],
  },
  {
    title: 'policy.about.missed',
    marks: [
      markOf('datesMissedForFading', whole('policy.unit.dates', 1, 6)),
      markOf('datesMissedForAtRisk', whole('policy.unit.dates', 1, 8)),
    ],
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
  return mapped(({ name, scale, parts }) => Math.round((Number(draft[name]) / scale) * parts) / parts);
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

const presetNames: readonly PresetName[] = ['early', 'shipped', 'clear'];

/** Which preset the boxes hold; undefined when they are of somebody's own making. */
export const presetIn = (draft: Draft, presets: PolicyView['presets']): PresetName | undefined =>
  presetNames.find((name) => isSame(draft, draftOf(presets[name])));
