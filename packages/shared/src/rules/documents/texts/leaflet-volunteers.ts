import type { ShippedDocument } from '../facts.js';

export const forVolunteers: ShippedDocument = {
  key: 'leaflet-volunteers',
  title: 'For patient tutor volunteers: your part, and where it ends',
  body: `You have been where they are. That is what you bring. You are not a helper on call, and you do not run the group.

## Before the programme ends
- Visit a session. Tell your story in your own way, and take questions.
- Help the group look at two places where they could meet.
- Help them choose how to go on. The choice is theirs.

## At the last session
- Be there if you can. A stand-in can go instead.
- Help them agree on two contact people and a first date.

## Afterwards
- Ring the contact people once, about a week after they first meet.
- Ask: is it fine, would you like help, or shall we leave you be? All three are good answers.
- After 90 days, ask how they want to go on.

## What you do not do
- You do not keep people's details.
- You do not give advice about medicines or treatment.
- You do not have to answer at night, at weekends, or on a bad day.

## Your own days
You can pass on any task, or have a break of two, four or eight weeks. Nobody asks why. Somebody else takes over.

## If you are worried about someone
Do not carry it alone. Ring {safeguarding-lead}. In danger to life, ring 999.`,
};
