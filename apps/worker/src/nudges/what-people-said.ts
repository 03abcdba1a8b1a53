import type { Consent } from '@followon/shared/rules/nudge/consent';
import { optInPurposes } from '@followon/shared/rules/nudge/wish-purposes';
import type { Wishes } from '@followon/shared/rules/nudge/wishes';
import { noWishes } from '@followon/shared/rules/nudge/wishes';

/** SQL for what a person wished and consented to, as JSON; `person` and `purpose` are expressions. Null: nothing was said. */
export const wishesOf = (person: string): string => `
  (select json_build_object('stopped', w.stopped_at is not null, 'pausedUntil', w.paused_until, 'badUntil', w.bad_until, 'hours', w.hours,
    'quietWeekdays', w.quiet_weekdays) from message_wish w where w.person_id = ${person})`;
export const consentsOf = (person: string, purpose: string): string => `
  (select json_agg(json_build_object('channel', c.channel, 'purpose', c.purpose, 'wants', c.wants, 'saidAt', c.said_at))
    from message_consent c where c.person_id = ${person} and c.purpose in (${purpose}, 'all'))`;

const optIn = optInPurposes.map((purpose) => `'${purpose}'`).join();

/**
 * SQL: the list of a group says yes for a member ($1) to all it is for, as long as they have no word of their own about any of it;
 * from then on each yes is one that was said. `member` is an alias.
 */
export const isListedForAll = (member: string): string => `
  (coalesce(${member}.wants_messages, false) and not exists (select from message_consent c
    where c.person_id = $1 and c.channel = 'any' and c.purpose in (${optIn})))`;

export interface SaidRow {
  readonly wishes: Wishes | null;
  readonly consents: readonly (Omit<Consent, 'saidAt'> & { readonly saidAt: string })[] | null;
}

export const readSaid = (
  row: SaidRow | undefined,
): { readonly wishes: Wishes; readonly consents: readonly Consent[] } => ({
  wishes: row?.wishes ?? noWishes,
  consents: (row?.consents ?? []).map((word) => ({ ...word, saidAt: new Date(word.saidAt) })),
});

const DAY_MS = 86_400_000;
const MONTH_DAYS = 31;

/** From when on messages count for the budget or for a nudge that comes once in so many days. */
export const countedSince = (now: Date, { onceInDays = 0 }: { readonly onceInDays?: number }): Date =>
  new Date(now.getTime() - Math.max(MONTH_DAYS, onceInDays + 1) * DAY_MS);

export interface Counted {
  readonly key: string;
  readonly at: string;
}

/** Messages that count, for the budget and for what is told once in a while. */
export function readCounted(
  counted: readonly Counted[] | null,
  key: string,
): { readonly sentAt: readonly Date[]; readonly lastTold?: Date } {
  const times = (counted ?? []).map((one) => ({ key: one.key, at: new Date(one.at) }));
  const same = times.filter((one) => one.key === key).map(({ at }) => at.getTime());
  return {
    sentAt: times.map(({ at }) => at),
    ...(same.length > 0 && { lastTold: new Date(Math.max(...same)) }),
  };
}

/** SQL for the last answer of a group to a nudge, whoever of its people gave it. */
export const lastAnswerOf = (group: string, key: string): string => `
  (select json_build_object('choice', a.answer, 'at', a.answered_at) from nudge a
    where a.group_id = ${group} and a.key = ${key} and a.answered_at is not null order by a.answered_at desc limit 1)`;

export interface AnswerRow {
  readonly choice: string;
  readonly at: string;
}

export const readAnswer = (answer: AnswerRow | null | undefined) =>
  answer ? { lastAnswer: { choice: answer.choice, at: new Date(answer.at) } } : {};
