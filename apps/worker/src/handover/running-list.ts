import type { BuiltTask } from '@followon/shared/rules/handover/rebuild';
import type { Route } from '@followon/shared/rules/handover/routes';
import { shippedTask } from '@followon/shared/rules/handover/templates/shipped';
import type { EntityManager } from 'typeorm';

export interface RunningList {
  readonly id: string;
  readonly siteId: string;
  readonly route: Route;
  readonly state: 'open' | 'signed-off' | 'accepted' | 'closed' | 'declined';
  readonly siteVersion: number | null;
  readonly withoutPtv: boolean;
}

/** A task as it stands, in the words that people read. */
export type StandingRow = BuiltTask & { readonly assigneeId: string | null };

const LIST = `
  select id, site_id as "siteId", route, state, site_version as "siteVersion", without_ptv as "withoutPtv"
  from handover where id = $1 for no key update`;

const TASKS = `
  select id, key, position, owner_role as "ownerRole", assignee_id as "assigneeId", anchor, due_offset_days as "dueOffsetDays",
    closed_by as "closedBy", title, why, done_when as "doneWhen", after, due_on as "dueOn", blocking, state
  from handover_task where handover_id = $1 order by position, id for no key update`;

/** A handover's list, held until the transaction ends. */
export async function loadRunningList(
  manager: EntityManager,
  handoverId: string,
): Promise<RunningList | undefined> {
  const [list]: RunningList[] = await manager.query(LIST, [handoverId]);
  return list;
}

/** Its tasks, held as well: whoever ticks one meanwhile waits, and finds it as it is then. */
export async function loadStanding(manager: EntityManager, handoverId: string): Promise<StandingRow[]> {
  const rows: StoredRow[] = await manager.query(TASKS, [handoverId]);
  return rows.map((row) => ({ ...row, ...readAs(row) }));
}

interface Stored {
  readonly title: string | null;
  readonly why: string | null;
  readonly doneWhen: string | null;
}
type StoredRow = Omit<StandingRow, keyof Stored> & Stored;

function readAs({ key, title, why, doneWhen }: StoredRow) {
  const shipped = shippedTask(key) ?? { title: key, why: '', doneWhen: '' };
  return { title: title ?? shipped.title, why: why ?? shipped.why, doneWhen: doneWhen ?? shipped.doneWhen };
}
