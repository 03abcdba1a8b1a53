import { documentKeys } from './facts.js';
import type { DocumentKey, ShippedDocument } from './facts.js';
import { keepingGoing } from './texts/leaflet-keeping-going.js';
import { forClinicians } from './texts/leaflet-clinicians.js';
import { forPeople } from './texts/leaflet-people.js';
import { forVolunteers } from './texts/leaflet-volunteers.js';
import { safetyCard } from './texts/safety-card.js';
import { supportPlan } from './texts/support-plan.js';
import { workingAgreement } from './texts/working-agreement.js';

/** Our own words. The structure follows product.md 1.3; leaflets of other projects are not copied. */
export const shippedDocuments: readonly ShippedDocument[] = [
  forClinicians,
  forPeople,
  keepingGoing,
  forVolunteers,
  supportPlan,
  workingAgreement,
  safetyCard,
];

/** @throws Error for a key that is not shipped, which the types do not let through. */
export function shippedDocument(key: DocumentKey): ShippedDocument {
  const found = shippedDocuments.find((document) => document.key === key);
  if (!found) throw new Error(`no document '${key}' among ${documentKeys.join(', ')}`);
  return found;
}
