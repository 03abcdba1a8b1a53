import { cyReasons } from './cy.js';
import type { MessageFacts } from './facts.js';
import type { ReasonWords } from './reason-facts.js';
import { enReasons } from './reasons-en.js';

const languages: { readonly [L in NonNullable<MessageFacts['language']>]: ReasonWords } = {
  en: enReasons,
  cy: cyReasons,
};

/** Why a flag was raised, about the group and never about a person, in the reader's language. */
export const sayReason = (facts: MessageFacts): string | undefined =>
  facts.key && languages[facts.language ?? 'en'][facts.key](facts);
