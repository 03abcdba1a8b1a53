import { asOwner } from './walls.js';

/**
 * What a link about a person's own messages may touch (docs/decisions/0020): the wishes of its holder, the one message it
 * came with, and the calendar of the groups they have a part in. `link_person()` answers who that is: whoever the link was made for, as who they
 * are after a merge of their group (heirs.ts).
 */
const reach = (id: string): string => `(select ${id} from link_person())`;
const holder = `person_id = ${reach('person_id')}`;
const itsGroups = `(select group_id from link_groups())`;
/** A calendar of one date of a group: the meeting that it is for. */
const itsMeeting = `(select l.subject_id from link l where l.action = 'calendar' and l.revoked_at is null)`;
/** The account whose own calendar it is. */
const itsOwner = `(select l.account_id from link l where l.action = 'calendar' and l.subject_id = l.account_id and l.revoked_at is null)`;

const right = (table: string, may: string, where: string): string[] => [
  `create policy link_person_${may.split(' ')[0]?.replace(/\W/g, '') ?? 'all'}_${table} on ${table} to link_rt using (${where}) with check (${where})`,
  `grant ${may} on ${table} to link_rt`,
];
const seen = (table: string, columns: string, where: string): string[] => [
  `create policy link_person_seen_${table} on ${table} for select to link_rt using (${where})`,
  `grant select${columns} on ${table} to link_rt`,
];

const functions = [
  `create function link_person() returns table (site_id uuid, person_id uuid, account_id uuid, member_id uuid, nudge_id uuid, group_id uuid, programme_id uuid, action text)
    language sql stable ${asOwner} as $$
    select l.site_id, h.person_id, h.account_id, h.member_id, l.nudge_id, coalesce(n.group_id, m.group_id), n.programme_id, l.action
    from link l cross join lateral heir_of(l.account_id, l.member_id) h left join nudge n on n.id = l.nudge_id left join member m on m.id = h.member_id
    where l.id = nullif(current_setting('app.link_id', true), '')::uuid and l.revoked_at is null
      and l.action in ('preferences', 'stop', 'answer-message', 'calendar') $$`,
  // A calendar of one group (its subject), or of every group in which its holder has a role.
  `create function link_groups() returns table (group_id uuid) language sql stable ${asOwner} as $$
    select g.id from link l join follow_on_group g on g.id = l.subject_id and g.site_id = l.site_id
      where l.id = nullif(current_setting('app.link_id', true), '')::uuid and l.action = 'calendar' and l.revoked_at is null
    union
    select r.group_id from link l join group_role r on (r.account_id = l.account_id or r.member_id = l.member_id) and r.until_on is null
      where l.id = nullif(current_setting('app.link_id', true), '')::uuid and l.action = 'calendar' and l.revoked_at is null
        and l.subject_id = coalesce(l.account_id, l.member_id) $$`,
  // Asked as a link is found, before there is a principal, so that its page is in the language of whoever holds it.
  `create function language_of_link(wanted uuid) returns table (chosen text, country text) language sql stable ${asOwner} as $$
    select w.language, s.country from link l join site s on s.id = l.site_id
      cross join lateral heir_of(l.account_id, l.member_id) h left join message_wish w on w.person_id = h.person_id where l.id = wanted $$`,
  `revoke all on function language_of_link(uuid) from public`,
  `grant execute on function language_of_link(uuid) to auth_rt`,
  `revoke all on function link_person(), link_groups() from public`,
  `grant execute on function link_person(), link_groups() to link_rt`,
];

export const linkPersonWalls: readonly string[] = [
  `alter table link drop constraint link_action_check,
    add constraint ck_link_action check (action in ('tick-task', 'answer-request', 'answer-role', 'record-register', 'say-wish',
      'preferences', 'stop', 'answer-message', 'calendar'))`,
  ...functions,
  ...right('message_wish', 'select, insert, update', holder),
  ...right('message_consent', 'select, insert, update', holder),
  ...right(
    'contact_point',
    `select (id, person_id, person_kind, account_id, member_id, channel, verified_at, broken_at, removed_at, added_at), update (removed_at),
      insert (id, person_id, person_kind, account_id, member_id, channel, sealed, key_id, address_hash, verified_at, added_at)`,
    holder,
  ),
  // The message the link came with: read, and answered.
  ...right(
    'nudge',
    'select (id, site_id, group_id, programme_id, key, audience, person_id, person_kind, subject_id, state, figures, sent_at, answer, answered_at), update (answer, answered_at)',
    `id = ${reach('nudge_id')}`,
  ),
  ...seen('group_role', '', `${reach('person_id')} in (account_id, member_id) or group_id in ${itsGroups}`),
  ...seen('follow_on_group', '', `id = ${reach('group_id')} or id in ${itsGroups}`),
  ...seen(
    'meeting',
    '',
    `group_id in ${itsGroups} or id = ${itsMeeting} or (group_id = ${reach('group_id')} and ${reach('action')} = 'answer-message')`,
  ),
  `create policy link_person_seen_handover_task on handover_task for select to link_rt using (assignee_id = ${itsOwner})`,
  ...seen('site', ' (id, name)', `id = ${reach('site_id')}`),
  ...seen(
    'member',
    ' (id, site_id, group_id, account_id, display_name, left_on, wants_messages)',
    `${reach('person_id')} in (id, account_id)`,
  ),
  ...seen('account', ' (id, display_name, disabled_at)', `id = ${reach('account_id')}`),
  // The facts are written on the stream of the message's group or programme, or of the site.
  `create policy link_person_event on event for insert to link_rt
    with check (site_id = ${reach('site_id')} and stream_id in (${reach('group_id')}, ${reach('programme_id')}, ${reach('site_id')}))`,
  `create policy link_person_event_seen on event for select to link_rt
    using (stream_id in (${reach('group_id')}, ${reach('programme_id')}, ${reach('site_id')}) and recorded_at = now())`,
  `create policy link_person_head on stream_head to link_rt
    using (site_id = ${reach('site_id')} and stream_id in (${reach('group_id')}, ${reach('programme_id')}, ${reach('site_id')}))
    with check (site_id = ${reach('site_id')} and stream_id in (${reach('group_id')}, ${reach('programme_id')}, ${reach('site_id')}))`,
  `create policy link_person_audit_head on audit_head to link_rt using (site_id = ${reach('site_id')}) with check (site_id = ${reach('site_id')})`,
  `create policy link_person_audit on audit_entry for insert to link_rt with check (site_id = ${reach('site_id')})`,
];
