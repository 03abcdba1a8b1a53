import { Injectable } from '@nestjs/common';
import { unsettled } from '../auth/own.js';
import { Work } from '../work/work.js';

const NAMING_TASK = 'assign_ptv';

const GIVE = `
  update handover_task t set assignee_id = $2, version = t.version + 1 from handover h
  where h.id = t.handover_id and h.programme_id = $1 and t.owner_role = $3 and ${unsettled('t')}
    and t.assignee_id is distinct from $2`;

const CLOSE = `
  update handover_task t set state = 'done', reason = null, done_at = $3, done_by = $4, version = t.version + 1 from handover h
  where h.id = t.handover_id and h.programme_id = $1 and t.key = $2 and ${unsettled('t')}
  returning t.id, t.handover_id as "handoverId", t.site_id as "siteId"`;

interface Closed {
  readonly id: string;
  readonly handoverId: string;
  readonly siteId: string;
}

/**
 * What a checklist does when its programme gets somebody: their open tasks go to them. Before it opens there is nothing
 * to do: opening reads the programme.
 */
@Injectable()
export class AssignedTasks {
  constructor(private readonly work: Work) {}

  async giveToClinician(programmeId: string, accountId: string): Promise<void> {
    await this.work.manager.query(GIVE, [programmeId, accountId, 'clinician']);
  }

  /** Naming the volunteer is the lead's tick of the task that asks for one. */
  async giveToVolunteer(programmeId: string, accountId: string): Promise<void> {
    const { manager, who } = this.work;
    await manager.query(GIVE, [programmeId, accountId, 'volunteer']);
    const at = this.work.now().toISOString();
    const [closed]: [Closed[], number] = await manager.query(CLOSE, [
      programmeId,
      NAMING_TASK,
      at,
      who.accountId,
    ]);
    for (const { id, handoverId, siteId } of closed) {
      const payload = { handoverId, taskId: id, key: NAMING_TASK };
      const about = { streamId: programmeId, streamKind: 'programme', siteId } as const;
      await this.work.append({ name: 'handover-task.done.v1', ...about, payload });
    }
  }
}
