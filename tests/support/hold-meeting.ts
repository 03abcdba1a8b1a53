import { appendAll } from '@followon/shared/db/ledger/append';
import { inTransaction } from '@followon/shared/db/transaction';
import type { DataSource, EntityManager } from 'typeorm';
import type { MeetingToHold } from './a-network.js';

const MEETING = `
  insert into meeting (id, site_id, group_id, held_on, outcome, headcount, newcomers, recorded_at, version)
  select "meetingId", "siteId", "groupId", "on", 'held', headcount, 0, now(), 1
  from jsonb_to_recordset($1::jsonb) as m("meetingId" uuid, "siteId" uuid, "groupId" uuid, "on" date, headcount int)`;

/** One row as a request writes it. */
export const INSERT_MEETING = `
  insert into meeting (id, site_id, group_id, held_on, outcome, headcount, newcomers, recorded_at, version)
  values ($1, $2, $3, $4, 'held', $5, 0, now(), 1)`;

/** The row and its fact together, exactly as a request writes them. */
export const holdMeetings = (
  database: DataSource,
  accountId: string,
  meetings: readonly MeetingToHold[],
): Promise<void> =>
  inTransaction(database, { kind: 'user', accountId }, (manager) => writeMeetings(manager, meetings));

async function writeMeetings(manager: EntityManager, meetings: readonly MeetingToHold[]): Promise<void> {
  const [first] = meetings;
  if (first && meetings.length === 1) await manager.query(INSERT_MEETING, columnsOf(first));
  else await manager.query(MEETING, [JSON.stringify(meetings)]);
  await appendAll(
    manager,
    meetings.map(({ meetingId, groupId, siteId, on, headcount }) => ({
      name: 'meeting.held.v1' as const,
      streamId: groupId,
      siteId,
      payload: { groupId, meetingId, on, headcount, newcomers: 0 },
      occurredAt: new Date(),
    })),
  );
}

export const columnsOf = ({ meetingId, siteId, groupId, on, headcount }: MeetingToHold): unknown[] => [
  ...[meetingId, siteId, groupId, on, headcount],
];
