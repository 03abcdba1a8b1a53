import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';
import type { NewMeeting, Place } from './apply-lines.js';

const HELD = `
  from jsonb_to_recordset($1::jsonb) as m(id uuid, line int, group_id uuid, held_on date)
  join import_line l on l.import_id = $2 and l.line = m.line cross join unnest(l.attendees) as a(hash)`;

const MEMBERS = {
  name: 'import-members',
  text: `
  insert into member (site_id, group_id, reference_hash, joined_on)
  select $3, m.group_id, decode(a.hash, 'hex'), min(m.held_on) ${HELD} group by m.group_id, a.hash
  on conflict (group_id, reference_hash) where reference_hash is not null do nothing`,
};

/**
 * The members of the batch's groups first, then one hash look-up for each mark: planned as a whole, the join compares
 * every member of a group with all who came, or asks an index once for each mark.
 */
const ATTENDANCE = {
  name: 'import-attendance',
  text: `
  with came as materialized (
    select m.id as meeting_id, m.group_id, decode(a.hash, 'hex') as hash ${HELD}
  ), person as materialized (
    select id, group_id, reference_hash from member
    where group_id in (select group_id from came) and reference_hash is not null
  )
  insert into attendance (meeting_id, group_id, site_id, present)
  select c.meeting_id, c.group_id, $3::uuid, array_agg(distinct p.id)
  from came c join person p on p.group_id = c.group_id and p.reference_hash = c.hash
  group by c.meeting_id, c.group_id`,
};

/** Who came: a member for each new reference, known only by its keyed hash, and the attendance of each meeting. */
export async function addAttendance(
  manager: EntityManager,
  meetings: readonly NewMeeting[],
  { importId, siteId }: Place,
): Promise<void> {
  const named = meetings.filter((meeting) => meeting.named);
  if (named.length === 0) return;
  const values = [JSON.stringify(named), importId, siteId];
  await Promise.all([prepared(manager, MEMBERS, values), prepared(manager, ATTENDANCE, values)]);
}
