import type { ShippedDocument } from '../facts.js';

export const forClinicians: ShippedDocument = {
  key: 'leaflet-clinicians',
  title: 'For clinicians: handing over to a group of its own',
  body: `Many people want to go on meeting after a programme ends. A follow-on group is theirs: they lead it, and there is no clinical input.

## Why say it early
People need time to think about it. Say in the first session that groups often carry on. Come back to it four weeks before the end.

- People choose together, so give them time to talk.
- Not everyone wants a group. "No thanks" needs no reason.
- Someone who has been in a group explains it best. Ask a patient tutor volunteer to visit.

## What you do
- Ask each person in private what they need to take part.
- Count how many would like a group. You need numbers, not names.
- Give out the leaflets and the card with help numbers.
- Ask each person which contact details they want to share, and with whom.
- Help the group leave the room with a first date.
- Sign off within three days of the last session.

## What ends when you sign off
You no longer see who is in the group. You see the group as a whole: whether it meets, and roughly how many come. If it starts to fade you hear of it once, with the reasons.

## If the group asks you for clinical help
Thank them for asking. Point to the usual ways back to the service: {service-phone}. You need not go to their meetings.

## If you are worried about someone
Use your usual safeguarding route: {safeguarding-lead}. Followon is not watched around the clock.`,
};
