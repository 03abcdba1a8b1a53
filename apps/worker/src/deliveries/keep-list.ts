import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';

/** Whoever plans a message of a site's day finds it waiting, or finds the list that was read. */
export async function takeTurn(manager: EntityManager, siteId: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended('task-digest/' || $1::text, 0))`, [
    siteId,
  ]);
}

/** Keeps what a message tells, beside what it was planned with. */
export async function keepList(
  manager: EntityManager,
  { nudge_id }: Pick<Claimed, 'nudge_id'>,
  list: Readonly<Record<string, unknown>>,
): Promise<void> {
  await manager.query('update nudge set figures = figures || $2::jsonb where id = $1', [
    nudge_id,
    JSON.stringify(list),
  ]);
}
