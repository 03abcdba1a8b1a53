import type { TestDatabase } from './database.js';

export interface EventRow {
  readonly event_id: string;
  readonly seq: number;
  readonly name: string;
  readonly payload: Record<string, unknown>;
  readonly actor_id: string | null;
}

/** The facts of one stream in their order, as stored. */
export const eventsOf = (database: TestDatabase, streamId: string): Promise<EventRow[]> =>
  database.query<EventRow & Record<string, unknown>>(
    'select event_id, seq, name, payload, actor_id from event where stream_id = $1 order by seq',
    [streamId],
  );

/** What was noted down about one record, oldest first. */
export async function auditOf(database: TestDatabase, subject: string): Promise<string[]> {
  const rows = await database.query<{ what: string }>(
    'select what from audit_entry where subject = $1 order by seq',
    [subject],
  );
  return rows.map(({ what }) => what);
}
