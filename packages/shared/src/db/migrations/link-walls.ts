import { asOwner } from './walls.js';

/**
 * What a link may touch (docs/decisions/0020). It acts as a database role of its own, so that what a link may see is
 * never added to what a signed-in person may see, nor slows their lists down. Every condition is about the one thing
 * the link is for: `link_reach()` answers its ids.
 */
const reach = (id: string): string => `(select ${id} from link_reach())`;
const itself = (column: string, id: string): string => `${column} = ${reach(id)}`;
/** A checklist's facts are written on its programme's stream, or on its group's. */
const itsStream = `stream_id in (${reach('programme_id')}, ${reach('group_id')})`;

type Doing = 'all' | 'select' | 'insert' | 'update' | 'delete';

interface Right {
  readonly table: string;
  readonly may: string;
  readonly where: string;
  readonly for?: Doing;
  /** Of what is written, where it differs from what is seen. */
  readonly check?: string;
}

const clauses = ({ for: doing = 'all', where, check = where }: Right): string => {
  if (doing === 'insert') return `with check (${check})`;
  const writes = doing === 'all' || doing === 'update';
  return `using (${where})${writes ? ` with check (${check})` : ''}`;
};

const right = (spec: Right): string[] => [
  `create policy link_${spec.for ?? 'all'} on ${spec.table} for ${spec.for ?? 'all'} to link_rt ${clauses(spec)}`,
  `grant ${spec.may} on ${spec.table} to link_rt`,
];

const rights: readonly Right[] = [
  // The link itself: whether it may still be used, and that it was.
  {
    table: 'link',
    may: 'select (id, action, subject_id, account_id, member_id, uses_left, used_at, used_for, expires_at, revoked_at), update (uses_left, used_at, used_for)',
    where: `id = (select nullif(current_setting('app.link_id', true), '')::uuid)`,
  },
  // A task, with the names of its programme and group. Accepting a request also moves the tasks of that checklist.
  {
    table: 'handover_task',
    may: 'select, update',
    where: `${itself('id', 'task_id')} or ${itself('handover_id', 'request_handover_id')}`,
  },
  // And, for whoever is asked to take a programme on, those they stand beside already: there is a most.
  {
    table: 'programme',
    may: 'select',
    for: 'select',
    where: `${itself('id', 'programme_id')} or (${reach('request_id')} is not null and ${itself('site_id', 'site_id')}
      and (${itself('ptv_id', 'account_id')} or ${itself('deputy_id', 'account_id')}))`,
  },
  {
    table: 'programme',
    may: 'update (ptv_id, deputy_id, version)',
    for: 'update',
    where: itself('id', 'request_programme_id'),
  },
  {
    table: 'handover',
    may: 'select',
    for: 'select',
    where: `${itself('id', 'handover_id')} or (${reach('request_id')} is not null and programme_id in (select p.id from programme p))`,
  },
  { table: 'site', may: 'select (id, name)', for: 'select', where: itself('id', 'site_id') },
  { table: 'follow_on_group', may: 'select', for: 'select', where: itself('id', 'group_id') },
  // Holding the group's row for the length of a transaction is all: what would be written is never allowed.
  {
    table: 'follow_on_group',
    may: 'update (state)',
    for: 'update',
    where: itself('id', 'group_id'),
    check: 'false',
  },
  // When somebody else hears of a late task.
  { table: 'task_stage', may: 'select', for: 'select', where: itself('task_id', 'task_id') },
  // Whether whoever stands in is away, for passing a task on; and what the holder is asked before they say yes.
  {
    table: 'volunteer',
    may: 'select (id, account_id, site_id, paused_until, caseload_cap, training_until, checks_until)',
    for: 'select',
    where: `${itself('site_id', 'site_id')} and (${itself('account_id', 'deputy_id')} or ${itself('account_id', 'account_id')})`,
  },
  // Two yeses of one person come one after the other; nothing can be written.
  {
    table: 'volunteer',
    may: 'update (caseload_cap)',
    for: 'update',
    where: itself('account_id', 'account_id'),
    check: 'false',
  },
  {
    table: 'volunteer_break',
    may: 'select (volunteer_id, from_on, until_on, ended_on)',
    for: 'select',
    where: 'volunteer_id in (select v.id from volunteer v)',
  },
  // The roles of its holder in that group, nobody else's.
  {
    table: 'group_role',
    may: 'select',
    for: 'select',
    where: `${itself('group_id', 'group_id')} and (${itself('account_id', 'account_id')} or ${itself('member_id', 'member_id')})`,
  },
  // The holder's own name, which the statements that requests share ask for. Nobody else's.
  {
    table: 'account',
    may: 'select (id, display_name, disabled_at)',
    for: 'select',
    where: itself('id', 'account_id'),
  },
  // One meeting. Its marks are ids without names: a number below those marked present is refused.
  {
    table: 'meeting',
    may: 'select, update (outcome, headcount, newcomers, named, reason, recorded_at, recorded_by, version)',
    where: itself('id', 'meeting_id'),
  },
  { table: 'attendance', may: 'select, delete', where: itself('meeting_id', 'meeting_id') },
  // Who else was asked for the same programme: a yes takes those questions back.
  {
    table: 'volunteer_request',
    may: 'select, update (state, reason, answered_at)',
    where: itself('programme_id', 'request_programme_id'),
  },
  { table: 'role_offer', may: 'select, update (state, answered_at)', where: itself('id', 'offer_id') },
  // The holder as a member of that group, and the role they say yes to.
  {
    table: 'member',
    may: 'select (id, site_id, group_id, account_id, display_name, left_on)',
    for: 'select',
    where: `${itself('group_id', 'group_id')} and (${itself('id', 'member_id')} or ${itself('account_id', 'account_id')})`,
  },
  {
    table: 'group_role',
    may: 'insert',
    for: 'insert',
    where: `${reach('offer_id')} is not null and ${itself('group_id', 'group_id')} and ${itself('site_id', 'site_id')}
      and (${itself('account_id', 'account_id')} or ${itself('member_id', 'member_id')})`,
  },
  // A slip is put in and counted; what the others say cannot be read.
  { table: 'founding_wish', may: 'insert', for: 'insert', where: itself('programme_id', 'wishes_of') },
  {
    table: 'founding_wish',
    may: 'select (programme_id)',
    for: 'select',
    where: itself('programme_id', 'wishes_of'),
  },
  {
    table: 'programme_interest',
    may: 'select (programme_id, recorded_at, version)',
    for: 'select',
    where: itself('programme_id', 'wishes_of'),
  },
  // The ledger of what it is about: written to, and read only for what this very transaction wrote.
  { table: 'event', may: 'insert', for: 'insert', where: `${itself('site_id', 'site_id')} and ${itsStream}` },
  {
    table: 'event',
    may: 'select (event_id, seq, stream_id, site_id, recorded_at)',
    for: 'select',
    where: `${itsStream} and recorded_at = now()`,
  },
  {
    table: 'stream_head',
    may: 'select, insert, update',
    where: `${itself('site_id', 'site_id')} and ${itsStream}`,
  },
  // Of the whole site, because a site has one chain: its last number and hash, no entry.
  { table: 'audit_head', may: 'select, insert, update', where: itself('site_id', 'site_id') },
  { table: 'audit_entry', may: 'insert', for: 'insert', where: itself('site_id', 'site_id') },
];

