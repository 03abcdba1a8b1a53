import { wordMessage } from '@followon/shared/messages/word-message';
import type { TestDatabase } from './database.js';
import type { Left } from './message-rules.js';

const openSuccession = (stage: string) =>
  `exists (select from succession x where x.id = n.subject_id and x.state = 'open' and x.stage = '${stage}')`;
const planned = `exists (select from meeting x where x.id = n.subject_id and x.outcome = 'planned'
  and x.held_on >= (n.sent_at at time zone 'Europe/London')::date and x.held_on = (n.figures ->> 'on')::date)`;
const noRegister = `not exists (select from meeting x where x.id = n.subject_id and x.outcome in ('held', 'not-held'))`;

/** What each message says, asked of the rows as they are; one that is not here claims nothing that could have changed. */
const truths: Readonly<Record<string, string>> = {
  how_was_it: noRegister,
  register_missing: noRegister,
  did_you_meet: `not exists (select from meeting x where x.group_id = n.group_id and x.outcome in ('held', 'not-held')
    and x.held_on > (n.figures ->> 'lastOn')::date)`,
  first_meeting_soon: planned,
  meeting_reminder: planned,
  would_a_hand_help: `exists (select from alert x where x.id = n.subject_id and x.state in ('open', 'acknowledged'))`,
  alert_unanswered: `jsonb_array_length(n.figures -> 'alerts') > 0 and not exists (
    select from jsonb_array_elements(n.figures -> 'alerts') told join alert x on x.id = (told ->> 'alertId')::uuid where x.state <> 'open')`,
  alert_opened: `jsonb_array_length(n.figures -> 'alerts') > 0`,
  missed_you_soft: `exists (select from meeting x join attendance a on a.meeting_id = x.id
    where x.id = n.subject_id and x.outcome = 'held' and n.person_id <> all(a.present || a.apologies))`,
  are_you_ready: `exists (select from follow_on_group x where x.id = n.group_id and x.state = 'resting')`,
  help_asked: `exists (select from group_report x where x.id = n.subject_id and x.until_date is null)`,
  role_thanks: `exists (select from group_role x where x.id = n.subject_id and x.until_on is not null)`,
  winter_note: `exists (select from follow_on_group x where x.id = n.group_id and x.state in ('forming', 'meeting', 'unknown'))`,
  contact_wanted: openSuccession('group'),
  contact_wanted_lead: openSuccession('lead'),
  contact_wanted_admin: openSuccession('site-admin'),
};
const truth = Object.entries(truths)
  .map(([key, sql]) => `when '${key}' then ${sql}`)
  .join('\n');
/** They still are something of what they are spoken to as; thanks and offers are for people without the role. */
const hasPart = `case when n.key in ('role_thanks', 'role_offered') or n.audience = 'member' then true
    when n.audience = 'role-holder' then exists (select from group_role r left join member h on h.id = r.member_id
      where r.site_id = n.site_id and (n.group_id is null or r.group_id = n.group_id) and n.person_id in (r.account_id, r.member_id, h.account_id)
        and (r.until_on is null or r.until_on > (n.sent_at at time zone 'Europe/London')::date))
    else exists (select from membership b where b.site_id = n.site_id and b.account_id = n.person_id and (b.role = 'volunteer') = (n.audience = 'volunteer')) end`;
const alertsOf = (n: string) => `case when ${n}.key in ('alert_opened', 'task_digest') then
  (select coalesce(jsonb_agg(a ->> 'alertId'), '[]') from jsonb_array_elements(coalesce(${n}.figures -> 'alerts', '[]')) a) else '[]' end`;

/** Of messages that left in the same moment each was weighed against those before it: the turn in which its way was chosen. */
const turnOf = (
  n: string,
) => `coalesce((select max(t.id) from delivery c join delivery_step t on t.delivery_id = c.id
  where c.nudge_id = ${n}.id and t.what = 'chosen'), 0)`;

/** $1 the moment before which all was looked at, $2 this one. Every alert that a message tells must stand open as well. */
const LEFT = `
  select n.id, n.key, n.occasion, n.audience, n.sent_at as at, g.name as "groupName", n.figures,
    w.stopped_at is not null as stopped, w.paused_until::text as "pausedUntil", w.bad_until::text as "badUntil", coalesce(w.hours, 'any') as hours,
    coalesce(w.quiet_weekdays, '{}') as "quietWeekdays", coalesce(m.wants_messages, false) as "optedIn", m.paused_until::text as "memberPausedUntil",
    coalesce(m.left_on <= (n.sent_at at time zone 'Europe/London')::date, false) or acc.disabled_at is not null as gone,
    ${hasPart} as "hasPart", g.state as "groupState", coalesce(g.messages_off, false) as "messagesOff",
    (case n.key ${truth} else true end) and not exists (select from jsonb_array_elements_text(${alertsOf('n')}) told
      join alert x on x.id = told::uuid where x.state <> 'open') as holds,
    ${alertsOf('n')} as alerts,
    (select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel, 'purpose', c.purpose, 'wants', c.wants)), '[]')
      from message_consent c where c.person_id = n.person_id) as consents,
    (select coalesce(jsonb_agg(jsonb_build_object('key', o.key, 'occasion', o.occasion, 'audience', o.audience, 'at', o.sent_at,
        'sameSite', o.site_id = n.site_id, 'alerts', ${alertsOf('o')})), '[]')
      from nudge o where o.person_id = n.person_id and o.id <> n.id and o.state = 'sent'
        and (o.sent_at, ${turnOf('o')}) < (n.sent_at, ${turnOf('n')})) as others,
    (select jsonb_build_object('choice', a.answer, 'at', a.answered_at) from nudge a where a.group_id = n.group_id and a.key = n.key
      and a.answered_at < n.sent_at order by a.answered_at desc limit 1) as answer
  from nudge n left join follow_on_group g on g.id = n.group_id left join message_wish w on w.person_id = n.person_id
    left join account acc on acc.id = n.person_id
    left join member m on n.group_id = m.group_id and n.person_id in (m.id, m.account_id)
  where n.state = 'sent' and n.sent_at >= $1 order by n.sent_at, n.id`;

type Row = Omit<Left, 'subject'> & {
  readonly id: string;
  readonly figures: Readonly<Record<string, unknown>>;
};

/** Every message that left from this moment on, worded as it was, with what is so now. */
export async function readLeft(database: TestDatabase, from: Date): Promise<Left[]> {
  const rows = await database.query<Row>(LEFT, [from]);
  return rows.map((row) => ({ ...row, subject: subjectOf(row) }));
}

const subjectOf = ({ key, audience, groupName, figures }: Row): string =>
  wordMessage(key, { figures, audience, groupName: groupName ?? undefined } as unknown as Parameters<
    typeof wordMessage
  >[1])?.subject ?? '';
