import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { EntityManager } from 'typeorm';
import type { Within } from '../dispatch/reaction.js';

const CLOSE = `
  update handover set state = 'closed', version = version + 1
  where group_id = $1 and kind = $2 and state not in ('closed', 'declined') returning id`;

/** Nobody is reminded of the tasks of a list that is put away. */
const QUIET = `
  delete from due where done_at is null and subject_id in (select id from handover_task where handover_id = any($1::uuid[]))`;

/** Puts away the group's lists of this kind that are open; what was done on them stays done. */
export async function putAway(
  because: DomainEvent & { readonly payload: { readonly groupId: string } },
  kind: 'restart' | 'closing' | 'hand-on',
  { manager, append }: Pick<Within, 'manager' | 'append'>,
): Promise<boolean> {
  const { groupId } = because.payload;
  const [closed]: [{ id: string }[], number] = await manager.query(CLOSE, [groupId, kind]);
  await quieten(
    manager,
    closed.map(({ id }) => id),
  );
  for (const { id } of closed)
    append({ because, name: 'checklist.closed.v1', payload: { groupId, handoverId: id, kind } });
  return closed.length > 0;
}

export async function quieten(manager: EntityManager, handoverIds: readonly string[]): Promise<void> {
  await manager.query(QUIET, [handoverIds]);
}
