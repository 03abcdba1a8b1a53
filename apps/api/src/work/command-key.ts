import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../http/problem.js';

const ACCEPTABLE = /^[\x21-\x7e]{1,128}$/;

export interface Command {
  readonly accountId: string;
  readonly key: string;
  readonly route: string;
  readonly bodyHash: Buffer;
}

/** The command of a write that carries an `Idempotency-Key`; undefined for reads and for writes without one. */
export function commandOf(request: Request, accountId: string): Command | undefined {
  const key = request.header('idempotency-key');
  if (key === undefined || request.method === 'GET') return undefined;
  if (!ACCEPTABLE.test(key)) {
    throw new Refusal('invalid', 'bad-idempotency-key', 'The Idempotency-Key is not usable.', {
      detail: 'Send 1 to 128 printable characters without spaces, for example a new uuid.',
    });
  }
  const route = `${request.method} ${request.path}`;
  const body = JSON.stringify({ route, body: (request.body as unknown) ?? null });
  return { accountId, key, route, bodyHash: createHash('sha256').update(body).digest() };
}

interface Kept {
  readonly body_hash: Buffer;
  readonly response: { body?: unknown } | null;
}

/**
 * Takes the key in the writer's own transaction: a repeat waits for the first to commit and gets its answer.
 * @returns the kept answer when the command was done before.
 * @throws Refusal 422 when the key was used with another body.
 */
export async function takeKey(
  manager: EntityManager,
  command: Command,
): Promise<{ body?: unknown } | undefined> {
  const taken: unknown[] = await manager.query(
    `insert into command_key (account_id, key, route, body_hash) values ($1, $2, $3, $4) on conflict do nothing returning key`,
    [command.accountId, command.key, command.route, command.bodyHash],
  );
  if (taken.length > 0) return undefined;
  const [kept]: Kept[] = await manager.query(
    'select body_hash, response from command_key where account_id = $1 and key = $2',
    [command.accountId, command.key],
  );
  if (kept && !kept.body_hash.equals(command.bodyHash)) {
    throw new Refusal('reused-key', 'reused-key', 'This Idempotency-Key was used for something else.', {
      detail: 'Use a new key for a new request, and the same key only to repeat the same one.',
    });
  }
  return kept?.response ?? {};
}

export async function keepAnswer(
  manager: EntityManager,
  { command, body }: { command: Command; body: unknown },
): Promise<void> {
  await manager.query('update command_key set response = $3::json where account_id = $1 and key = $2', [
    command.accountId,
    command.key,
    JSON.stringify({ body }),
  ]);
}