const reachFunction = `
  create function link_reach() returns table (site_id uuid, account_id uuid, member_id uuid, task_id uuid, meeting_id uuid, request_id uuid,
    offer_id uuid, wishes_of uuid, deputy_id uuid, request_programme_id uuid, handover_id uuid, request_handover_id uuid, programme_id uuid, group_id uuid)
  language sql stable ${asOwner} as $$
    select l.site_id, l.account_id, l.member_id, t.id, m.id, r.id, o.id, w.id, pt.deputy_id, r.programme_id, coalesce(ht.id, hr.id, hw.id), hr.id,
      coalesce(ht.programme_id, r.programme_id, w.id), coalesce(ht.group_id, hr.group_id, m.group_id, o.group_id)
    from link l
      left join handover_task t on l.action = 'tick-task' and t.id = l.subject_id and t.site_id = l.site_id
      left join handover ht on ht.id = t.handover_id
      left join programme pt on pt.id = ht.programme_id
      left join meeting m on l.action = 'record-register' and m.id = l.subject_id and m.site_id = l.site_id
      left join volunteer_request r on l.action = 'answer-request' and r.id = l.subject_id and r.site_id = l.site_id
      left join handover hr on hr.programme_id = r.programme_id
      left join role_offer o on l.action = 'answer-role' and o.id = l.subject_id and o.site_id = l.site_id
      left join programme w on l.action = 'say-wish' and w.id = l.subject_id and w.site_id = l.site_id
      left join handover hw on hw.programme_id = w.id
    where l.id = nullif(current_setting('app.link_id', true), '')::uuid and l.revoked_at is null $$`;

/**
 * The roles that a link's holder has now at its site: an account's memberships, or what a member without an account
 * holds in the group. None once the account is disabled or the role is over, and then the link can do nothing.
 */
const rolesFunction = `
  create function roles_of_link(wanted uuid) returns text[] language sql stable ${asOwner} as $$
    select coalesce(array_agg(distinct held.role), '{}') from (
      select m.role from link l join account a on a.id = l.account_id and a.disabled_at is null
        join membership m on m.account_id = a.id and m.site_id = l.site_id where l.id = wanted
      union all
      select case r.kind when 'ptv' then 'volunteer' else 'contact' end from link l
        join group_role r on r.member_id = l.member_id and r.site_id = l.site_id and r.until_on is null where l.id = wanted
      union all
      select case o.kind when 'ptv' then 'volunteer' else 'contact' end from link l
        join role_offer o on l.action = 'answer-role' and o.id = l.subject_id and o.member_id = l.member_id where l.id = wanted) held $$`;

/** Finding a link by its hash happens before there is a principal, like finding a session. */
const finding = [
  `create policy auth_read on link for select to auth_rt using (true)`,
  `grant select on link to auth_rt`,
  `revoke all on function link_reach(), roles_of_link(uuid) from public`,
  `grant execute on function link_reach() to link_rt`,
  `grant execute on function roles_of_link(uuid) to auth_rt`,
];

export const linkWalls: readonly string[] = [
  'grant usage on schema public to link_rt',
  reachFunction,
  rolesFunction,
  ...finding,
  ...rights.flatMap(right),
];
