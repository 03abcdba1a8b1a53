import type { DeadEventView, SkipDeadEvent } from '@followon/shared/contract/ledger';
import type { Page } from '@followon/shared/contract/page';
import { inTransaction } from '@followon/shared/db/transaction';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Access } from '../auth/access.js';
import type { SignedIn } from '../auth/signed-in.js';
import { pageOfRows } from '../http/cursor.js';
import { conflict, notFound, Refusal } from '../http/problem.js';
import { APP_DB } from '../work/tokens.js';
import { runUnit, Work } from '../work/work.js';
import type { DeadEventRow } from './dead-event-queries.js';
import { DeadEventQueries, positionOf } from './dead-event-queries.js';
import { MendDeadEvent } from './mend-dead-event.js';

/** Clinicians' alerts depend on these: nobody makes one of their events disappear alone. */
const TAKES_TWO = ['health', 'alerts'];

const view = ({ siteId: _site, seq: _seq, skipAskedBy: _by, ...shown }: DeadEventRow): DeadEventView => shown;

@Injectable()
export class DeadEventsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly deadEvents: DeadEventQueries,
    private readonly mend: MendDeadEvent,
    @Inject(APP_DB) private readonly database: DataSource,
  ) {}

  async list(query: { cursor?: string | undefined; limit: number }): Promise<Page<DeadEventView>> {
    const rows = await this.deadEvents.list(query);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }

  /** @throws Refusal 404; 409 when it was mended before. */
  async retry(id: string): Promise<DeadEventView> {
    const dead = await this.open(id);
    await this.mend.retry(dead);
    return this.shown(id);
  }

  /**
   * In a transaction of its own: that the first of two people asked is kept, although the answer is a refusal.
   * @throws Refusal 404; 409 when it was mended before, or while a second administrator has to agree.
   */
  async skip(id: string, { reason }: SkipDeadEvent, who: SignedIn): Promise<DeadEventView> {
    const principal = { kind: 'user', accountId: who.accountId } as const;
    const answer = await inTransaction(this.database, principal, (manager) =>
      runUnit({ manager, who, appended: false }, () => this.skipOrAsk(id, reason)),
    );
    if (answer instanceof Refusal) throw answer;
    return answer;
  }

  private async skipOrAsk(id: string, reason: string): Promise<DeadEventView | Refusal> {
    const dead = await this.open(id);
    const askedByOther = dead.skipAskedBy !== null && dead.skipAskedBy !== this.work.who.accountId;
    if (TAKES_TWO.includes(dead.reactor) && !askedByOther) {
      if (dead.skipAskedBy === null) await this.mend.askToSkip(dead);
      return conflict('dead-event.needs-second-person', 'A second administrator has to agree.', {
        detail:
          'Your wish is noted. Clinicians’ alerts depend on this event, so another administrator skips it.',
      });
    }
    await this.mend.skip(dead, reason);
    return this.shown(id);
  }

  private async open(id: string): Promise<DeadEventRow> {
    const dead = await this.deadEvents.lock(id);
    if (!dead) throw notFound();
    this.access.require('mend-dead-events', { siteId: dead.siteId, own: false });
    if (dead.resolution !== null) {
      throw conflict('dead-event.already-mended', 'Somebody has already mended this.', {
        detail: 'Load the list again to see what was done.',
      });
    }
    return dead;
  }

  private async shown(id: string): Promise<DeadEventView> {
    const dead = await this.deadEvents.lock(id);
    if (!dead) throw notFound();
    return view(dead);
  }
}
