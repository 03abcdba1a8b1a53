import type { Origin } from '@followon/shared/events/envelope';
import type { TestDatabase } from './database.js';
import type { GroupRow } from './a-group.js';
import type { TestWorker } from './a-worker.js';

interface MeetingOptions {
  readonly on: string;
  /** Held with this many people; `planned`, `missing` or `not-held` otherwise. */
  readonly came: number | 'planned' | 'missing' | 'not-held';
  /** Members who were marked as present; nobody was marked unless given. */
  readonly present?: readonly string[];
  readonly origin?: Origin;
  /** When it was recorded; noon of the day unless given. */
  readonly at?: Date;
}

/** A meeting and the event that says so, as the API would write them; answers the meeting's id. */
export async function recordMeeting(
  { database, worker, group }: { database: TestDatabase; worker: TestWorker; group: GroupRow },
  { on, came, present, origin = 'live', at = new Date(`${on}T12:00:00Z`) }: MeetingOptions,
): Promise<string> {
  const outcome = typeof came === 'number' ? 'held' : came;
  const headcount = typeof came === 'number' ? came : null;
  const place = { site_id: group.site_id, group_id: group.id };
  const row = { ...place, held_on: on, outcome, headcount, named: present !== undefined };
  const { id } = await database.insert<{ id: string }>('meeting', row);
  if (present) await database.insert('attendance', { ...place, meeting_id: id, present });
  const stream = { streamId: group.id, siteId: group.site_id, occurredAt: at, origin };
  const meeting = { groupId: group.id, meetingId: id, on };
  if (outcome === 'held') {
    await worker.append({
      ...stream,
      name: 'meeting.held.v1',
      payload: { ...meeting, headcount: headcount ?? 0, newcomers: 0 },
    });
  } else if (outcome === 'not-held') {
    await worker.append({
      ...stream,
      name: 'meeting.not-held.v1',
      payload: { ...meeting, reason: 'weather' },
    });
  } else {
    await worker.append({
      ...stream,
      name: outcome === 'planned' ? 'meeting.planned.v1' : 'register.missing.v1',
      payload: meeting,
    });
  }
  return id;
}

/** So many people of a group, who can be told apart and are known by nothing else. */
export async function someMembers(
  database: TestDatabase,
  group: Pick<GroupRow, 'id' | 'site_id'>,
  references: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `insert into member (site_id, group_id, reference_hash, joined_on)
     select $1, $2, sha256(convert_to(reference, 'utf8')), '2026-01-01' from unnest($3::text[]) reference returning id`,
    [group.site_id, group.id, references],
  );
  return rows.map(({ id }) => id);
}
