import type { Consent } from '../../rules/nudge/consent.js';
import { optInPurposes } from '../../rules/nudge/wish-purposes.js';
import type { Wishes } from '../../rules/nudge/wishes.js';
import { noWishes } from '../../rules/nudge/wishes.js';

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

/** SQL by the kind of person: $1 the person, $4 the group, `d.today` their day; an account may be a volunteer who paused, or a member of this group who paused or left. */
export const RECIPIENT = {
  account: `
  select json_build_object('optedIn', ${isListedForAll('m')}, 'paused', coalesce(m.paused_until > d.today, v.paused_until > d.today, false),
    'left', coalesce(m.left_on <= d.today, false), 'accountDisabled', a.disabled_at is not null)
  from account a left join volunteer v on v.account_id = a.id left join member m on m.account_id = a.id and m.group_id = $4 where a.id = $1 limit 1`,
  member: `
  select json_build_object('optedIn', ${isListedForAll('m')}, 'paused', coalesce(m.paused_until > d.today, false),
    'left', coalesce(m.left_on <= d.today, false), 'accountDisabled', false)
  from member m where m.id = $1 and ($4::uuid is null or m.group_id = $4)`,
};
