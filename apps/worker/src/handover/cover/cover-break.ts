import { londonDate } from '@followon/shared/rules/calendar/london';
import { coverFor, needsCover } from '@followon/shared/rules/volunteer/cover';
import type { EntityManager } from 'typeorm';
import type { Given, Giving } from './give-tasks.js';
import { giveTasks } from './give-tasks.js';
import type { HeldTask } from './held-tasks.js';
import { HELD_COLUMNS, HELD_TABLES } from './held-tasks.js';

/** A break that runs today. */
export interface RunningBreak {
  readonly volunteer_id: string;
  readonly account_id: string;
  readonly site_id: string;
  /** The first day back. */
  readonly until_on: string;
}

const RUNNING = `
  select b.volunteer_id, v.account_id, b.site_id, max(b.until_on) as until_on
  from volunteer_break b join volunteer v on v.id = b.volunteer_id
  where b.ended_on is null and b.from_on <= $1::date and b.until_on > $1::date`;

/** The break that a volunteer has on this day, however often it is asked for. */
export async function runningBreak(
  manager: EntityManager,
  volunteerId: string,
  now: Date,
): Promise<RunningBreak | undefined> {
  const [row]: RunningBreak[] = await manager.query(`${RUNNING} and b.volunteer_id = $2 group by 1, 2, 3`, [
    ...[londonDate(now), volunteerId],
  ]);
  return row;
}

/** Breaks of those who have a task of this programme now. */
export function breaksBeside(
  manager: EntityManager,
  programmeId: string,
  now: Date,
): Promise<RunningBreak[]> {
  return manager.query(
    `${RUNNING} and v.account_id in (select t.assignee_id from handover_task t join handover h on h.id = t.handover_id
       where h.programme_id = $2 and t.state in ('open', 'overdue')) group by 1, 2, 3 order by 1`,
    [londonDate(now), programmeId],
  );
}

const THEIRS = `
  select ${HELD_COLUMNS} from ${HELD_TABLES}
  where t.assignee_id = $1 and t.site_id = $2 and t.owner_role = 'volunteer' and t.state in ('open', 'overdue')
  order by t.id for update of t`;

/** Finds a hand for everything that falls into the break and is still with its owner; nothing is dropped. */
export async function coverBreak(manager: EntityManager, rest: RunningBreak, now: Date): Promise<Given[]> {
  const held: HeldTask[] = await manager.query(THEIRS, [rest.account_id, rest.site_id]);
  const givings = held
    .filter(({ state, due_on }) => needsCover({ state, dueOn: due_on }, rest.until_on))
    .map((task) => covered(task, londonDate(now)));
  return giveTasks(manager, givings, { siteId: rest.site_id, now, because: 'break' });
}

/** Whoever covered for somebody else and takes a break too leaves it to come back to its first owner. */
function covered(task: HeldTask, today: string): Giving {
  const { assignee_id: owner, covered_for, deputy } = task;
  const cover = coverFor(deputy ?? undefined, { owner, today });
  const coveredFor = covered_for ?? owner;
  return cover.to === 'deputy'
    ? { task, to: cover.accountId, passedOn: null, coveredFor }
    : { task, to: null, passedOn: 'on-a-break', coveredFor };
}
