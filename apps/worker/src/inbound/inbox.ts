import { inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { inBrief, log } from '../log.js';
import { WORKER_DB } from '../tokens.js';
import type { InboundRow, Settled } from './inbound-rows.js';
import { claimInbound, putInboundOff, settleInbound, waitingRows } from './inbound-rows.js';
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
    let page = await waitingRows(this.database.manager);
    while (page.length > 0) {
      for (const { id } of page) if (await this.tryOne(id, now)) done += 1;
      page = await waitingRows(this.database.manager, page.at(-1));
    }
    return done;
  }

  private async tryOne(id: string, now: Date): Promise<boolean> {
    const turn = { id };
    try {
      return await inTransaction(this.database, { kind: 'none' }, (manager) => this.one(manager, turn, now));
    } catch (error) {
      log.error({ inbound: turn.id, error: inBrief(error) }, 'what a provider told could not be dealt with');
      await putInboundOff(this.database.manager, turn.id, 'trouble');
      return false;
    }
  }

  /** `turn` says afterwards which one it was: of a telephone, the one that was written first. */
  private async one(manager: EntityManager, turn: { id: string }, now: Date): Promise<boolean> {
    const row = await claimInbound(manager, turn.id);
    if (!row) return false;
    turn.id = row.id;
    const settled = await this.take(row, { manager, now });
    if (settled.outcome === 'wait') await putInboundOff(manager, row.id, 'waiting');
    else await settleInbound(manager, row.id, { ...settled, now });
    return settled.outcome !== 'wait';
  }

  private async take(row: InboundRow, within: { manager: EntityManager; now: Date }): Promise<Settled> {
    if (row.kind === 'reply') return this.replies.take(row, within);
    return { outcome: await this.receipts.take(row, within) };
  }
}
