import type { Action, Role } from './actions.js';
import {
  net,
  netAggregate,
  own,
  ownBeforeSignOff,
  ownConsented,
  ownIfAsked,
  ownWhileStarting,
  site,
  siteWithReason,
} from './grant.js';
import { handoverRights, leadVolunteers, seeHandover } from './handover-rights.js';
import { administer, messageRights, nobodyByRole } from './message-rights.js';
import type { Condition, Detail, Grant, Relation, Row } from './grant.js';

const everyoneAtSite: Row = {
  volunteer: site,
  contact: site,
  clinician: site,
  lead: site,
  'site-admin': site,
  'network-admin': net,
};
const seeGroup: Row = {
  volunteer: own,
  contact: own,
  clinician: site,
  lead: site,
  'site-admin': site,
  'network-admin': netAggregate,
};
/** A group is led by its own people; the administrator may step in and says why. */
const ownAffair: Row = { contact: own, 'site-admin': siteWithReason };

/**
 * Who may do what. A role that is not named in a row may not: deny by default.
 * Clinicians have no row for people after the handover, and nobody but the group's own contact sees members or marks.
 */
export const policy: { readonly [A in Action]: Row } = {
  'see-session': nobodyByRole,
  'see-sites': everyoneAtSite,
  'see-overview': { clinician: site, lead: site, 'site-admin': site, 'network-admin': netAggregate },
  'see-network': { 'site-admin': site, 'network-admin': netAggregate },

  'see-programmes': seeHandover,
  'see-programme': seeHandover,
  'write-programme': { clinician: site, 'site-admin': site },
  'finish-programme': { clinician: site, 'site-admin': site },
  'name-ptv': leadVolunteers,
  'name-clinician': { 'site-admin': site },
  'take-programme': { clinician: site },
  ...handoverRights,
  'see-participants': { clinician: ownBeforeSignOff },
  'see-volunteers': leadVolunteers,

  'see-groups': seeGroup,
  'see-group': seeGroup,
  'see-group-health': seeGroup,
  /** `own`: of the programme that it comes out of. */
  'form-group': { volunteer: own, clinician: site, 'site-admin': site },
  /** Its first members, the first two to ring and its first date, as people said them in the room. */
  'start-group': { volunteer: ownWhileStarting, clinician: ownBeforeSignOff },
  'write-group': { contact: own, 'site-admin': site },
  'write-roles': ownAffair,
  'switch-messages': { contact: own },
  'rest-group': ownAffair,
  'close-group': ownAffair,
  'merge-groups': ownAffair,
  'restart-group': ownAffair,
  'offer-role': ownAffair,
  /** `own`: it was offered to them. */
  'answer-role': { volunteer: own, contact: own },
  'step-down': { volunteer: own, contact: own },
  'see-successions': { volunteer: own, contact: own, lead: site, 'site-admin': site },
  'see-reports': seeGroup,
  'report-of-group': { volunteer: own, contact: own, lead: site },

  'see-meetings': seeGroup,
  'plan-meeting': { volunteer: ownIfAsked, contact: own, 'site-admin': site },
  'record-register': { volunteer: ownIfAsked, contact: own, 'site-admin': site },
  'correct-register': { volunteer: ownIfAsked, contact: own, 'site-admin': siteWithReason },
  'see-marks': { contact: own },
  'see-members': { contact: ownConsented },
  'see-contacts': { volunteer: own, contact: own },
  'write-members': { contact: own },
  /** `own` for a volunteer: they are that member. A group's contact people answer for those they asked. */
  'write-preferences': { volunteer: own, contact: own },

  ...messageRights,

  'see-events': { 'site-admin': site, 'network-admin': netAggregate },
  'mend-dead-events': administer,
  'import-registers': administer,
  'see-policy': { clinician: site, lead: site, ...administer },
  'set-policy': { 'site-admin': site, 'network-admin': netAggregate },
  'see-live': { ...everyoneAtSite, volunteer: own, contact: own },
  'use-demo-clock': nobodyByRole,
  'see-outbox': nobodyByRole,
};

/** Needs a valid session and nothing else; the demo's two exist only on a demo network. */
export const openToSignedIn: ReadonlySet<Action> = new Set([
  'see-session',
  'own-wishes',
  'own-calendar',
  'use-demo-clock',
  'see-outbox',
]);

/** A role as a person holds it. A network administrator's `siteId` does not matter and may be null. */
export type HeldRole = { readonly role: Role; readonly siteId: string | null };

export type Subject = {
  readonly siteId: string;
  /** The group, task or programme is assigned to this person now. */
  readonly own: boolean;
  /**
   * The roles in which it is assigned. Give it for people with several roles: a clinician who is also
   * somebody's contact person must not read her own programme's group with a contact's rights.
   */
  readonly ownAs?: readonly Role[];
  /** Left out means "not known", and what is not known is refused. */
  readonly signedOff?: boolean;
  readonly asked?: boolean;
  readonly starting?: boolean;
};

export type Question = {
  readonly roles: readonly HeldRole[];
  readonly action: Action;
  readonly subject: Subject;
};

const ORDER = ['own', 'site', 'net'] as const;

/** The farthest relation at which this role may do this, `none` when it never may. */
export function reachOf(role: Role, action: Action): Relation {
  return policy[action][role]?.reach ?? 'none';
}

/** How much of the subject this role is told; undefined where the role has no right to it. */
export function detailOf(role: Role, action: Action): Detail | undefined {
  const grant: Grant | undefined = policy[action][role];
  return grant && (grant.detail ?? 'full');
}

/** Every relation that is enough: a right over the site is also one over what is the person's own. */
export function relationsFor(role: Role, action: Action): readonly Relation[] {
  const reach = reachOf(role, action);
  return reach === 'none' ? [] : ORDER.slice(0, ORDER.indexOf(reach) + 1);
}

/** Could this person do this to anything at all? For menus, and for turning people away before a record is read. */
export function mayEver(heldRoles: readonly Role[], action: Action): boolean {
  return openToSignedIn.has(action) || heldRoles.some((role) => reachOf(role, action) !== 'none');
}

/** The decision. A refusal must look to the caller exactly like a record that does not exist. */
export function may(question: Question): boolean {
  return openToSignedIn.has(question.action) || grantsFor(question).length > 0;
}

/** How much the answer may hold, one entry per right that applies; empty when there is none. */
export function detailsFor(question: Question): readonly Detail[] {
  if (openToSignedIn.has(question.action)) return ['full'];
  return grantsFor(question).map((grant) => grant.detail ?? 'full');
}

/** True when the person's only rights here are ones that must be explained (an administrator in a group's affairs). */
export function mustGiveReason(question: Question): boolean {
  const grants = grantsFor(question);
  return grants.length > 0 && grants.every((grant) => grant.needsReason === true);
}

function grantsFor({ roles, action, subject }: Question): Grant[] {
  return roles.flatMap((held) => {
    const grant = policy[action][held.role];
    return grant && reaches(grant, held, subject) && holds(grant.when, subject) ? [grant] : [];
  });
}

function reaches(grant: Grant, held: HeldRole, subject: Subject): boolean {
  if (grant.reach === 'net') return true;
  if (held.siteId !== subject.siteId) return false;
  if (grant.reach === 'site') return true;
  return subject.own && (subject.ownAs?.includes(held.role) ?? true);
}

function holds(condition: Condition | undefined, subject: Subject): boolean {
  if (condition === 'asked') return subject.asked === true;
  if (condition === 'before-sign-off') return subject.signedOff === false;
  if (condition === 'starting') return subject.starting === true;
  return true;
}
