import type { DataSource, EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';

/** On whose behalf a transaction runs; row-level security has a policy for each, and none means no rows. */
export type Principal =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'site'; readonly siteId: string }
  /** Ledger, cursor, due-date and sign-in tables only: they hold ids and counts and have policies by role. */
  | { readonly kind: 'none' };

const DEADLOCK = '40P01';
const SERIALISATION = '40001';
const MOST_TRIES = 3;
const JITTER_MS = 40;

const sqlState = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;

const isPassing = (error: unknown): boolean => [DEADLOCK, SERIALISATION].includes(sqlState(error) ?? '');

/** Sets the principal for the rest of the transaction; must be its first statement. */
export async function actAs(manager: EntityManager, principal: Principal): Promise<void> {
  if (principal.kind === 'user')
    await manager.query(`select set_config('app.user_id', $1, true)`, [principal.accountId]);
  if (principal.kind === 'site')
    await manager.query(`select set_config('app.site_id', $1, true)`, [principal.siteId]);
}

/**
 * Runs `work` in one transaction as one principal. Deadlocks and serialisation failures are tried again, at most
 * three times in all, so `work` must do nothing but database work.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  principal: Principal,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await dataSource.transaction(async (manager) => {
        await actAs(manager, principal);
        return work(manager);
      });
    } catch (error) {
      if (tries >= MOST_TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, tries * JITTER_MS * (0.5 + Math.random())));
    }
  }
}
