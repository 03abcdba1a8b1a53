import type { GroupSummary } from '@followon/shared/contract/groups';
import { daysBetween, explained } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';

export type Reason = GroupSummary['reasons'][number];
export type ClearsWhen = NonNullable<GroupSummary['clearsWhen']>;
type ReasonKey = Reason['key'];

interface Words {
  readonly full: MessageKey;
  /** Without the numbers, for readers from whom they are withheld, or where there are none. */
  readonly plain?: MessageKey;
  /** What `full` cannot be said without. */
  readonly needs?: readonly (keyof Reason)[];
}

const COUNTED = ['usual', 'recent'] as const;

const WORDS: Readonly<Record<ReasonKey, Words>> = {
  'below-70-twice': { full: 'reason.below-70-twice', plain: 'reason.below-60.plain', needs: COUNTED },
  'below-60': { full: 'reason.below-60', plain: 'reason.below-60.plain', needs: COUNTED },
  'under-3': { full: 'reason.under-3', plain: 'reason.under-3.plain', needs: COUNTED },
  'few-lately': { full: 'reason.few-lately', plain: 'reason.below-60.plain', needs: COUNTED },
  'few-likely': { full: 'reason.few-likely', plain: 'reason.few-likely.plain', needs: ['likely'] },
  cusum: { full: 'reason.cusum', plain: 'reason.cusum.plain', needs: COUNTED },
  'long-gap': { full: 'reason.long-gap', plain: 'reason.long-gap.plain', needs: ['gapDays', 'usualGapDays'] },
  'registers-missing': {
    full: 'reason.registers-missing',
    plain: 'reason.registers-missing.plain',
    needs: ['count', 'of'],
  },
  silent: { full: 'reason.silent', plain: 'reason.silent.undated', needs: ['lastOn'] },
  'long-silent': { full: 'reason.long-silent', plain: 'reason.long-silent.undated', needs: ['lastOn'] },
  'dates-missed': { full: 'reason.dates-missed' },
  'cancelled-twice': { full: 'reason.cancelled-twice' },
  'help-asked': { full: 'reason.help-asked' },
  'venue-lost': { full: 'reason.venue-lost' },
  conflict: { full: 'reason.conflict' },
  'one-carries': { full: 'reason.one-carries' },
  'roles-vacant': { full: 'reason.roles-vacant' },
  'nobody-new': { full: 'reason.nobody-new', plain: 'reason.nobody-new.plain', needs: ['sinceOn'] },
  'register-corrected': { full: 'reason.register-corrected' },
  'carries-on': { full: 'reason.carries-on' },
  'marks-changed': { full: 'reason.marks-changed' },
  resting: { full: 'reason.resting' },
};

const CLEARS: Readonly<Record<ClearsWhen['key'], MessageKey>> = {
  'two-meetings-with': 'clears.two-meetings-with',
  'some-meetings-with': 'clears.some-meetings-with',
  'any-news': 'clears.any-news',
  'next-meeting-held': 'clears.next-meeting-held',
  settled: 'clears.settled',
  'role-taken': 'clears.role-taken',
};

/** The same without the number. */
const CLEARS_PLAIN: Readonly<Partial<Record<ClearsWhen['key'], MessageKey>>> = {
  'two-meetings-with': 'clears.two-meetings-with.plain',
  'some-meetings-with': 'clears.some-meetings-with.plain',
};

const WEEK_DAYS = 7;

/** Full weeks of silence as of now: the judgement's own count stands still from the day it was made. */
function weeksOf({ lastOn, gapDays }: Reason, now: string): number {
  const days = lastOn ? daysBetween(lastOn, now) : (gapDays ?? 0);
  return Math.max(1, Math.floor(days / WEEK_DAYS));
}

/** Gaps as people count them: in weeks, or in days where weeks would not tell them apart. */
function gapsOf({ gapDays = 0, usualGapDays = 0 }: Reason) {
  const weeks = { gap: Math.round(gapDays / WEEK_DAYS), usualGap: Math.round(usualGapDays / WEEK_DAYS) };
  if (weeks.usualGap >= 1 && weeks.gap > weeks.usualGap) return { unit: 'weeks', ...weeks };
  return { unit: 'days', gap: gapDays, usualGap: Math.round(usualGapDays) };
}

