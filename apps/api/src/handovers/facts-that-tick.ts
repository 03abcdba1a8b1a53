import type { Evidence } from '@followon/shared/rules/handover/facts';
import { Injectable } from '@nestjs/common';
import { unsettled } from '../auth/own.js';
import { Work } from '../work/work.js';

const TICK = `
  update handover_task t set state = 'done', reason = null, done_at = $3, done_by = $4, evidence = $5::jsonb, draft = null, closed_by_event = $6,
    version = t.version + 1
  from handover h
  where h.id = t.handover_id and h.programme_id = $1 and t.key = $2 and ${unsettled('t')}
  returning t.id, t.handover_id as "handoverId", t.site_id as "siteId"`;

interface Ticked {
  readonly id: string;
  readonly handoverId: string;
  readonly siteId: string;
}

interface Fact {
  /** The task that it settles. */
  readonly key: string;
  readonly evidence?: Evidence;
  /** The event that says so, where there is one. */
  readonly eventId?: string;
}

/** What somebody recorded is their tick of the task that asked for it. Before the checklist opens there is nothing to tick. */
@Injectable()
export class FactsThatTick {
  constructor(private readonly work: Work) {}

  async tick(programmeId: string, { key, evidence, eventId }: Fact): Promise<void> {
    const { manager, who } = this.work;
    const values = [
      programmeId,
      key,
      this.work.now(),
      who.accountId,
      evidence && JSON.stringify(evidence),
      eventId,
    ];
    const [ticked]: [Ticked[], number] = await manager.query(TICK, values);
    for (const { id, handoverId, siteId } of ticked) {
      const payload = { handoverId, taskId: id, key };
      const about = { streamId: programmeId, streamKind: 'programme', siteId } as const;
      const because = eventId === undefined ? {} : { causedBy: eventId };
      await this.work.append({ name: 'handover-task.done.v1', ...about, payload, ...because });
    }
  }
}
