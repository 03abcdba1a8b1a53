import { inTransaction } from '@followon/shared/db/transaction';
import type { DataSource } from 'typeorm';
import { inBrief, log } from '../../log.js';
import { closeDeliveries } from './close-deliveries.js';
import type { Answered } from './outcomes.js';

interface Waiting {
  readonly answered: Answered;
  readonly done: () => void;
}

/** At most so many in one transaction; its failure costs as many a decision by a person. */
const MOST = 64;

/**
 * Writes answers down as they come: at once when it is quiet, and all that came during one commit with the next when it is
 * busy. A crash can lose only what is being committed.
 */
export class Closing {
  private readonly waiting = new Map<string, Waiting[]>();

  constructor(
    private readonly database: DataSource,
    private readonly owner: string,
    private readonly clock: () => Date,
  ) {}

  /** Resolves when it is written down; an answer that cannot be written ends as one that was lost. */
  add(answered: Answered): Promise<void> {
    const siteId = answered.ready.claimed.site_id;
    return new Promise((done) => {
      const queue = this.waiting.get(siteId);
      if (queue) queue.push({ answered, done });
      else {
        const started = [{ answered, done }];
        this.waiting.set(siteId, started);
        void this.drain(siteId, started);
      }
    });
  }

  private async drain(siteId: string, queue: Waiting[]): Promise<void> {
    // Those that were answered in the same moment come with the first.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST);
      await this.write(siteId, batch);
      for (const { done } of batch) done();
    }
    this.waiting.delete(siteId);
  }

  private async write(siteId: string, batch: readonly Waiting[]): Promise<void> {
    const all = batch.map(({ answered }) => answered);
    if (await this.tryTogether(siteId, all)) return;
    if (all.length > 1) for (const one of all) await this.tryTogether(siteId, [one]);
  }

  private async tryTogether(siteId: string, all: readonly Answered[]): Promise<boolean> {
    try {
      await inTransaction(this.database, { kind: 'site', siteId }, (manager) =>
        closeDeliveries(manager, all, { owner: this.owner, siteId, at: this.clock() }),
      );
      return true;
    } catch (error) {
      log.error({ deliveries: all.length, error: inBrief(error) }, 'answers could not be written down');
      return false;
    }
  }
}
