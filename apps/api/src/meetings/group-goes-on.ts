import { conflict } from '../http/problem.js';
import type { Work } from '../work/work.js';

/** Holds the group's row until the request ends, so that it cannot be closed meanwhile. */
export async function groupHasEnded(work: Work, groupId: string): Promise<boolean> {
  const [group]: { ended: boolean }[] = await work.manager.query(
    `select state in ('closed', 'closed-well', 'merged') as ended from follow_on_group where id = $1 for share`,
    [groupId],
  );
  return group?.ended ?? true;
}

/** @throws Refusal 409 */
export function requireGoingOn(hasEnded: boolean): void {
  if (!hasEnded) return;
  throw conflict('group.closed', 'This group has ended.', {
    detail: 'Its meetings stay as they are. Form a new group if people want to meet again.',
  });
}
