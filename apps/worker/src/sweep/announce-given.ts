import { appendAll } from '@followon/shared/db/ledger/append';
import type { EntityManager } from 'typeorm';
import type { Given } from '../handover/cover/give-tasks.js';

/** Says on each list's stream who has its tasks now, in the sweep's transaction. */
export async function announceGiven(
  manager: EntityManager,
  given: readonly Given[],
  { siteId, now }: { readonly siteId: string; readonly now: Date },
): Promise<void> {
  const facts = given.map(({ stream, payload }) => ({
    ...({ name: 'handover-task.assigned.v1', streamId: stream.id, streamKind: stream.kind, siteId } as const),
    ...{ payload, occurredAt: now },
  }));
  await appendAll(manager, facts);
}
