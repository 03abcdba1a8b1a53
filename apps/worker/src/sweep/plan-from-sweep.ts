import { appendAll } from '@followon/shared/db/ledger/append';
import type { DomainEvent, EventName } from '@followon/shared/events/catalogue';
import type { EntityManager } from 'typeorm';
import { Batch } from '../dispatch/batch.js';
import { readEvent } from '../dispatch/stored-events.js';
import type { EventRow, StreamOf } from '../dispatch/stored-events.js';
import type { Outcome } from '../dispatch/reaction.js';
import { planDigests } from '../nudges/plan-digests.js';
import type { Addressee } from '../nudges/recipients.js';
import type { Plan } from '../nudges/plan-nudges.js';
import { planNudges } from '../nudges/plan-nudges.js';
import type { DueRow, SweepContext } from './sweep-rule.js';

type SweepPlan = Omit<Plan, 'because'> & {
  /** The latest event of this name on the stream is what the message goes back to. */
  readonly cause: EventName;
};

/** A list is opened for a programme or for a group: what is said of its tasks goes back to that. */
const OPENED = ['handover.opened.v1', 'checklist.opened.v1'] as const;

const CAUSE = `
  select e.event_id, e.seq, e.name, e.payload, e.origin, e.caused_by, e.occurred_at, e.stream_id as "streamId", e.stream_kind as "streamKind",
    e.site_id as "siteId"
  from event e where e.stream_id = $1 and e.name = any($2) order by e.seq desc limit 1`;

/** Plans messages whose day has come, in the sweep's transaction. */
export async function planFromSweep(
  due: DueRow,
  { cause, ...plan }: SweepPlan,
  { manager, now }: SweepContext,
): Promise<string> {
  const because = await latest(manager, due.stream_id, [cause]);
  if (!because) return `no ${cause} is on the stream`;
  return within({ manager, now }, because, (batch) => planNudges({ ...plan, because }, batch));
}

/** Lets people hear of a task in their message of the day, in the sweep's transaction. */
export async function tellFromSweep(
  due: DueRow,
  { to, taskId }: { readonly to: readonly Addressee[]; readonly taskId: string },
  { manager, now }: SweepContext,
): Promise<string> {
  const because = await latest(manager, due.stream_id, OPENED);
  if (!because) return 'no list was opened on the stream';
  return within({ manager, now }, because, (batch) => planDigests({ because, to, taskId }, batch));
}

async function within(
  { manager, now }: SweepContext,
  because: DomainEvent,
  plan: (batch: Batch) => Promise<Outcome>,
): Promise<string> {
  const batch = new Batch(manager, now, { ...because, lastSeq: because.seq });
  const outcome = await plan(batch);
  await appendAll(manager, batch.gathered);
  return 'did' in outcome ? outcome.did : outcome.skipped;
}

async function latest(manager: EntityManager, streamId: string, names: readonly EventName[]) {
  const [row]: (EventRow & StreamOf)[] = await manager.query(CAUSE, [streamId, names]);
  const read =
    row && readEvent(row, { streamId: row.streamId, streamKind: row.streamKind, siteId: row.siteId });
  return read && 'event' in read ? read.event : undefined;
}
