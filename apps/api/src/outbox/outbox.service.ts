import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import type { MessageFacts } from '@followon/shared/messages/facts';
import { MessageFigures } from '@followon/shared/messages/facts';
import { neutralName } from '@followon/shared/messages/say';
import type { WordedMessage } from '@followon/shared/messages/word-message';
import { wordMessage } from '@followon/shared/messages/word-message';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { pageOfRows } from '../http/cursor.js';
import { audienceWords } from '../nudges/message-views.js';
import type { OutboxRow } from './outbox-queries.js';
import { OutboxLinks } from './outbox-links.js';
import { OutboxQueries, positionOf } from './outbox-queries.js';

const SOMEBODY = 'Somebody in the group';
const NO_WORDS = {
  lang: 'en',
  subject: 'A message',
  text: 'Its words are no longer kept.',
  choices: [],
  pages: [],
} as const;

const neutralNames = (names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter(([, name]) => neutralName(name) !== undefined));

/** What the words of a message may use, as it was planned. */
const factsOf = (row: OutboxRow): MessageFacts => ({
  ...MessageFigures.parse(row.figures),
  audience: row.audience,
  groupId: row.groupId ?? undefined,
  programmeId: row.programmeId ?? undefined,
  groupName: neutralName(row.groupName),
  programmeName: neutralName(row.programmeName),
  names: neutralNames(row.names ?? {}),
  today: londonDate(row.sentAt ?? new Date(row.at)),
  language: row.language,
});

type Worded = Pick<OutboxMessage, 'lang'> & Pick<WordedMessage, 'subject' | 'text' | 'choices' | 'pages'>;

/** As its reader sees it, in the language they wish for now. */
export function wordsOf(row: OutboxRow): Worded {
  const words = wordMessage(row.key, factsOf(row));
  return words ? { ...words, lang: row.language } : NO_WORDS;
}

function view(row: OutboxRow, links: OutboxMessage['links']): OutboxMessage {
  const { lang, subject, text, choices, pages } = wordsOf(row);
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
    links: [...links, ...(row.canSignIn ? pages.map((page) => ({ rel: 'page', ...page })) : [])],
    lang,
    subject,
    text,
    choices: [...choices],
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
