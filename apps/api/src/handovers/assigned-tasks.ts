import { londonDate } from '@followon/shared/rules/calendar/london';
import { sweptReasons } from '@followon/shared/rules/handover/task-states';
import { Injectable } from '@nestjs/common';
import { unsettled } from '../auth/own.js';
import { Work } from '../work/work.js';
import { FactsThatTick } from './facts-that-tick.js';

const NAMING_TASK = 'assign_ptv';

const GIVE = `
  update handover_task t set assignee_id = $2, covered_for = null, later_until = null, version = t.version + 1,
    state = case when t.reason = any($4) then case when t.due_on < $5::date then 'overdue' else 'open' end else t.state end,
    reason = case when t.reason = any($4) then null else t.reason end
  from handover h
  where h.id = t.handover_id and h.programme_id = $1 and t.owner_role = $3 and ${unsettled('t')}
    and (t.assignee_id is distinct from $2 or t.covered_for is not null)`;

const HAND_OVER = `
  update handover_task t set assignee_id = $3, later_until = null, version = t.version + 1 from handover h
  where h.id = t.handover_id and h.programme_id = $1 and t.assignee_id = $2 and ${unsettled('t')}`;

/**
 * What a checklist does when its programme gets somebody: their open tasks go to them. Before it opens there is nothing
 * to do: opening reads the programme.
 */
@Injectable()
export class AssignedTasks {
  constructor(
    private readonly work: Work,
    private readonly facts: FactsThatTick,
  ) {}

  async giveToClinician(programmeId: string, accountId: string): Promise<void> {
    await this.give(programmeId, accountId, 'clinician');
  }

  /** What lay with the lead only because its owner was away is open again. */
  private async give(programmeId: string, accountId: string, role: 'clinician' | 'volunteer'): Promise<void> {
    const today = londonDate(this.work.now());
    await this.work.manager.query(GIVE, [programmeId, accountId, role, sweptReasons, today]);
  }

  /** Whoever stood in before has no task of it left, and with the last one goes their view of it. */
  async handOver(
    { id, deputyId }: { readonly id: string; readonly deputyId: string | null },
    to: string,
  ): Promise<void> {
    await this.work.manager.query(HAND_OVER, [id, deputyId, to]);
  }

  /** The volunteer's yes is the tick of the task that asks for one. */
  async giveToVolunteer(programmeId: string, accountId: string): Promise<void> {
    await this.give(programmeId, accountId, 'volunteer');
    await this.facts.tick(programmeId, { key: NAMING_TASK });
  }
}
