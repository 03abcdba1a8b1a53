import type { ShippedDocument } from '../facts.js';

export const keepingGoing: ShippedDocument = {
  key: 'leaflet-keeping-going',
  title: 'Keeping your group going',
  body: `Groups have their ups and downs. These are things that other groups found useful. Take what helps and leave the rest.

## Share the work
- Have two or three people with a job: ringing round, opening up, bringing milk.
- Change jobs now and then. Ask: would anyone like a turn?
- If one person carries most of it, say so. It is a reason to share, not to blame.

## Keep it worth coming
- Small goals of your own, if you like them. Meeting just to talk is fine too.
- Ask twice a year: is this still what we want?
- Try something new: a walk, a visit, a meeting with another group.

## New people
Decide together if new people may come. A friendly word before the first visit makes it easier.

## Hard days
Use your support plan. A message between meetings counts as much as a meeting.

## If you fall out
Go back to what you agreed about how to treat each other. You can ask a patient tutor volunteer to listen.

## If fewer people come
Winter is often quieter. You can meet less often, meet online, ask for a hand, or have a rest with a date to come back.

## Stopping
A group may stop, and that can be a good ending. Say goodbye, thank each other, and share where else to find support.`,
};
