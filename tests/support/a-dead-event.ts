import { randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.js';

export interface StoredFact {
  readonly event_id: string;
  readonly stream_id: string;
  readonly seq: number;
  readonly announced_at: Date;
}

interface FactOptions {
  readonly siteId: string;
  readonly streamId?: string;
  readonly seq?: number;
  readonly name?: string;
  readonly causedBy?: string | null;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** One announced fact of a group, as stored; its payload is not checked. */
export const aFact = (database: TestDatabase, options: FactOptions): Promise<StoredFact> =>
  database.insert<StoredFact & Record<string, unknown>>('event', {
    event_id: randomUUID(),
    stream_id: options.streamId ?? randomUUID(),
    stream_kind: 'group',
    seq: options.seq ?? 1,
    site_id: options.siteId,
    name: options.name ?? 'meeting.held.v1',
    payload: JSON.stringify(options.payload ?? {}),
    caused_by: options.causedBy ?? null,
    occurred_at: new Date(),
    announced_at: new Date(),
  });

/** A reactor stopped at the third fact of a stream, after all its attempts. */
export async function aDeadEvent(
  database: TestDatabase,
  { siteId, reactor }: { readonly siteId: string; readonly reactor: string },
): Promise<{ readonly id: string; readonly fact: StoredFact }> {
  const streamId = randomUUID();
  for (const seq of [1, 2]) await aFact(database, { siteId, streamId, seq });
  const fact = await aFact(database, { siteId, streamId, seq: 3 });
  await database.insert('reactor_cursor', {
    reactor,
    stream_id: streamId,
    site_id: siteId,
    last_seq: 2,
    attempts: 5,
    blocked_at: new Date(),
    last_error: 'it did not fit',
  });
  const dead = await database.insert<{ id: string }>('dead_event', {
    reactor,
    event_id: fact.event_id,
    site_id: siteId,
    reason: 'it did not fit',
  });
  return { id: dead.id, fact };
}