const isThere = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

/** A gap no longer than usual explains nothing in numbers: meetings drift apart little by little. */
const tellsNothing = ({ key, gapDays = 0, usualGapDays = 0 }: Reason): boolean =>
  key === 'long-gap' && gapDays <= usualGapDays;

const choice = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');
const dated = (on: string | undefined, say: typeof explained.month, now: string): string =>
  on === undefined ? '' : say(on, now);

/** The dates of a reason, and which of them it has. */
function datesOf({ lastOn, expectedOn, sinceOn, upToOn }: Reason, now: string) {
  return {
    upTo: dated(upToOn, explained.date, now),
    last: dated(lastOn, explained.date, now),
    known: choice(lastOn !== undefined),
    expected: dated(expectedOn, explained.date, now),
    due: choice(expectedOn !== undefined && daysBetween(expectedOn, now) > 0),
    since: dated(sinceOn, explained.date, now),
    dated: choice(sinceOn !== undefined),
    month: dated(sinceOn, explained.month, now),
  };
}

/** Of registers the reason brings a count; the others count the meetings they speak of. */
function countOf({ key, count = 0, recent = [], meetingIds }: Reason): number {
  return key === 'registers-missing' ? count : recent.length || meetingIds.length;
}

/** What was usual before the fall is not called usual beside a line that says otherwise. */
const agrees = (usual: number, line: number | null): boolean => line === null || line === Math.round(usual);

function valuesOf(reason: Reason, now: string, line: number | null) {
  const { usual = 0, recent = [], likely = 0 } = reason;
  return {
    usual: Math.round(usual),
    recent: explained.list(recent),
    likely: Math.round(likely),
    agrees: choice(agrees(usual, line)),
    fewer: choice(agrees(usual, line) && Math.round(likely) < Math.round(usual)),
    count: countOf(reason),
    of: reason.of ?? 0,
    ...datesOf(reason, now),
    weeks: weeksOf(reason, now),
    ...gapsOf(reason),
  };
}

/** Later meetings no longer bear it out: it is told with its numbers up to its day. */
const isPast = (reason: Reason): boolean =>
  reason.upToOn !== undefined && COUNTED.every((need) => isThere(reason[need]));

/**
 * One finding as a sentence, made from its numbers here, in the reader's language. `line`: the usual number that is shown
 * beside it, where one is.
 */
export function sayReason(reason: Reason, now: string, line: number | null = null): string {
  const values = valuesOf(reason, now, line);
  if (isPast(reason)) return t('reason.upTo', values);
  const { full, plain, needs = [] } = WORDS[reason.key];
  const isWhole = needs.every((need) => isThere(reason[need])) && !tellsNothing(reason);
  return t(isWhole || !plain ? full : plain, values);
}

/** What would bring the group back to steady; without the number where numbers are not the reader's to see. */
export function sayClears({ key, headcount }: ClearsWhen): string {
  const plain = headcount === undefined ? CLEARS_PLAIN[key] : undefined;
  return plain ? t(plain) : t(CLEARS[key], { headcount: headcount ?? 0 });
}

/** Each of these compares how many came with how many usually do: one of them says it. */
export const TURNOUT: readonly ReasonKey[] = ['under-3', 'below-60', 'few-lately', 'below-70-twice', 'cusum'];

/** The reasons that each say something new, in their order, and those that only say it again in other numbers. */
export function byNews(reasons: readonly Reason[], now: string, line: number | null = null) {
  const once = saidOnce(reasons, now, line);
  const first = once.find(({ key }) => TURNOUT.includes(key));
  const isNew = (reason: Reason): boolean => reason === first || !TURNOUT.includes(reason.key);
  return { telling: once.filter(isNew), again: once.filter((reason) => !isNew(reason)) };
}

/** Reasons that read alike are said once. */
export function saidOnce(reasons: readonly Reason[], now: string, line: number | null = null) {
  const said = reasons.map((reason) => sayReason(reason, now, line));
  return reasons.filter((_, index) => said.indexOf(said[index] ?? '') === index);
}
