import type { DeadEventView, SkipDeadEvent } from '@followon/shared/contract/ledger';
import type { Page } from '@followon/shared/contract/page';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { pageOfRows } from '../http/cursor.js';
import { conflict, notFound, Refusal } from '../http/problem.js';
import type { Call } from '../work/units.js';
import { Units } from '../work/units.js';
import { Work } from '../work/work.js';
import type { DeadEventRow } from './dead-event-queries.js';
import { DeadEventQueries, positionOf } from './dead-event-queries.js';
import { MendDeadEvent } from './mend-dead-event.js';

/** Clinicians' alerts depend on these: nobody makes one of their events disappear alone. */
const TAKES_TWO = ['health', 'alerts'];
const NEEDS_TWO = 'dead-event.needs-second-person';

type Sender = Pick<Call<unknown>, 'who' | 'command'>;

const view = ({ siteId: _site, seq: _seq, skipAskedBy: _by, ...shown }: DeadEventRow): DeadEventView => shown;

@Injectable()
export class DeadEventsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly deadEvents: DeadEventQueries,
    private readonly mend: MendDeadEvent,
    private readonly units: Units,
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
   * Refused to the first of two people, but not in vain: that they asked is kept, in a transaction of its own.
   * @throws Refusal 404; 409 when it was mended before, or while a second administrator has to agree.
   */
  async skip(id: string, { reason }: SkipDeadEvent, { who, command }: Sender): Promise<DeadEventView> {
    try {
      return await this.units.run({ who, command, handle: () => this.skipAlone(id, reason) });
    } catch (error) {
      if (error instanceof Refusal && error.code === NEEDS_TWO)
        await this.units.run({ who, command: undefined, handle: () => this.ask(id) });
      throw error;
    }
  }

  private async skipAlone(id: string, reason: string): Promise<DeadEventView> {
    const dead = await this.open(id);
    const askedByOther = dead.skipAskedBy !== null && dead.skipAskedBy !== this.work.who.accountId;
    if (TAKES_TWO.includes(dead.reactor) && !askedByOther) {
      throw conflict(NEEDS_TWO, 'A second administrator has to agree.', {
        detail:
          'Your wish is noted. Clinicians’ alerts depend on this event, so another administrator skips it.',
      });
    }
    await this.mend.skip(dead, reason);
    return this.shown(id);
  }

  private async ask(id: string): Promise<void> {
    const dead = await this.open(id);
    if (dead.skipAskedBy === null) await this.mend.askToSkip(dead);
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
