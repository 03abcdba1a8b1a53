import type { MessageFacts } from './facts.js';
import { enReasons } from './reasons-en.js';

/** Why a flag was raised, about the group and never about a person. */
export const sayReason = (facts: MessageFacts): string | undefined =>
  facts.key && enReasons[facts.key](facts);
