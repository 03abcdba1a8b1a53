import type { NudgeKey } from '@followon/shared/rules/nudge/nudges';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import type { ListMessage, ReadAnswer } from './read-list.js';
import { isListMessage, readList } from './read-list.js';

/**
 * The register still says that they were not there and sent no word, and they have not come since. `person` is
 * they, by their own id or that of their account.
 */
const missedYou = `
  select exists (select 1 from meeting m join attendance a on a.meeting_id = m.id
    join member p on p.group_id = m.group_id and ($2::jsonb ->> 'person')::uuid in (p.id, p.account_id)
    where m.id = $1 and m.outcome = 'held' and m.named and p.left_on is null and coalesce(p.joined_on <= m.held_on, true) and not p.id = any(a.present || a.apologies)
      and not exists (select from meeting since join attendance s on s.meeting_id = since.id
        where since.group_id = m.group_id and since.held_on > m.held_on and p.id = any(s.present || s.apologies))) as holds`;

/**
 * Asked again at the moment of sending: the question behind each message. `$1` is what the message is about, `$2` its figures and
 * the `person` it goes to.
 */
const questions: { readonly [K in Exclude<NudgeKey, ListMessage>]: string } = {
  would_a_hand_help: `select exists (select 1 from alert where id = $1 and state in ('open', 'acknowledged')) as holds`,
  how_was_it: `select exists (select 1 from meeting where id = $1 and outcome in ('planned', 'missing')) as holds`,
  register_missing: `select exists (select 1 from meeting where id = $1 and outcome in ('planned', 'missing')) as holds`,
  did_you_meet: `select not exists (select 1 from meeting said join meeting met on met.group_id = said.group_id where met.id = $1
    and ((said.outcome <> 'planned' and said.held_on > ($2::jsonb ->> 'lastOn')::date) or (said.outcome = 'planned' and said.held_on > ($2::jsonb ->> 'on')::date))) as holds`,
  help_asked: `select exists (select 1 from group_report where id = $1 and until_date is null) as holds`,
  first_meeting_soon: `select exists (select 1 from meeting where id = $1 and outcome = 'planned' and held_on = ($2::jsonb ->> 'on')::date) as holds`,
  merge_asked: `select exists (select 1 from group_merge where id = $1 and state = 'asked') as holds`,
  merge_answered: `select exists (select 1 from group_merge where id = $1 and state = $2::jsonb ->> 'answer') as holds`,
  are_you_ready: `select exists (select 1 from follow_on_group where id = $1 and state = 'resting' and resting_until = ($2::jsonb ->> 'on')::date) as holds`,
  role_thanks: `select exists (select 1 from group_role where id = $1) as holds`,
  volunteer_asked: `select exists (select 1 from volunteer_request where id = $1 and state = 'asked') as holds`,
  without_volunteer: `select exists (select 1 from handover where id = $1 and without_ptv and state = 'open') as holds`,
  role_offered: `select exists (select 1 from role_offer where id = $1 and state = 'asked') as holds`,
  contact_wanted: `select exists (select 1 from succession where id = $1 and state = 'open' and stage = 'group') as holds`,
  contact_wanted_lead: `select exists (select 1 from succession where id = $1 and state = 'open' and stage = 'lead') as holds`,
  contact_wanted_admin: `select exists (select 1 from succession where id = $1 and state = 'open' and stage = 'site-admin') as holds`,
  meeting_reminder: `select exists (select 1 from meeting where id = $1 and outcome = 'planned' and held_on = ($2::jsonb ->> 'on')::date) as holds`,
  missed_you_soft: missedYou,
  hand_round_roles: `select exists (select 1 from follow_on_group g where g.id = $1 and g.state in ('forming', 'meeting', 'unknown')
    and not exists (select from alert a where a.group_id = g.id and a.state in ('open', 'acknowledged'))) as holds`,
  ideas_pack: `select exists (select 1 from nudge where id = $1 and answer = 'send-ideas') as holds`,
  winter_note: `select exists (select 1 from follow_on_group where id = $1 and state in ('forming', 'meeting', 'unknown')) as holds`,
  flare_kindness: `select exists (select 1 from follow_on_group where id = $1) as holds`,
};

/** The question of a message as SQL that answers one row, `holds`; undefined for one that reads a list instead. */
export const questionOf = (key: string): string | undefined =>
  Object.hasOwn(questions, key) ? questions[key as keyof typeof questions] : undefined;

/** Reads the list of a message that has one. */
export async function isStillTrue(manager: EntityManager, claimed: Claimed, now: Date): Promise<ReadAnswer> {
  const { key } = claimed;
  return isListMessage(key) && readList(manager, { ...claimed, key }, now);
}
