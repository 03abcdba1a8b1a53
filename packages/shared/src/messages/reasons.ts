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

/** A reason, unless the causes that have been told already say the same. */
export const sayReasonBeside = (
  facts: MessageFacts,
  causes: readonly NonNullable<MessageFacts['cause']>[],
): string | undefined => (causes.some((cause) => cause === facts.key) ? undefined : sayReason(facts));
