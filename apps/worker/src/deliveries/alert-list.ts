import { londonDate } from '@followon/shared/rules/calendar/london';
import type { EntityManager } from 'typeorm';
import type { Claimed } from './claim.js';
import { keepList } from './keep-list.js';

/** A message that tells of alerts: which are worth it still, and which messages of the same person may have told them. */
interface Telling {
  readonly isSo: string;
  readonly toldBy: string;
}

const opened: Telling = { isSo: `a.state = 'open'`, toldBy: `'alert_opened', 'task_digest'` };
/** That nobody has taken it on is said once, whoever was told before that it opened. */
const unanswered: Telling = {
  isSo: `a.state = 'open' and a.stage = 'site-admin'`,
  toldBy: `'alert_unanswered'`,
};

/** In another message of this person that is in one of these states. */
const toldElsewhere = ({ toldBy }: Telling, ...states: readonly string[]): string => `exists (
      select from nudge t join delivery d on d.nudge_id = t.id
      where t.key in (${toldBy}) and t.person_id = $2 and t.site_id = $3 and t.id <> all($4::uuid[])
        and d.state in (${states.map((state) => `'${state}'`).join()})
        and t.figures -> 'alerts' @> jsonb_build_array(jsonb_build_object('alertId', a.id::text)))`;

/**
 * What these messages are to tell of and is still so: it stands open, and no other message of this person has told it. One
 * that is leaving, or of which nobody knows whether it left, may come back without having told anything.
 */
const stillOf = (telling: Telling): string => `
  select distinct on (a.opened_at, a.id) told.alert, ${toldElsewhere(telling, 'sending')} as "isLeaving", ${toldElsewhere(telling, 'unknown')} as "isInDoubt"
  from nudge n
    cross join lateral jsonb_array_elements(coalesce(n.figures -> 'alerts', jsonb_build_array(n.figures || jsonb_build_object('alertId', n.subject_id)))) told(alert)
    join alert a on a.id = (told.alert ->> 'alertId')::uuid and ${telling.isSo}
    left join follow_on_group g on g.id = a.group_id
  where n.id = any($1::uuid[]) and coalesce(g.state not in ('resting', 'merged', 'closed-well', 'closed'), true)
    and not ${toldElsewhere(telling, 'sent', 'delivered')}
  order by a.opened_at, a.id`;

type Alert = Readonly<Record<string, unknown>>;

interface StillTrue {
  readonly alert: Alert;
  readonly isLeaving: boolean;
  readonly isInDoubt: boolean;
}

const still = (
  manager: EntityManager,
  { person_id, site_id, nudge_id }: Claimed,
  { messages, telling }: { readonly messages: readonly string[]; readonly telling: Telling },
): Promise<StillTrue[]> => manager.query(stillOf(telling), [messages, person_id, site_id, [nudge_id]]);

/** A list of tasks of the same person that leaves now takes the alerts along: theirs is its turn first. */
const LIST_LEAVES = `
  select from nudge n join delivery d on d.nudge_id = n.id
  where n.key = 'task_digest' and n.person_id = $1 and n.site_id = $2 and n.state = 'planned' and d.state in ('queued', 'held') and d.due_at <= $3
    and n.use_by > $3`;

/**
 * Reads which alerts a message tells of, as it leaves. What was withdrawn, seen or told meanwhile is not among them; what may
 * be told elsewhere waits until that is known, unless there is news to tell with it.
 */
async function read(manager: EntityManager, claimed: Claimed, telling: Telling): Promise<boolean | 'wait'> {
  const found = await still(manager, claimed, { messages: [claimed.nudge_id], telling });
  await keepList(manager, claimed, { alerts: found.map(({ alert }) => alert) });
  if (found.length === 0) return false;
  const isUnsure = found.some(({ isLeaving }) => isLeaving) || found.every(({ isInDoubt }) => isInDoubt);
  return isUnsure ? 'wait' : true;
}

export async function readAlerts(
  manager: EntityManager,
  claimed: Claimed,
  now: Date,
): Promise<boolean | 'wait'> {
  const told = await read(manager, claimed, opened);
  if (told !== true) return told;
  const lists: unknown[] = await manager.query(LIST_LEAVES, [claimed.person_id, claimed.site_id, now]);
  return lists.length > 0 ? 'wait' : true;
}

/** The same for what nobody has taken on. */
export const readUnanswered = (manager: EntityManager, claimed: Claimed): Promise<boolean | 'wait'> =>
  read(manager, claimed, unanswered);

const OF_MORNING = `
  select n.id from nudge n join delivery d on d.nudge_id = n.id
  where n.key = 'alert_opened' and n.person_id = $1 and n.site_id = $2 and n.state = 'planned'
    and d.state in ('queued', 'held')
    and (d.due_at at time zone 'Europe/London')::date <= $3::date`;

/** The alerts that would leave today in a message of their own, and those that this list has taken along before. */
export async function alertsOfMorning(manager: EntityManager, claimed: Claimed, now: Date): Promise<Alert[]> {
  const { person_id, site_id, nudge_id } = claimed;
  const rows: { id: string }[] = await manager.query(OF_MORNING, [person_id, site_id, londonDate(now)]);
  const found = await still(manager, claimed, {
    ...{ messages: [...rows.map(({ id }) => id), nudge_id], telling: opened },
  });
  return found.filter(({ isLeaving, isInDoubt }) => !isLeaving && !isInDoubt).map(({ alert }) => alert);
}
