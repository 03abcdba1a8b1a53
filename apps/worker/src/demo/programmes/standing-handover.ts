import type { TaskState } from '@followon/shared/contract/handovers';
import type { PlannedTask } from '@followon/shared/rules/handover/plan-handover';

/** A task of the checklist as it stands today. */
export interface StandingTask extends Omit<PlannedTask, 'state'> {
  readonly id: string;
  readonly state: Extract<TaskState, 'open' | 'overdue' | 'done'>;
  readonly doneOn: string | null;
  readonly escalatedTo: 'lead' | 'site-admin' | null;
}

export interface StandingHandover {
  readonly id: string;
  readonly programmeId: string;
  readonly openedOn: string;
  readonly tasks: readonly StandingTask[];
  readonly signedOffOn: string | null;
  readonly acceptedOn: string | null;
  readonly closedOn: string | null;
}
