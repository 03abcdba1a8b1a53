import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';

/** A statement that is run very often. A name stands for one text for ever. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement that each connection parses and plans once: with row-level security, planning costs more than most
 * of our statements themselves. Answers the rows, also those of an update.
 * @param manager of a query runner, such as a transaction's
 * @throws QueryFailedError like every other query of the manager
 */
export async function prepared<Row>(
  manager: EntityManager,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  if (!manager.queryRunner) throw new Error(`the statement ${name} needs a connection of its own`);
  const client = (await manager.queryRunner.connect()) as PoolClient;
  try {
    const { rows } = await sendingTogether(client, () => client.query({ name, text, values: [...values] }));
    return rows as Row[];
  } catch (error) {
    throw new QueryFailedError(text, [], error as Error);
  }
}

/** Holds back what the connection sends until this turn of the event loop is over: several statements, one message. */
export function sendingTogether<T>(client: PoolClient, send: () => T): T {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  return send();
}
