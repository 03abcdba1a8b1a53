import { answersOf } from '../rules/nudge/answers.js';
import type { NudgeKey } from '../rules/nudge/nudges.js';
import { nudgeOf } from '../rules/nudge/nudges.js';
import { pageOf } from './choice-ways.js';
import { en } from './en.js';
import type { MessageFacts, MessageWords } from './facts.js';
import { neutralName } from './say.js';
import { cy } from './words-cy.js';

export interface WordedMessage {
  readonly subject: string;
  readonly text: string;
  /** The sentences of the text, each of which may stand alone. */
  readonly lines: readonly string[];
  /** In the order in which they are offered; the reader may always choose to do nothing. */
  readonly choices: readonly string[];
  /** The one thing that its own link says; undefined where that link opens a choice. */
  readonly answer: string | undefined;
  /** Where those of them are made that are not made by link: pages of this service, after signing in. */
  readonly pages: readonly { readonly href: string; readonly label: string }[];
}

const STOP = 'stop';
const ways = {
  en: {
    stop: 'Stop these messages',
    howToStop: 'You can stop these messages at any time with one tap.',
  },
  cy: {
    stop: 'Stopio’r negeseuon hyn',
    howToStop: 'Gallwch stopio’r negeseuon hyn unrhyw bryd ag un tap.',
  },
} as const;

/** Who is offered which choice does not depend on the language, so the English words say it. */
const wordsOf = (key: NudgeKey, { language }: Pick<MessageFacts, 'language'>): MessageWords =>
  language === 'cy' ? cy[key] : en[key];

/** The catalogue has words for it. */
export const isWorded = (key: string): key is NudgeKey => Object.hasOwn(en, key);

function codesFor(key: NudgeKey, said: MessageFacts): readonly string[] {
  const words: MessageWords = en[key];
  const without = words.without?.(said) ?? [];
  return (nudgeOf(key)?.choices ?? []).filter((code) => !without.includes(code));
}

/** Two choices that are made on one page have one link, by the name of the first. */
function pagesFor(key: NudgeKey, codes: readonly string[], about: MessageFacts): WordedMessage['pages'] {
  if (about.audience === 'member') return [];
  const words = wordsOf(key, about);
  const labels = new Map<string, string>();
  for (const code of codes) {
    const href = pageOf(key, code, about);
    if (href !== undefined && !labels.has(href)) labels.set(href, words.choices[code] ?? code);
  }
  return [...labels].map(([href, label]) => ({ href, label }));
}

type Named = Pick<MessageFacts, 'groupName' | 'programmeName' | 'names'>;

/** Asked here as well: whatever a caller hands over, no message names a place of care or a condition. */
const neutralNames = ({ groupName, programmeName, names = {} }: Named): Named => ({
  groupName: neutralName(groupName),
  programmeName: neutralName(programmeName),
  names: Object.fromEntries(Object.entries(names).filter(([, name]) => neutralName(name) !== undefined)),
});

type Ways = Pick<WordedMessage, 'answer' | 'pages'>;

/** What the message's own link says by itself needs no page beside it. */
function waysFor(key: NudgeKey, codes: readonly string[], about: MessageFacts): Ways {
  const [only = '', ...more] = answersOf(key, about.audience);
  if (more.length > 0) return { answer: undefined, pages: pagesFor(key, codes, about) };
  const elsewhere = codes.filter((code) => code !== only);
  return { answer: wordsOf(key, about).choices[only], pages: pagesFor(key, elsewhere, about) };
}

const canTapToStop = ({ audience, onPaper }: MessageFacts): boolean => audience === 'member' && !onPaper;
const isSaid = (line: string | undefined): line is string => line !== undefined;

/**
 * A message as its reader sees it. Members are never told which group it is about (somebody else may hold the phone)
 * and are always told how to stop. Undefined for a nudge that is no longer in the catalogue.
 */
export function wordMessage(key: string, facts: MessageFacts): WordedMessage | undefined {
  if (!isWorded(key)) return undefined;
  const isMember = facts.audience === 'member';
  const { groupName, programmeName, names, ...others } = facts;
  const said = isMember ? others : { ...others, ...neutralNames({ groupName, programmeName, names }) };
  const words = wordsOf(key, facts);
  const { stop, howToStop } = ways[facts.language ?? 'en'];
  const codes = codesFor(key, said);
  const choices = codes.map((code) => words.choices[code] ?? code);
  const lines = [...words.text(said), ...(canTapToStop(facts) ? [howToStop] : [])].filter(isSaid);
  return {
    subject: words.subject(said),
    text: lines.join(' '),
    lines,
    choices: isMember && !codes.includes(STOP) ? [...choices, stop] : choices,
    ...waysFor(key, codes, facts),
  };
}
