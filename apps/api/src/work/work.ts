import type { Clock } from '@followon/shared/db/clock';
import type { EventName } from '@followon/shared/events/catalogue';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { append } from '@followon/shared/db/ledger/append';
import { actAs, actAsHolder } from '@followon/shared/db/transaction';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { SignedIn } from '../auth/signed-in.js';
import { NOBODY } from '../auth/signed-in.js';
import { Refusal } from '../http/problem.js';
import { currentRequestId } from '../http/request-id.js';
import { CLOCK } from './tokens.js';

interface Unit {
  readonly manager: EntityManager;
  readonly who: SignedIn;
  /** Set when there is something to announce. */
  rings: boolean;
}

const units = new AsyncLocalStorage<Unit>();

/** Opens the unit that `Work` reads; only `Units` and the import do this. */
export const runUnit = <T>(unit: Unit, work: () => Promise<T>): Promise<T> => units.run(unit, work);
export type { Unit };

function onlyRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** The present request's one transaction: its manager, who asked, and the one way to record a fact. */
@Injectable()
export class Work {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  get manager(): EntityManager {
    return this.unit.manager;
  }

  get who(): SignedIn {
    return this.unit.who;
  }

  /** The account a fact is recorded for; null when it came by the link of somebody who has none. */
  get actorId(): string | null {
    const { accountId } = this.unit.who;
    return accountId === NOBODY ? null : accountId;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.unit.manager.getRepository(entity);
  }

  now(): Date {
    return this.clock.now();
  }

  /**
   * What follows from an answer that came by link is the holder's own act, in their name and with their rights: the link
   * itself may touch its one thing only. A refusal leaves the transaction as good as it was; anything else ends it.
   */
  async asHolder(act: () => Promise<void>): Promise<void> {
    const { unit } = this;
    const { link, ...holder } = unit.who;
    if (!link) return act();
    await actAsHolder(unit.manager, holder.accountId);
    const inner: Unit = { manager: unit.manager, who: holder, rings: false };
    const refused = await runUnit(inner, act).catch(onlyRefusal);
    if (inner.rings) this.ringAfterwards();
    await actAs(unit.manager, { kind: 'link', linkId: link.linkId });
    if (refused) throw refused;
  }

  /** Writes a fact in this transaction, in the name of whoever asked. Returns the event's id. */
  async append<N extends EventName>(
    event: Omit<NewEvent<N>, 'occurredAt' | 'actorId' | 'requestId'>,
  ): Promise<string> {
    const { unit } = this;
    this.ringAfterwards();
    const stamped = {
      ...event,
      occurredAt: this.now(),
      actorId: this.actorId,
      requestId: currentRequestId() ?? null,
    };
    return append(unit.manager, stamped as unknown as NewEvent<N>);
  }

  /** The relay looks for what is not announced as soon as this transaction has committed. */
  ringAfterwards(): void {
    this.unit.rings = true;
  }

  private get unit(): Unit {
    const unit = units.getStore();
    if (!unit) throw new Error('there is no transaction here: the route needs @Allows, or opens its own');
    return unit;
  }
}
