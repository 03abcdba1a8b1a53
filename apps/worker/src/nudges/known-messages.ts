import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

/** The list of a message of a day, in its figures. */
export type ListKey = 'tasks' | 'alerts';

export interface Known {
  readonly id: string;
  readonly person_id: string;
  readonly occasion: string;
  /** It has not left and its list has not been read. */
  readonly waits: boolean;
  readonly told: boolean;
}

const idOf = { tasks: 'taskId', alerts: 'alertId' } as const;

/** Of tasks: the messages of the days asked for. Of alerts also what waits from earlier, and what told it whenever that was. */
const known = (list: ListKey): string => {
  const tells = `coalesce(n.figures -> '${list}' @> jsonb_build_array(jsonb_build_object('${idOf[list]}', $4::text)), false)`;
  const waits = `n.state = 'planned' and exists (select from delivery d where d.nudge_id = n.id and d.state = 'queued')`;
  return `
  select n.id, n.person_id, n.occasion, ${waits} as waits, ${tells} as told
  from nudge n where n.key = $1 and n.person_id = any($2::uuid[])
    and (n.occasion = any($3)${list === 'alerts' ? ` or (n.site_id = $5 and (${tells} or (${waits})))` : ''})`;
};

const KNOWN = {
  tasks: { name: 'digests-known', text: known('tasks') },
  alerts: { name: 'alert-messages-known', text: known('alerts') },
};

interface Asked {
  readonly key: string;
  readonly list: ListKey;
  readonly itemId: string;
  readonly siteId: string;
}

/** Messages of a day that these people have had or have waiting. */
export const knownMessages = (
  manager: EntityManager,
  { key, list, itemId, siteId }: Asked,
  { people, occasions }: { readonly people: readonly string[]; readonly occasions: readonly string[] },
): Promise<Known[]> =>
  prepared<Known>(manager, KNOWN[list], [
    ...[key, people, occasions, itemId],
    ...(list === 'alerts' ? [siteId] : []),
  ]);

const ADD = {
  name: 'add-alert-to-messages',
  text: `
  update nudge set figures = jsonb_set(figures, '{alerts}', coalesce(figures -> 'alerts', '[]') || $2::jsonb), use_by = greatest(use_by, $3)
  where id = any($1::uuid[])`,
};

/** Puts an alert into messages that wait; they leave no sooner and no later for it. */
export async function addAlert(
  manager: EntityManager,
  messages: readonly string[],
  { alert, useBy }: { readonly alert: object; readonly useBy: Date },
): Promise<void> {
  if (messages.length > 0) await prepared(manager, ADD, [messages, JSON.stringify([alert]), useBy]);
}
