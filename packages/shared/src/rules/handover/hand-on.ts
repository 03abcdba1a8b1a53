import type { OwnerRole } from './task.js';
import type { RoleKind } from './templates/hand-on.js';

/** The people around a role that is handed on. Accounts, where they have one. */
export type HandOnPeople = {
  readonly kind: RoleKind;
  /** Present while the leaver still holds the role; `accountId` is null for a member who does not sign in. */
  readonly leaver: { readonly accountId: string | null } | undefined;
  /** Other contact people and hosts who sign in: any one of them may tick what is the group's. */
  readonly otherContacts: number;
  /** A volunteer beside the group, other than a volunteer who leaves. */
  readonly ptvId: string | undefined;
};

export type TaskOwner = { readonly ownerRole: OwnerRole; readonly assigneeId: string | null };

const LEAD: TaskOwner = { ownerRole: 'lead', assigneeId: null };

/**
 * Who sees to the hand-on list: whoever leaves while they still hold the role, then the group's other contact people,
 * then the volunteer beside the group, then the volunteer lead. A volunteer's list goes to another volunteer or the lead:
 * the group has enough to do. A task that is the lead's from the start stays so.
 */
export function handOnOwner(ownerRole: OwnerRole, people: HandOnPeople): TaskOwner {
  if (ownerRole === 'lead') return LEAD;
  return people.kind === 'ptv' ? ofVolunteer(people) : ofGroup(people);
}

function ofVolunteer({ leaver, ptvId }: HandOnPeople): TaskOwner {
  const volunteer = leaver?.accountId ?? ptvId;
  return volunteer ? { ownerRole: 'volunteer', assigneeId: volunteer } : LEAD;
}

function ofGroup({ leaver, otherContacts, ptvId }: HandOnPeople): TaskOwner {
  if (leaver?.accountId) return { ownerRole: 'contact', assigneeId: leaver.accountId };
  if (otherContacts > 0) return { ownerRole: 'contact', assigneeId: null };
  return ptvId ? { ownerRole: 'volunteer', assigneeId: ptvId } : LEAD;
}
