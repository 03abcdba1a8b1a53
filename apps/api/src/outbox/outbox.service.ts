import type { OutboxMessage, OutboxWords } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import type { MessageFacts } from '@followon/shared/messages/facts';
import { MessageFigures } from '@followon/shared/messages/facts';
import { linkLabel } from '@followon/shared/messages/link-labels';
import { neutralName } from '@followon/shared/messages/say';
import type { WordedMessage } from '@followon/shared/messages/word-message';
import { wordMessage } from '@followon/shared/messages/word-message';
import type { LetterLink } from '@followon/shared/messages/written/letter';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Language } from '@followon/shared/rules/nudge/in-which-languages';
import { inWhichLanguages } from '@followon/shared/rules/nudge/in-which-languages';
import { Injectable } from '@nestjs/common';
import { pageOfRows } from '../http/cursor.js';
import { audienceWords } from '../nudges/message-views.js';
import type { OutboxRow } from './outbox-queries.js';
import { OutboxLinks } from './outbox-links.js';
import { OutboxQueries, positionOf } from './outbox-queries.js';

const SOMEBODY = 'Somebody in the group';
const NO_WORDS: OutboxWords = {
  lang: 'en',
  subject: 'A message',
  text: 'Its words are no longer kept.',
  choices: [],
  links: [],
};

const neutralNames = (names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => neutralName(name) !== undefined));

/** What the words of a message may use, as it was planned. */
export const factsOf = (row: OutboxRow, today: string): MessageFacts => ({
  ...MessageFigures.parse(row.figures),
  audience: row.audience,
  groupId: row.groupId ?? undefined,
  programmeId: row.programmeId ?? undefined,
  groupName: neutralName(row.groupName),
  programmeName: neutralName(row.programmeName),
  names: neutralNames(row.names ?? {}),
  today,
});

/** As its reader sees it, in the languages that they would get it in now. */
function wordsOf(row: OutboxRow, links: readonly LetterLink[]): readonly [OutboxWords, ...OutboxWords[]] {
  const facts = factsOf(row, londonDate(row.sentAt ?? new Date(row.at)));
  const [first, ...also] = inWhichLanguages(row.chosen, row.country).flatMap((language) => {
    const words = wordMessage(row.key, { ...facts, language });
    return words ? [inWords(words, { language, links, canSignIn: row.canSignIn })] : [];
  });
  return first ? [first, ...also] : [NO_WORDS];
}

interface Around {
  readonly language: Language;
  readonly links: readonly LetterLink[];
  readonly canSignIn: boolean;
}

function inWords(
  { subject, text, choices, answer, pages }: WordedMessage,
  { language, links, canSignIn }: Around,
): OutboxWords {
  const byLink = links.map((link) => ({
    ...{ rel: link.action, href: link.path, label: linkLabel(link, language, answer) },
  }));
  const byPage = canSignIn ? pages.map((page) => ({ rel: 'page', ...page })) : [];
  return { lang: language, subject, text, choices: [...choices], links: [...byLink, ...byPage] };
}

function view(row: OutboxRow, links: readonly LetterLink[]): OutboxMessage {
  const [words, ...also] = wordsOf(row, links);
  return {
    id: row.id,
    eventId: row.eventId,
    nudgeId: row.nudgeId,
    groupId: row.groupId,
    programmeId: row.programmeId,
    to: audienceWords[row.audience],
    toName: row.toName ?? SOMEBODY,
    audience: row.audience,
    channel: row.channel,
    state: row.state,
    reason: row.reason,
    sentAt: row.sentAt?.toISOString() ?? null,
    noLongerSo: row.noLongerSo,
    ...words,
    also,
  };
}

/** Every message of the demo network as its reader would see it; the people in it are invented. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly outbox: OutboxQueries,
    private readonly links: OutboxLinks,
  ) {}

  async list(query: { cursor?: string | undefined; limit: number }): Promise<Page<OutboxMessage>> {
    const rows = await this.outbox.list(query);
    const links = await this.links.of(rows.map(({ nudgeId }) => nudgeId));
    const viewed = (row: OutboxRow) => view(row, links.get(row.nudgeId) ?? []);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view: viewed });
  }
}
