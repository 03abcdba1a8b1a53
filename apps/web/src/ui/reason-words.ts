import type { GroupSummary } from '@followon/shared/contract/groups';
import { daysBetween, sayDay } from '../dates.js';
import { localeTag, t, type MessageKey } from '../i18n.js';

export type Reason = GroupSummary['reasons'][number];
export type ClearsWhen = NonNullable<GroupSummary['clearsWhen']>;

const WORDS: Readonly<Record<Reason['key'], MessageKey>> = {
  'below-70-twice': 'reason.below-70-twice',
  'below-60': 'reason.below-60',
  'under-3': 'reason.under-3',
  silent: 'reason.silent',
  'long-silent': 'reason.long-silent',
  'dates-missed': 'reason.dates-missed',
  'cancelled-twice': 'reason.cancelled-twice',
  'register-corrected': 'reason.register-corrected',
  resting: 'reason.resting',
};

/** The same without numbers, for readers whose sites they are not. */
const PLAIN: Readonly<Partial<Record<Reason['key'], MessageKey>>> = {
  'below-70-twice': 'reason.below-60.plain',
  'below-60': 'reason.below-60.plain',
  'under-3': 'reason.under-3.plain',
};

const CLEARS: Readonly<Record<ClearsWhen['key'], MessageKey>> = {
  'two-meetings-with': 'clears.two-meetings-with',
  'some-meetings-with': 'clears.some-meetings-with',
  'any-news': 'clears.any-news',
  'next-meeting-held': 'clears.next-meeting-held',
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

/** One finding as a sentence, made from its numbers here, in the reader's language. */
export function sayReason(reason: Reason, now: string): string {
  const recent = reason.recent ?? [];
  const plain = recent.length === 0 || reason.usual === undefined ? PLAIN[reason.key] : undefined;
  if (plain) return t(plain);
  return t(WORDS[reason.key], {
    usual: Math.round(reason.usual ?? 0),
    recent: new Intl.ListFormat(localeTag()).format(recent.map(String)),
    count: recent.length || reason.meetingIds.length,
    last: reason.lastOn ? sayDay(reason.lastOn, now) : '',
    known: reason.lastOn ? 'yes' : 'no',
    weeks: weeksOf(reason, now),
  });
}

/** What would bring the group back to steady; without the number where numbers are not the reader's to see. */
export function sayClears({ key, headcount }: ClearsWhen): string {
  const plain = headcount === undefined ? CLEARS_PLAIN[key] : undefined;
  return plain ? t(plain) : t(CLEARS[key], { headcount: headcount ?? 0 });
}

/** Reasons that read alike are said once. */
export const saidOnce = (reasons: readonly Reason[], now: string): readonly Reason[] =>
  reasons.filter(
    (reason, index) =>
      reasons.findIndex((other) => sayReason(other, now) === sayReason(reason, now)) === index,
  );
