import { MessageFigures } from '../facts.js';
import type { MessageFacts } from '../facts.js';
import { linkLabel } from '../link-labels.js';
import { neutralName } from '../say.js';
import { wordMessage } from '../word-message.js';
import type { MessageFormat } from '../../rules/nudge/choose-channel.js';
import type { Language, Languages } from '../../rules/nudge/in-which-languages.js';
import { inert } from './inert.js';
import { nameInText } from './small-alphabet.js';

/** All that a message says, in one language. */
export interface LetterPart {
  readonly language: Language;
  readonly subject: string;
  readonly lines: readonly string[];
  /** With the full address where each can be made, the same in every language: answers first, how to get less of this last. */
  readonly choices: readonly { readonly label: string; readonly href: string }[];
}

/** A message in words, made as it leaves and kept nowhere. */
export interface Letter {
  readonly format: MessageFormat;
  /**
   * Of all languages on one line: "Sut aeth hi? / How did it go?". Others in the house may see it: it names no group, no
   * place of care and no condition.
   */
  readonly subject: string;
  /** One for each language, in the order in which they are read. */
  readonly parts: readonly [LetterPart, ...LetterPart[]];
  /** One tap, or the mail program's own button, stops them; those on duty cannot. */
  readonly stop: { readonly page: string; readonly oneClick: string } | undefined;
}

/** What the words are made of, read as the message is claimed. */
export interface LetterFacts extends Pick<MessageFacts, 'audience' | 'groupId' | 'programmeId' | 'today'> {
  readonly key: string;
  readonly figures: unknown;
  readonly groupName: string | null;
  readonly programmeName: string | null;
  readonly names: Readonly<Record<string, string>> | null;
  /** One, or more in the order in which they are read. */
  readonly languages: Languages;
  readonly format: MessageFormat;
  readonly canSignIn: boolean;
  /** Telephones lack signs that a name may have: it is written without them, or not at all. */
  readonly isText?: boolean;
}

/** Something that can be done from it without signing in; each language names it. */
export interface LetterLink {
  readonly action: string;
  /** The key of the task that it ticks. */
  readonly task?: string | null;
  /** Of this service. */
  readonly path: string;
}

type Named = Pick<LetterFacts, 'groupName' | 'programmeName' | 'names' | 'isText'>;

/** Weighed as it is typed and as it will be read: without its odd signs a name may tell what it did not before. */
function safeName(name: string | null, { isText }: Named): string | undefined {
  const typed = neutralName(name === null ? undefined : inert(name));
  return typed === undefined || !isText ? typed : neutralName(nameInText(typed));
}

const safeNames = (letter: Named): Pick<MessageFacts, 'groupName' | 'programmeName' | 'names'> => ({
  groupName: safeName(letter.groupName, letter),
  programmeName: safeName(letter.programmeName, letter),
  names: Object.fromEntries(
    Object.entries(letter.names ?? {}).flatMap(([id, name]) => {
      const safe = safeName(name, letter);
      return safe === undefined ? [] : [[id, safe]];
    }),
  ),
});

type At = (path: string) => string;
const STOP = 'stop';
/** The links of what the message is about come before the one that says something else. */
const SAYS_ELSE = 'answer-message';
/** What asks for no answer comes after the pages on which one is given, in this order. */
const ASKS_NOTHING: readonly string[] = ['calendar', 'preferences'];

/** Undefined for a nudge that has no words any more. */
export function writeLetter(
  facts: LetterFacts,
  links: readonly LetterLink[],
  publicUrl: string,
): Letter | undefined {
  const at: At = (path) => new URL(path, publicUrl).href;
  const [first, ...others] = facts.languages.flatMap((language) => {
    const part = writePart(language, facts, { links, at });
    return part ? [part] : [];
  });
  if (!first) return undefined;
  const parts: Letter['parts'] = [first, ...others];
  const subject = parts.map((part) => part.subject).join(' / ');
  return { format: facts.format, subject, parts, stop: stopOf(links, at) };
}

function writePart(
  language: Language,
  facts: LetterFacts,
  { links, at }: { readonly links: readonly LetterLink[]; readonly at: At },
): LetterPart | undefined {
  const words = wordMessage(facts.key, {
    ...MessageFigures.parse(facts.figures ?? {}),
    ...{ audience: facts.audience, groupId: facts.groupId, programmeId: facts.programmeId },
    ...{ ...safeNames(facts), today: facts.today, language },
  });
  if (!words) return undefined;
  const pages = facts.canSignIn ? words.pages.map(({ label, href }) => ({ label, href: at(href) })) : [];
  const named = (link: LetterLink) => ({
    label: linkLabel(link, language, words.answer),
    href: at(link.path),
  });
  const asked = links.filter(({ action }) => ![STOP, SAYS_ELSE, ...ASKS_NOTHING].includes(action));
  const answers = [...asked, ...links.filter(({ action }) => action === SAYS_ELSE)];
  const others = ASKS_NOTHING.flatMap((one) => links.filter(({ action }) => action === one));
  const choices = [...answers.map(named), ...pages, ...others.map(named)];
  return { language, subject: words.subject, lines: words.lines, choices };
}

function stopOf(links: readonly LetterLink[], at: At): Letter['stop'] {
  const path = links.find(({ action }) => action === STOP)?.path;
  const token = path?.split('#')[1];
  if (path === undefined || token === undefined) return undefined;
  return { page: at(path), oneClick: at(`/api/unsubscribe/${token}`) };
}
