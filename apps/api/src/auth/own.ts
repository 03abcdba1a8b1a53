/**
 * What is somebody's own, as SQL: the one place that says so, for single records, for lists and for live updates. The
 * reader is $1 unless told otherwise; the aliases are always `programme p` and its `handover h`.
 */
type Kinds = 'ptv' | 'contact' | 'any';

const OF_KIND: { readonly [K in Kinds]: string } = {
  ptv: `and held.kind = 'ptv'`,
  // Contact people and hosts: whoever looks after the group from inside it.
  contact: `and held.kind <> 'ptv'`,
  any: '',
};

/** Holds such a role in this group now. */
export const holdsRoleIn = (groupId: string, kinds: Kinds, reader = '$1'): string =>
  `exists (select 1 from group_role held where held.group_id = ${groupId} and held.account_id = ${reader}
    and held.until_on is null ${OF_KIND[kinds]})`;

/** Kinds of the roles that the reader ($1) holds now in this group, as `mine.kinds`; by a link also a member without an account. */
export const kindsHeldIn = (groupId: string, holder: 'account_id' | 'member_id' = 'account_id'): string =>
  `left join lateral (select coalesce(array_agg(held.kind), '{}') as kinds from group_role held
    where held.group_id = ${groupId} and held.${holder} = $1 and held.until_on is null) mine on true`;

/**
 * Kinds of the roles that the reader ($1) holds in this group or in the one that it went on in, however many groups later,
 * as `mine.kinds`. For reading only: whoever took a group in may look back at its meetings, and change nothing there.
 */
export const kindsHeldAfter = (groupId: string): string =>
  `left join lateral (
    with recursive heir as (
      select own.id, own.state, own.merged_into_id from follow_on_group own where own.id = ${groupId}
      union select next.id, next.state, next.merged_into_id from follow_on_group next join heir on heir.state = 'merged' and next.id = heir.merged_into_id)
    select coalesce(array_agg(distinct held.kind), '{}') as kinds from group_role held
    where held.group_id in (select id from heir) and held.account_id = $1 and held.until_on is null) mine on true`;

/** Every group in which the reader ($1) holds a role now. */
export const OWN_GROUPS = `select distinct held.group_id from group_role held
  where held.account_id = $1 and held.until_on is null order by held.group_id`;

/**
 * A contact person of the group in which the people of handover `h` go on. Whoever looks after a group that they only join
 * has no part in the handover: what is asked of that group is asked by the volunteer.
 */
export const isContactFor = (reader = '$1'): string =>
  `(h.route <> 'join' and ${holdsRoleIn('h.group_id', 'contact', reader)})`;

/**
 * Is the volunteer named for the programme, or stands in, and not only the holder of a task. A list of a group belongs to
 * the volunteer who has that role in the group.
 */
export const isPtvOf = (reader = '$1'): string =>
  `(coalesce(${reader} in (p.ptv_id, p.deputy_id), false) or (h.programme_id is null and ${holdsRoleIn('h.group_id', 'ptv', reader)}))`;

/** Runs the programme. */
export const isClinicianOf = (reader = '$1'): string => `coalesce(p.clinician_id = ${reader}, false)`;

/** A task that is done or not needed gives nobody access any more: whoever was replaced keeps only those. */
export const unsettled = (task: string): string => `${task}.state not in ('done', 'not-applicable')`;

/** Has a volunteer's task of the handover that is still to be settled. */
export const holdsTaskOf = (reader = '$1'): string =>
  `exists (select 1 from handover_task held where held.handover_id = h.id and held.assignee_id = ${reader}
    and held.owner_role = 'volunteer' and ${unsettled('held')})`;

/** Volunteers beside the programme, as the named one or with a task of its handover. */
export const volunteersFor = (reader = '$1'): string => `(${isPtvOf(reader)} or ${holdsTaskOf(reader)})`;

/**
 * Every task with the reader ($1), at a programme of theirs or of a group of theirs, each part by an index of its own. Wider
 * than what is their own: which of these are is said by the conditions above.
 */
export const TASKS_NEAR = `select t.id from handover_task t where t.assignee_id = $1
  union all select t.id from programme p join handover h on h.programme_id = p.id join handover_task t on t.handover_id = h.id
    where p.ptv_id = $1 or p.deputy_id = $1 or p.clinician_id = $1
  union all select t.id from group_role r join handover h on h.group_id = r.group_id join handover_task t on t.handover_id = h.id
    where r.account_id = $1 and r.until_on is null`;
