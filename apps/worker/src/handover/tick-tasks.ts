import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import type { Within } from '../dispatch/reaction.js';

/** A fact somebody recorded, and the tasks that it settles. */
export interface Tick {
  readonly because: DomainEvent;
  readonly keys: readonly string[];
  /** The day it is about. */
  readonly on?: string;
}

const TICK = {
  name: 'tick-tasks',
  text: `
  update handover_task t set state = 'done', done_at = $3, evidence = $4::jsonb, closed_by_event = $5, version = t.version + 1
  from handover h
  where h.id = t.handover_id and h.programme_id = $1 and t.key = any($2) and t.state not in ('done', 'not-applicable')
  returning t.id, t.key, t.handover_id`,
};

/** Ticks what is still undone, and says so on the programme's stream; answers the keys ticked. */
export async function tickTasks(
  programmeId: string,
  { because, keys, on }: Tick,
  within: Within,
): Promise<string[]> {
  const evidence = on === undefined ? null : JSON.stringify({ on });
  const ticked = await prepared<{ id: string; key: string; handover_id: string }>(within.manager, TICK, [
    ...[programmeId, keys, within.now, evidence, because.id],
  ]);
  for (const { id, key, handover_id } of ticked) {
    const payload = { handoverId: handover_id, taskId: id, key };
    within.append({
      because,
      name: 'handover-task.done.v1',
      payload,
      stream: { id: programmeId, kind: 'programme' },
    });
  }
  return ticked.map(({ key }) => key);
}
