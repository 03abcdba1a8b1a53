import type { LinkAction } from '@followon/shared/contract/links';
import type { NewLink } from '@followon/shared/db/links/mint-links';
import { mintLinks } from '@followon/shared/db/links/mint-links';
import { prepared } from '@followon/shared/db/prepared';
import { MessageFigures } from '@followon/shared/messages/facts';
import { SIGN_OFF_TASK } from '@followon/shared/rules/handover/sign-off';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { answersOf } from '@followon/shared/rules/nudge/answers';
import type { LinkAsked } from '@followon/shared/rules/nudge/link-asked';
import { hasWaysOut, linkAskedBy } from '@followon/shared/rules/nudge/link-asked';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkerEnv } from '../env.js';
import { ENV } from '../tokens.js';
import type { Claimed } from './claim.js';

type Wanted = Pick<NewLink, 'action' | 'subjectId' | 'uses' | 'expiresAt'>;
type Asked = { readonly manager: EntityManager; readonly claimed: Claimed; readonly now: Date };

const DAY_MS = 86_400_000;
const ANSWER_DAYS = 30;
/** A register may be mended until its meeting is this old. */
const REGISTER_DAYS = 14;
/** So long after it a date may still be fetched: calendars look again. */
const DATE_DAYS = 30;
/** As long as the address of a calendar that is made on the page. */
const ALL_DATES_DAYS = 731;

const once = (action: LinkAction, subjectId: string, now: Date): Wanted => ({
  ...{ action, subjectId, uses: 1 },
  expiresAt: new Date(now.getTime() + ANSWER_DAYS * DAY_MS),
});

/**
 * As the message lists them now: whoever weighed it may have left some out since it was planned. Signing off a handover
 * is not done in passing, and not without signing in.
 */
async function tasks({ manager, claimed, now }: Asked): Promise<Wanted[]> {
  const [nudge]: { figures: unknown }[] = await manager.query('select figures from nudge where id = $1', [
    claimed.nudge_id,
  ]);
  const listed = MessageFigures.parse(nudge?.figures ?? {}).tasks ?? [];
  const tickable = listed.filter(({ task }) => task !== SIGN_OFF_TASK);
  return tickable.map(({ taskId }) => once('tick-task', taskId, now));
}

const UNREPORTED = {
  name: 'unreported-meeting',
  text: `select held_on as on from meeting where id = $1 and outcome in ('planned', 'missing')`,
};
const PLANNED = {
  name: 'planned-meeting',
  text: `select held_on as on, exists (select from group_role r where r.group_id = meeting.group_id and r.member_id = $2 and r.until_on is null) as "holdsRole"
    from meeting where id = $1 and outcome = 'planned'`,
};

async function register({ manager, claimed }: Asked): Promise<Wanted[]> {
  const [meeting] = await prepared<{ on: string }>(manager, UNREPORTED, [claimed.subject_id]);
  if (!meeting) return [];
  const expiresAt = londonInstant(addDays(meeting.on, REGISTER_DAYS + 1), '00:00');
  return [{ action: 'record-register', subjectId: claimed.subject_id, uses: null, expiresAt }];
}

/**
 * The date itself, for the reader's own calendar; it needs no signing in, and is read, never acted on. Who has a role and no
 * account to ask for a calendar with is given all their dates by it.
 */
async function date({ manager, claimed, now }: Asked): Promise<Wanted[]> {
  const values = [claimed.subject_id, claimed.person_id];
  const [meeting] = await prepared<{ on: string; holdsRole: boolean }>(manager, PLANNED, values);
  if (!meeting) return [];
  const link = { action: 'calendar', uses: null } as const;
  if (meeting.holdsRole) {
    const expiresAt = new Date(now.getTime() + ALL_DATES_DAYS * DAY_MS);
    return [{ ...link, subjectId: claimed.person_id, expiresAt }];
  }
  const expiresAt = londonInstant(addDays(meeting.on, DATE_DAYS), '00:00');
  return [{ ...link, subjectId: claimed.subject_id, expiresAt }];
}

const answer =
  (action: LinkAction) =>
  async ({ claimed, now }: Asked): Promise<Wanted[]> => [once(action, claimed.subject_id, now)];

/** How each kind of link that a message asks by is made. */
const asking: { readonly [A in LinkAsked]: (asked: Asked) => Promise<Wanted[]> } = {
  'tick-task': tasks,
  'record-register': register,
  calendar: date,
  'answer-role': answer('answer-role'),
  'answer-request': answer('answer-request'),
};

/** How long somebody may stop, or change what they get, by a message's own links. */
const WAYS_OUT_DAYS = 90;

function waysOut({ claimed, now }: Asked): Wanted[] {
  if (!hasWaysOut(claimed.audience)) return [];
  const expiresAt = new Date(now.getTime() + WAYS_OUT_DAYS * DAY_MS);
  return [
    { action: 'stop', subjectId: claimed.nudge_id, uses: null, expiresAt },
    { action: 'preferences', subjectId: claimed.person_id, uses: null, expiresAt },
  ];
}

/** What can be said to a reminder may be changed until its day is over, and to anything else for a month. */
function ownAnswer({ claimed, now }: Asked): Wanted[] {
  const choices = answersOf(claimed.key, claimed.audience);
  if (choices.length === 0) return [];
  const { on } = MessageFigures.parse(claimed.figures);
  const isOfADay = choices.includes('coming') && on !== undefined;
  const expiresAt = isOfADay
    ? londonInstant(addDays(on, 1), '00:00')
    : new Date(now.getTime() + ANSWER_DAYS * DAY_MS);
  return [{ action: 'answer-message', subjectId: claimed.nudge_id, uses: null, expiresAt }];
}

/** Makes a message's links as it is handed over; handed over again, it carries the same ones. */
@Injectable()
export class MessageLinks {
  constructor(@Inject(ENV) private readonly env: Pick<WorkerEnv, 'FOLLOWON_SECRET'>) {}

  /** Those of a whole lot, in one statement. Their tokens are derived from their ids by whoever words the messages. */
  async mintAll(manager: EntityManager, claimed: readonly Claimed[], now: Date): Promise<void> {
    const links: NewLink[] = [];
    for (const one of claimed) links.push(...(await linksOf({ manager, claimed: one, now })));
    await mintLinks(manager, this.env.FOLLOWON_SECRET, links);
  }
}

async function linksOf(asked: Asked): Promise<NewLink[]> {
  const { claimed } = asked;
  const asks = linkAskedBy(claimed.key);
  const asksFor = asks ? await asking[asks](asked) : [];
  const holder = { [`${claimed.person_kind}Id`]: claimed.person_id };
  return [...ownAnswer(asked), ...asksFor, ...waysOut(asked)].map((one) => ({
    ...{ ...one, ...holder, siteId: claimed.site_id, nudgeId: claimed.nudge_id },
  }));
}
