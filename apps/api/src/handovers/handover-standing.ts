import type { OwnerRole } from '@followon/shared/contract/handovers';
import type { Role } from '@followon/shared/contract/session';
import type { Standing } from '../auth/standing.js';
import type { HandoverRow, TaskRow } from './handover-rows.js';

/** The role a task is owned by, as a role that people hold; tasks of the system are nobody's. */
const heldRole: { readonly [R in OwnerRole]: Role | undefined } = {
  clinician: 'clinician',
  volunteer: 'volunteer',
  lead: 'lead',
  contact: 'contact',
  system: undefined,
};

const ownerships: { readonly [R in OwnerRole]: (task: TaskRow, accountId: string) => boolean } = {
  clinician: (task, accountId) => task.isClinician || task.assigneeId === accountId,
  volunteer: isVolunteersOwn,
  lead: () => true,
  contact: (task) => task.isContact,
  system: () => false,
};

/**
 * Access follows assignment, at once: a task that is with somebody is theirs, and one that is with nobody belongs to the
 * programme's volunteers. Whoever stands in may also do what is with the volunteer they stand in for.
 */
function isVolunteersOwn(task: TaskRow, accountId: string): boolean {
  const { assigneeId, isPtv, isDeputy, holdsTask, ptvId } = task;
  if (assigneeId === accountId) return isPtv || holdsTask;
  return assigneeId === null ? isPtv : isDeputy && assigneeId === ptvId;
}

/** Passed on to the lead, a task is off its owner's list. */
const isWithLead = ({ ownerRole, state }: TaskRow): boolean => state === 'passed-on' && ownerRole !== 'lead';

/** A task is somebody's own when it is with them, or with their role at a programme that is theirs. */
export function standingToTask(task: TaskRow, accountId: string): Standing {
  const role = heldRole[task.ownerRole];
  const own = role !== undefined && !isWithLead(task) && ownerships[task.ownerRole](task, accountId);
  return { id: task.id, siteId: task.siteId, own, ownAs: own ? [role] : [] };
}

/** Helping with a task does not make anybody the one who takes the handover on. */
export const standingToAccepting = (handover: HandoverRow): Standing =>
  standingToHandover({ ...handover, holdsTask: false });

export function standingToHandover(handover: HandoverRow): Standing {
  const ownAs: Role[] = [];
  if (handover.isClinician) ownAs.push('clinician');
  if (handover.isPtv || handover.holdsTask) ownAs.push('volunteer');
  if (handover.isContact) ownAs.push('contact');
  return { siteId: handover.siteId, own: ownAs.length > 0, ownAs };
}
