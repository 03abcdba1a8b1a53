import { appendAll } from '@followon/shared/db/ledger/append';
import type { EventName } from '@followon/shared/events/catalogue';
import type { EntityManager } from 'typeorm';
import { Batch } from '../dispatch/batch.js';
import { readEvent } from '../dispatch/stored-events.js';
import type { EventRow, StreamOf } from '../dispatch/stored-events.js';
import type { Plan } from '../nudges/plan-nudges.js';
import { planNudges } from '../nudges/plan-nudges.js';
import type { DueRow, SweepContext } from './sweep-rule.js';

type SweepPlan = Omit<Plan, 'because'> & {
  /** The latest event of this name on the stream is what the message goes back to. */
  readonly cause: EventName;
};

const CAUSE = `
  select e.event_id, e.seq, e.name, e.payload, e.origin, e.caused_by, e.occurred_at, e.stream_id as "streamId", e.stream_kind as "streamKind",
    e.site_id as "siteId"
  from event e where e.stream_id = $1 and e.name = $2 order by e.seq desc limit 1`;

/** Plans messages whose day has come, in the sweep's transaction. */
export async function planFromSweep(
  due: DueRow,
  { cause, ...plan }: SweepPlan,
  { manager, now }: SweepContext,
): Promise<string> {
  const because = await latest(manager, due.stream_id, cause);
  if (!because) return `no ${cause} is on the stream`;
  const batch = new Batch(manager, now, { ...because, lastSeq: because.seq });
  const outcome = await planNudges({ ...plan, because }, batch);
  await appendAll(manager, batch.gathered);
  return 'did' in outcome ? outcome.did : outcome.skipped;
}

async function latest(manager: EntityManager, streamId: string, name: EventName) {
  const [row]: (EventRow & StreamOf)[] = await manager.query(CAUSE, [streamId, name]);
  const read =
    row && readEvent(row, { streamId: row.streamId, streamKind: row.streamKind, siteId: row.siteId });
  return read && 'event' in read ? read.event : undefined;
}
