import type { ShippedDocument } from '../facts.js';

export const forPeople: ShippedDocument = {
  key: 'leaflet-people',
  title: 'Carrying on together: starting your own group',
  body: `Your programme ends on {last-session}. Some groups choose to go on meeting. This leaflet says how that can work.

## What a follow-on group is
- People from your programme who meet again, as often as they like.
- It is led by its own people. No clinician is there.
- You can talk, walk, have a cup of tea, or set small goals together.

## What it is not
- It is not treatment, and nobody gives medical advice.
- It is not a promise. You can come once, now and then, or not at all.
- It is not for everyone. If it is not for you, that is fine.

## Starting
- When: choose a day and a time of day that most of you can manage.
- Where: somewhere easy to reach, with a toilet, and seats you can move.
- Who: two people whom others can ring. It is lighter when it is shared.
- How to keep in touch: share only what you want to share.

Fix the first date before you leave the room. Many groups meet two to four weeks after the last session.

## Our first meeting
- Day: {first-meeting}
- Time: {time}
- Place: {place}
- People to ring: {contact-1} or {contact-2}

## The first time
You may feel nervous. Most people do. Come with someone if you like, come late, leave early, sit near the door.

## A bad day
You do not have to explain. "Not this time" is enough, and you are welcome next time.`,
};
