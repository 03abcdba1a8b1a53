import type { Action } from './actions.js';
import { netAggregate, own, ownPart, site } from './grant.js';
import type { Row } from './grant.js';

export const seeHandover: Row = {
  volunteer: own,
  contact: ownPart,
  clinician: site,
  lead: site,
  'site-admin': site,
};
/** Patient tutor volunteers: who there is, and whom to put beside a programme. */
export const leadVolunteers: Row = { lead: site, 'site-admin': site };

/** The part of the policy table that is about handovers, their lists and the people who carry them. */
export const handoverRights = {
  'see-handovers': seeHandover,
  'see-handover': seeHandover,
  'tick-task': { volunteer: own, contact: own, clinician: site, lead: site, 'site-admin': site },
  'sign-off-handover': { clinician: own },
  'accept-handover': { volunteer: own, contact: own },
  /** The group chooses; whoever is with it writes the choice down. */
  'choose-route': { volunteer: own, clinician: site, 'site-admin': site },
  'record-interest': { volunteer: own, clinician: site },
  'see-forecast': { volunteer: own, clinician: site, lead: site, 'site-admin': site },
  'see-templates': { clinician: site, lead: site, 'site-admin': site },
  'write-templates': { 'site-admin': site },
  'move-template': { clinician: own, 'site-admin': site },
  'see-handover-policy': { clinician: site, lead: site, 'site-admin': site },
  'set-handover-policy': { 'site-admin': site },
  'see-handover-figures': { lead: site, 'site-admin': site, 'network-admin': netAggregate },
  'reassign-tasks': leadVolunteers,
  'skip-stage': leadVolunteers,
  'see-documents': { volunteer: site, contact: site, clinician: site, lead: site, 'site-admin': site },
  'write-documents': { 'site-admin': site },
  'give-document': { volunteer: own, clinician: site },
  'ask-volunteer': leadVolunteers,
  'answer-request': { volunteer: own },
  'write-volunteer': leadVolunteers,
  'take-break': { volunteer: own },
} as const satisfies { readonly [A in Action]?: Row };
