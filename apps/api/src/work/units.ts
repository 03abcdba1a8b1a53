import type { Principal } from '@followon/shared/db/transaction';
import { inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { SignedIn } from '../auth/signed-in.js';
import { Refusal } from '../http/problem.js';
import { Relay } from '../ledger/relay.js';
import type { Command } from './command-key.js';
import { keepAnswer, takeKey } from './command-key.js';
import { APP_DB } from './tokens.js';
import type { Unit } from './work.js';
import { runUnit } from './work.js';

export interface Call<T> {
  readonly who: SignedIn;
  /** Undefined when the sender gave no Idempotency-Key. */
  readonly command: Command | undefined;
  readonly handle: () => Promise<T>;
}

/**
 * One short transaction, one principal. The row-level walls see the signed-in user, or the link, from the first statement on; an
 * Idempotency-Key is kept in the same transaction; the relay is woken after the commit.
 */
@Injectable()
export class Units {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly relay: Relay,
  ) {}

  /** What `handle` answers, or what it answered when the same command was done before. */
  async run<T>({ who, command, handle }: Call<T>): Promise<T> {
    let unit: Unit | undefined;
    const principal = principalOf(who);
    try {
      const answer = await inTransaction(this.database, principal, (manager) => {
        unit = { manager, who, rings: false };
        return runUnit(unit, () => once(manager, { command, handle }));
      });
      if (unit?.rings) this.relay.wake();
      return answer;
    } catch (error) {
      if (error instanceof Refusal && error.keep) await this.keep(who, error.keep);
      throw error;
    }
  }

  private keep(who: SignedIn, keep: () => Promise<unknown>): Promise<unknown> {
    return inTransaction(this.database, principalOf(who), (manager) =>
      runUnit({ manager, who, rings: false }, keep),
    );
  }
}

const principalOf = ({ accountId, link }: SignedIn): Principal =>
  link ? { kind: 'link', linkId: link.linkId } : { kind: 'user', accountId };

async function once<T>(manager: EntityManager, { command, handle }: Omit<Call<T>, 'who'>): Promise<T> {
  if (!command) return handle();
  const kept = await takeKey(manager, command);
  if (kept) return kept.body as T;
  const body = await handle();
  await keepAnswer(manager, { command, body });
  return body;
}
