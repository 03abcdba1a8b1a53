import type { Action } from './actions.js';
import { net, netAggregate, own, site, siteCounts, siteMasked } from './grant.js';
import type { Row } from './grant.js';

const seeMessages: Row = {
  volunteer: own,
  contact: own,
  clinician: siteCounts,
  lead: site,
  'site-admin': siteMasked,
  'network-admin': netAggregate,
};
const actOnAlert: Row = { volunteer: own, clinician: site, lead: site, 'site-admin': site };
export const administer: Row = { 'site-admin': site, 'network-admin': net };
/** Allowed to whoever is signed in, whatever their roles: see `openToSignedIn`. */
export const nobodyByRole: Row = {};

/** The part of the policy table that is about alerts and messages. */
export const messageRights = {
  'see-alerts': { ...actOnAlert, 'network-admin': net },
  'acknowledge-alert': actOnAlert,
  'resolve-alert': actOnAlert,
  'see-alert-policy': { clinician: site, lead: site, ...administer },
  'set-alert-policy': { 'site-admin': site },
  /** Counts by rule; who said it is told to nobody. */
  'see-alert-feedback': { clinician: site, lead: site, 'site-admin': site },
  'see-nudges': seeMessages,
  'see-deliveries': seeMessages,
  /** Again, let go, posted: what a message needs a person for. */
  'settle-deliveries': { 'site-admin': site },
  'see-message-previews': { clinician: site, lead: site, 'site-admin': site },
  'see-nudge-trials': { clinician: site, lead: site, 'site-admin': site },
  'set-nudge-trials': { 'site-admin': site },
  /** One's own messages and one's own calendar. */
  'own-wishes': nobodyByRole,
  'own-calendar': nobodyByRole,
  /** A feed of the group's dates, for whoever it is given to. */
  'share-calendar': { contact: own },
  /** Where a member who does not sign in can be reached, written down as they said it. */
  'write-contact-points': { contact: own },
} as const satisfies { readonly [A in Action]?: Row };
