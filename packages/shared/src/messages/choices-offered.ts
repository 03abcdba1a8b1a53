import { answersOf } from '../rules/nudge/answers.js';
import type { Audience } from '../rules/nudge/nudge.js';
import type { NudgeKey } from '../rules/nudge/nudges.js';
import { nudgeOf } from '../rules/nudge/nudges.js';
import { choiceWays } from './choice-ways.js';
import { en } from './en.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { wordMessage } from './word-message.js';

export interface OfferedChoice {
  readonly code: string;
  /** In the language of the message. */
  readonly label: string;
  readonly leads: 'link' | 'page' | 'nothing';
}

type Ways = { readonly [key: string]: { readonly [choice: string]: unknown } | undefined };

/**
 * What can be said in one tap is said so, also where a page would do. Members answer by link alone, so what they are offered
 * has no row among the ways.
 */
function leadsOf(key: string, code: string, audience: Audience): OfferedChoice['leads'] {
  if (answersOf(key, audience).includes(code)) return 'link';
  const way = (choiceWays as Ways)[key]?.[code] ?? 'link';
  return typeof way === 'object' ? 'page' : way === 'nothing' ? 'nothing' : 'link';
}

/** What the reader of a message may choose, and how: in the order in which it is offered. */
export function choicesOffered(key: NudgeKey, facts: MessageFacts): OfferedChoice[] {
  const words: MessageWords = en[key];
  const without = words.without?.(facts) ?? [];
  const codes = (nudgeOf(key)?.choices ?? []).filter((code) => !without.includes(code));
  const labels = wordMessage(key, facts)?.choices ?? [];
  // A member is always offered to stop, whatever else the message asks.
  return labels.map((label, at) => {
    const code = codes[at] ?? 'stop';
    return { code, label, leads: leadsOf(key, code, facts.audience) };
  });
}
