import type { ShippedDocument } from '../facts.js';

export const workingAgreement: ShippedDocument = {
  key: 'working-agreement',
  title: 'How we want to treat each other',
  body: `A page to talk through and change. Agree it now or later.

Our group: {group}

Agreed on: {date}

## What we say here stays here
- We do not tell others who comes or what was said.
- We tell somebody only if a person may be in danger.

## Respect
- Everyone may speak, and nobody has to.
- We do not compare whose pain is worse.
- We do not tell each other what to take, stop or buy.
- We speak for ourselves: "for me" and "I found".

## Coming and going
- Nobody has to explain why they did not come.
- We try to begin and end on time.

## Who does what
- At least two people can be rung: {contact-1} and {contact-2}.
- Jobs change hands when somebody wants a rest.

## If something goes wrong
- First we talk about it, with whoever is part of it.
- Then we ask someone from outside to listen.
- If somebody may be unsafe, we follow the help card.

Anything else we want to agree:
____
____`,
};
