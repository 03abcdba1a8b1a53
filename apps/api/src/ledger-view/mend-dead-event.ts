import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Work } from '../work/work.js';
import type { DeadEventRow } from './dead-event-queries.js';

const RESOLVE = `
  update dead_event set resolution = $2, resolution_reason = $3, resolved_by = $4, resolved_at = now() where id = $1`;
const FREE = `
  update reactor_cursor set attempts = 0, retry_at = null, blocked_at = null, last_error = null,
    last_seq = greatest(last_seq, $3)
  where reactor = $1 and stream_id = $2`;
/** The relay rings for whatever is not announced; which event it is does not matter, only its stream. */
const RING = 'update event set announced_at = null where event_id = $1';
const ASK = 'update dead_event set skip_asked_by = $2, skip_asked_at = now() where id = $1';

/** What an administrator does about an event that a reactor could not digest. The row is locked. */
@Injectable()
export class MendDeadEvent {
  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
  ) {}

  /** The reactor reads the event once more, with all its attempts before it. */
  async retry(dead: DeadEventRow): Promise<void> {
    await this.resolve(dead, { resolution: 'retried', reason: null });
    await this.free(dead, 0);
  }

  /** The reactor reads on after the event, as if it had done what it should. */
  async skip(dead: DeadEventRow, reason: string): Promise<void> {
    await this.resolve(dead, { resolution: 'skipped', reason });
    await this.free(dead, dead.seq);
  }

  async askToSkip({ id, siteId }: DeadEventRow): Promise<void> {
    await this.work.manager.query(ASK, [id, this.work.who.accountId]);
    await this.audit.record({ what: 'dead-event.skip-asked', siteId, subject: id });
  }

  private async resolve(
    { id, siteId }: DeadEventRow,
    { resolution, reason }: { resolution: 'retried' | 'skipped'; reason: string | null },
  ): Promise<void> {
    await this.work.manager.query(RESOLVE, [id, resolution, reason, this.work.who.accountId]);
    await this.audit.record({ what: `dead-event.${resolution}`, siteId, subject: id });
  }

  private async free({ reactor, streamId, eventId }: DeadEventRow, pastSeq: number): Promise<void> {
    await this.work.manager.query(FREE, [reactor, streamId, pastSeq]);
    await this.work.manager.query(RING, [eventId]);
    this.work.ringAfterwards();
  }
}
