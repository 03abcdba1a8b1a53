import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { conflict, Refusal } from '../http/problem.js';
import { seal, unseal } from './sealed.js';

const ACCEPTABLE = /^[\x21-\x7e]{1,128}$/;

export interface Command {
  readonly accountId: string;
  readonly keyHash: Buffer;
  /** Opens the kept answer. Made from the key that only its sender knows; it is kept nowhere. */
  readonly sealKey: Buffer;
  readonly route: string;
  readonly bodyHash: Buffer;
}

/** Reads the command of a write from its request. */
@Injectable()
export class Commands {
  constructor(@Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET'>) {}

  /**
   * Undefined for reads and for writes without an `Idempotency-Key`.
   * @throws Refusal 400 when the key is none
   */
  of(request: Request, accountId: string): Command | undefined {
    const key = request.header('idempotency-key');
    if (key === undefined || request.method === 'GET') return undefined;
    if (!ACCEPTABLE.test(key)) {
      throw new Refusal('invalid', 'bad-idempotency-key', 'The Idempotency-Key is not usable.', {
        detail: 'Send 1 to 128 printable characters without spaces, for example a new uuid.',
      });
    }
    const route = `${request.method} ${request.path}`;
    const body = JSON.stringify({ route, body: (request.body as unknown) ?? null });
    const sealKey = this.mac('seal', key);
    // Keyed, so that nobody finds out what a short body said by trying them all.
    const bodyHash = createHmac('sha256', sealKey).update(body).digest();
    return { accountId, keyHash: this.mac('key', key), sealKey, route, bodyHash };
  }

  private mac(purpose: string, key: string): Buffer {
    const secret = Buffer.from(this.env.FOLLOWON_SECRET, 'hex');
    return createHmac('sha256', secret).update(`command-${purpose}:${key}`).digest();
  }
}

/** What lets $1 see more than others: sites, groups' roles, and the programmes of a volunteer. */
const RIGHTS = `array(
  select m.site_id || m.role from membership m where m.account_id = $1
  union all select r.id::text from group_role r where r.account_id = $1 and r.until_on is null
  union all select p.id::text from programme p where p.ptv_id = $1 or p.deputy_id = $1)`;
const TAKE = `
  insert into command_key (account_id, key_hash, route, body_hash) values ($1, $2, $3, $4)
  on conflict do nothing returning true`;
const LOOK = `select body_hash, answer, rights <@ ${RIGHTS} as "isStillAllowed" from command_key where account_id = $1 and key_hash = $2`;
const KEEP = `update command_key set answer = $3, rights = ${RIGHTS} where account_id = $1 and key_hash = $2`;

interface Kept {
  readonly body_hash: Buffer;
  readonly answer: Buffer | null;
  readonly isStillAllowed: boolean;
}

/**
 * Takes the key in the writer's own transaction: a repeat waits for the first to commit and gets its answer.
 * @returns the kept answer when the command was done before.
 * @throws Refusal 422 when the key was used with another body; 409 when the sender has lost a right since.
 */
export async function takeKey(
  manager: EntityManager,
  { accountId, keyHash, sealKey, route, bodyHash }: Command,
): Promise<{ body?: unknown } | undefined> {
  const taken: unknown[] = await manager.query(TAKE, [accountId, keyHash, route, bodyHash]);
  if (taken.length > 0) return undefined;
  const [kept]: Kept[] = await manager.query(LOOK, [accountId, keyHash]);
  if (kept && !kept.body_hash.equals(bodyHash)) {
    throw new Refusal('reused-key', 'reused-key', 'This Idempotency-Key was used for something else.', {
      detail: 'Use a new key for a new request, and the same key only to repeat the same one.',
    });
  }
  if (!kept?.answer) return {};
  if (!kept.isStillAllowed) {
    throw conflict('already-done', 'This was done before.', {
      detail: 'What you may see has changed since then. Load the page again to see how things are now.',
    });
  }
  return JSON.parse(unseal(kept.answer, sealKey)) as { body?: unknown };
}

/** Keeps the answer for a repeat, sealed: it may name people. The worker throws it away after a day. */
export async function keepAnswer(
  manager: EntityManager,
  { command, body }: { command: Command; body: unknown },
): Promise<void> {
  const sealed = seal(JSON.stringify({ body }), command.sealKey);
  await manager.query(KEEP, [command.accountId, command.keyHash, sealed]);
}
