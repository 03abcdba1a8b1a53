import type { ShippedDocument } from '../facts.js';

/** Numbers as of November 2026, public knowledge in the UK. Every site checks them before it prints the card. */
export const safetyCard: ShippedDocument = {
  key: 'safety-card',
  title: 'Help card',
  needsCheck: true,
  body: `The group is not a clinic, and nobody watches its messages. This card says where to turn.

## In danger now
- Somebody's life is at risk: ring 999.
- You need urgent help for your mental health: ring 111 and choose option 2.

## Someone to talk to, day or night
- Samaritans: ring 116 123. It is free.

## Back to the service
- Our service: {service-phone}
- Your GP surgery can help with new or changed problems.

## Worried about someone's safety
- Ring {safeguarding-lead}

Keep this card where you can find it on a bad day.`,
};
