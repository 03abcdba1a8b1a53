import type { NudgeKey } from '@followon/shared/rules/nudge/nudges';
import { taskDigest } from '@followon/shared/rules/nudge/nudges/task-digest';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { readDigest } from './digest-list.js';

/** Asked again at the moment of sending: the question behind each message. `$1` is what the message is about. */
const questions: { readonly [K in Exclude<NudgeKey, typeof taskDigest.key>]: string } = {
  alert_opened: `select exists (select 1 from alert where id = $1 and state = 'open') as holds`,
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
};

export async function isStillTrue(manager: EntityManager, claimed: Claimed, now: Date): Promise<boolean> {
  const { key, subject_id, figures } = claimed;
  if (key === taskDigest.key) return readDigest(manager, claimed, now);
  const question = Object.hasOwn(questions, key) ? questions[key as keyof typeof questions] : undefined;
  if (!question) return false;
  const values = question.includes('$2') ? [subject_id, JSON.stringify(figures)] : [subject_id];
  const [row]: { holds: boolean }[] = await manager.query(question, values);
  return row?.holds ?? false;
}
