import { inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { inBrief, log } from '../log.js';
import { WORKER_DB } from '../tokens.js';
import { claimInbound, putInboundOff, settleInbound, waitingIds } from './inbound-rows.js';
import { Receipts } from './receipts.js';
import { Replies } from './replies.js';

/** Deals with what providers told: each in a transaction of its own, with its effects and that it was dealt with. */
@Injectable()
export class Inbox {
  constructor(
    @Inject(WORKER_DB) private readonly database: DataSource,
    private readonly receipts: Receipts,
    private readonly replies: Replies,
  ) {}

  /** One turn; answers how many were dealt with. What has to wait is tried again at the next. */
  async read(now: Date): Promise<number> {
    let done = 0;
    for (const id of await waitingIds(this.database.manager)) if (await this.tryOne(id, now)) done += 1;
    return done;
  }

  private async tryOne(id: string, now: Date): Promise<boolean> {
    try {
      return await this.one(id, now);
    } catch (error) {
      log.error({ inbound: id, error: inBrief(error) }, 'what a provider told could not be dealt with');
      await putInboundOff(this.database.manager, id, 'trouble');
      return false;
    }
  }

  private one(id: string, now: Date): Promise<boolean> {
    return inTransaction(this.database, { kind: 'none' }, async (manager) => {
      const row = await claimInbound(manager, id);
      if (!row) return false;
      const within = { manager, now };
      const outcome =
        row.kind === 'receipt' ? await this.receipts.take(row, within) : await this.replies.take(row, within);
      if (outcome === 'wait') await putInboundOff(manager, id, 'waiting');
      else await settleInbound(manager, id, { outcome, now });
      return outcome !== 'wait';
    });
  }
}
