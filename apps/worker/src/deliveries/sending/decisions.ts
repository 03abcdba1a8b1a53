import { TO_PRINT } from '@followon/shared/rules/nudge/settle-delivery';
import type { EntityManager } from 'typeorm';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { appendAll } from '@followon/shared/db/ledger/append';
import type { Claimed } from '../claim.js';
import type { Step } from './steps.js';
import { keepSteps, suppressedEvent } from './steps.js';
import type { Leased, Waiting } from './write-decisions.js';
import { lease, letWait, suppress } from './write-decisions.js';

/** What was decided of the messages of a lot, written down together at its end. */
export class Decisions {
  readonly leased: Leased[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly suppressed: { readonly claimed: Claimed; readonly reason: string }[] = [];
  private readonly steps: Step[] = [];

  suppress(claimed: Claimed, reason: string): void {
    this.suppressed.push({ claimed, reason });
    this.step(claimed, { what: 'suppressed', reason });
  }

  /** Waits for an hour, or for a person; told once, however often it is looked at. */
  hold(claimed: Claimed, until: Date, how: Pick<Waiting, 'reason' | 'channel' | 'pointId'>): void {
    this.waiting.push({ claimed, state: 'held', until, ...how });
    if (claimed.state === 'held' && claimed.reason === how.reason) return;
    const { reason, channel } = how;
    this.step(claimed, {
      what: reason === TO_PRINT ? TO_PRINT : 'held',
      reason,
      channel: channel ?? null,
    });
  }

  /** Its provider takes no more just now. */
  queue(claimed: Claimed, until: Date): void {
    this.waiting.push({ claimed, state: 'queued', until, reason: 'provider-limit' });
  }

  send(one: Leased): void {
    this.leased.push(one);
    this.step(one.claimed, { what: 'chosen', channel: one.channel });
  }

  /** How many are not what they were. */
  get count(): number {
    return this.leased.length + this.waiting.length + this.suppressed.length;
  }

  async write(
    manager: EntityManager,
    { owner, siteId, at }: { owner: string; siteId: string; at: Date },
  ): Promise<void> {
    await lease(manager, this.leased, owner);
    await letWait(manager, this.waiting);
    for (const { claimed, reason } of this.suppressed) await suppress(manager, claimed, reason);
    await keepSteps(manager, this.steps, { siteId, at });
    const events: NewEvent[] = this.suppressed.map(({ claimed, reason }) =>
      suppressedEvent(claimed, reason, at),
    );
    await appendAll(manager, events);
  }

  private step({ id }: Claimed, step: Omit<Step, 'deliveryId'>): void {
    this.steps.push({ deliveryId: id, ...step });
  }
}
