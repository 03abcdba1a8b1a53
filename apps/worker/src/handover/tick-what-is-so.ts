import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { PlannedTask } from '@followon/shared/rules/handover/plan-handover';
import type { Within } from '../dispatch/reaction.js';
import type { ProgrammeFacts } from './programme-facts.js';
import { tickTasks } from './tick-tasks.js';

interface CameIn {
  readonly because: DomainEvent;
  readonly programme: ProgrammeFacts;
  readonly tasks: readonly PlannedTask[];
}

/** Ticks what came into a list and is a fact already: a volunteer who was named before, a date that is in the diary. */
export async function tickWhatIsSo({ because, programme, tasks }: CameIn, within: Within): Promise<void> {
  const facts = [
    ...(programme.ptv_id ? ['assign_ptv'] : []),
    ...(programme.first_meeting_on ? ['first_date_fixed'] : []),
  ];
  const keys = tasks.filter(({ key, closedBy }) => closedBy === 'fact' && facts.includes(key));
  if (keys.length === 0) return;
  await tickTasks(programme.id, { because, keys: keys.map(({ key }) => key) }, within);
}
