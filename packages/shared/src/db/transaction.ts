import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { prepared, sendingTogether } from './prepared.js';

/** On whose behalf a transaction runs; row-level security has a policy for each, and none means no rows. */
export type Principal =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'site'; readonly siteId: string }
  /** A one-action link: a role of its own, which sees the one thing it is about (docs/decisions/0020). */
  | { readonly kind: 'link'; readonly linkId: string }
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
  if (principal.kind === 'user') await prepared(manager, AS_USER, [principal.accountId]);
  if (principal.kind === 'site') await prepared(manager, AS_SITE, [principal.siteId]);
  if (principal.kind === 'link') await prepared(manager, AS_LINK, [principal.linkId]);
}

const AS_USER = { name: 'as-user', text: `select set_config('app.user_id', $1, true)` };
const AS_SITE = { name: 'as-site', text: `select set_config('app.site_id', $1, true)` };
const AS_LINK = {
  name: 'as-link',
  text: `select set_config('role', 'link_rt', true), set_config('app.link_id', $1, true), set_config('app.user_id', '', true)`,
};
const AS_HOLDER = {
  name: 'as-holder',
  text: `select set_config('role', 'none', true), set_config('app.link_id', '', true), set_config('app.user_id', $1, true)`,
};

/**
 * Leaves the link's own role for the length of an act in the name of its holder, who then stands behind the wall of
 * signed-in people; `actAs` with the link goes back.
 */
export async function actAsHolder(manager: EntityManager, accountId: string): Promise<void> {
  await prepared(manager, AS_HOLDER, [accountId]);
}

/** A transaction whose first statement travels together with its start. */
export interface Opening<F, T> {
  readonly first: (manager: EntityManager) => Promise<F>;
  /** @param found what the first statement answered */
  readonly then: (manager: EntityManager, found: F) => Promise<T>;
}

/**
 * Runs `work` in one transaction as one principal. Deadlocks and serialisation failures are tried again, at most
 * three times in all, so `work` must do nothing but database work.
 */
export const inTransaction = <T>(
  dataSource: DataSource,
  principal: Principal,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> =>
  openTransaction(dataSource, {
    first: (manager) => actAs(manager, principal),
    then: (manager) => work(manager),
  });

/** {@link inTransaction} for work that names its principal itself, in a first statement that does more than that. */
export async function openTransaction<F, T>(dataSource: DataSource, opening: Opening<F, T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(dataSource, opening);
    } catch (error) {
      if (tries >= MOST_TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, tries * JITTER_MS * (0.5 + Math.random())));
    }
  }
}

async function once<F, T>(dataSource: DataSource, { first, then }: Opening<F, T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const begun = begin(runner, (await runner.connect()) as PoolClient);
    const [found] = await Promise.all([first(runner.manager), begun]);
    const result = await then(runner.manager, found);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/**
 * What TypeORM's `startTransaction` does, without waiting for the answer: the connection sends statements in the
 * order in which they are given, so what comes next is already inside.
 */
async function begin(runner: QueryRunner, client: PoolClient): Promise<void> {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  try {
    await sendingTogether(client, () => client.query('start transaction'));
  } catch (error) {
    throw new QueryFailedError('start transaction', [], error as Error);
  }
}
