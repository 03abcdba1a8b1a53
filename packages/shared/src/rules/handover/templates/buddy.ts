import { baseTemplate } from './base.js';
import type { Variant } from './variant.js';

/** Consent, the card with help numbers, and the sign-off, because the clinician's view of people has to end here too. */
const KEPT: readonly string[] = ['consent_contacts', 'safety_card', 'handover_done'];

/**
 * Two or three people keep in touch and hold no meetings. When the next programme ends there are more people, so they are
 * asked once more: about twelve weeks on, which is how long a programme takes.
 */
export const buddy: Variant = {
  without: baseTemplate.map(({ key }) => key).filter((key) => !KEPT.includes(key)),
  changed: {
    handover_done: {
      why: 'From here the contact list belongs to its people. You no longer see who is on it.',
    },
  },
  added: [
    {
      key: 'ask_with_next',
      title: 'Ask again when the next programme ends',
      why: 'With more people there may be enough for a group.',
      ownerRole: 'lead',
      anchor: 'last-session',
      dueOffsetDays: 84,
      doneWhen: 'You asked, and they said what they would like.',
      blocking: false,
      closedBy: 'person',
      asks: [{ kind: 'choice', key: 'would-like', options: ['group', 'stay-as-we-are', 'stop'] }],
    },
  ],
};
