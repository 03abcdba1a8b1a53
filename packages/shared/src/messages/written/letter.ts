import { MessageFigures } from '../facts.js';
import type { MessageFacts } from '../facts.js';
import { neutralName } from '../say.js';
import { wordMessage } from '../word-message.js';
import type { MessageFormat } from '../../rules/nudge/choose-channel.js';
import { inert } from './inert.js';

export type Language = 'en' | 'cy';

/** A message in words, made as it leaves and kept nowhere. */
export interface Letter {
  readonly language: Language;
  readonly format: MessageFormat;
  /** Others in the house may see it: it names no group, no place of care and no condition. */
  readonly subject: string;
  readonly lines: readonly string[];
  /** With the full address where each can be made. */
  readonly choices: readonly { readonly label: string; readonly href: string }[];
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
  readonly language: Language;
  readonly format: MessageFormat;
  readonly canSignIn: boolean;
}

export interface LetterLink {
  readonly label: string;
  /** Of this service. */
  readonly path: string;
  readonly stops: boolean;
}

const safeName = (name: string | null): string | undefined =>
  name === null ? undefined : neutralName(inert(name));

const safeNames = (names: Readonly<Record<string, string>> | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names ?? {}).flatMap(([id, name]) => {
      const safe = safeName(name);
      return safe === undefined ? [] : [[id, safe]];
    }),
  );

/** Undefined for a nudge that has no words any more. */
export function writeLetter(
  facts: LetterFacts,
  links: readonly LetterLink[],
  publicUrl: string,
): Letter | undefined {
  const words = wordMessage(facts.key, {
    ...MessageFigures.parse(facts.figures ?? {}),
    ...{ audience: facts.audience, groupId: facts.groupId, programmeId: facts.programmeId },
    ...{ groupName: safeName(facts.groupName), programmeName: safeName(facts.programmeName) },
    ...{ names: safeNames(facts.names), today: facts.today, language: facts.language },
  });
  if (!words) return undefined;
  const { language, format } = facts;
  const at = (path: string): string => new URL(path, publicUrl).href;
  const pages = facts.canSignIn ? words.pages.map(({ label, href }) => ({ label, href: at(href) })) : [];
  const byLink = links.filter(({ stops }) => !stops).map(({ label, path }) => ({ label, href: at(path) }));
  return {
    ...{ language, format, subject: words.subject, lines: words.lines, choices: [...byLink, ...pages] },
    stop: stopOf(links, at),
  };
}

function stopOf(links: readonly LetterLink[], at: (path: string) => string): Letter['stop'] {
  const path = links.find(({ stops }) => stops)?.path;
  const token = path?.split('#')[1];
  if (path === undefined || token === undefined) return undefined;
  return { page: at(path), oneClick: at(`/api/unsubscribe/${token}`) };
}
