import type { ShippedDocument } from '../facts.js';

export const supportPlan: ShippedDocument = {
  key: 'support-plan',
  title: 'Our mutual support plan',
  body: `This plan belongs to the group. It says how we stay in touch and carry on, also on hard days. Leave out what you do not need.

Our group: {group}

Written on: {date}

## How we keep in touch
Between meetings we use (phone, messages, post):
____
Who starts it off:
____

## When somebody has a hard time
What helps us:
____
____
What does not help:
____
How we ask for it (a word, a sign, a message):
____
If someone is quiet for a while, we:
____

## What we want to keep up
Things we learned that we want to go on doing:
____
____

## Sharing the work
Who does what until we change it:
____
____

## When we look at this plan again
____`,
};
