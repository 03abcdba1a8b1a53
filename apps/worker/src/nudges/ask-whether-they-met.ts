import { prepared } from '@followon/shared/db/prepared';
import type { DomainEvent } from '@followon/shared/events/catalogue';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { didYouMeet } from '@followon/shared/rules/nudge/nudges/did-you-meet';
import type { Ask } from '@followon/shared/rules/nudge/when-to-ask';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Folding, Outcome, Within } from '../dispatch/reaction.js';
import { planNudges } from './plan-nudges.js';
import type { Addressee } from './recipients.js';
import { roleHoldersOf } from './recipients.js';

type Due = DomainEvent<'silence.due.v1'>;

/** `heard`: a register of this silence was asked for already, or the group said something about itself. */
const QUESTION = {
  name: 'did-they-meet',
  text: `
  select h.ask,
    exists (select from nudge n where n.group_id = h.group_id and n.key = 'did_you_meet' and n.subject_id = (h.ask ->> 'meetingId')::uuid) as "wasAsked",
    exists (select from nudge n join meeting m on m.id = n.subject_id where n.group_id = h.group_id and n.key in ('how_was_it', 'register_missing')
        and n.state <> 'suppressed' and m.held_on > (h.ask ->> 'lastOn')::date)
      or exists (select from group_report r where r.group_id = h.group_id and r.on_date >= (h.ask ->> 'expectedOn')::date) as heard
  from group_health h where h.group_id = $1 and h.ask is not null and (h.ask ->> 'askOn')::date <= $2`,
};

interface Question {
  readonly ask: Ask;
  readonly wasAsked: boolean;
  readonly heard: boolean;
}

/**
 * Nobody has said anything since the date on which the group was expected: its host is asked once in this silence. Until
 * somebody answers, whether they met is unknown, and unknown is all that is ever made of it.
 */
@Injectable()
export class AskWhetherTheyMet implements Folding<'silence.due.v1'> {
  readonly reactor = 'nudges';
  readonly name = 'ask-whether-they-met';

  async fold(events: readonly Due[], within: Within): Promise<Outcome | undefined> {
    const because = events.at(-1) as Due;
    const today = londonDate(within.now);
    const [question] = await prepared<Question>(within.manager, QUESTION, [because.streamId, today]);
    if (!question || question.wasAsked) return undefined;
    if (question.heard) return { skipped: 'its register was asked for, or the group spoke up' };
    const { meetingId, lastOn, expectedOn } = question.ask;
    const moment = momentsOf(didYouMeet, expectedOn).find(({ useBy }) => useBy > within.now);
    if (!moment) return { skipped: 'it is too late to ask' };
    const to = await whomToAsk(within.manager, because.streamId, today);
    const figures = { on: expectedOn, lastOn };
    return planNudges({ because, nudge: didYouMeet, subjectId: meetingId, to, moment, figures }, within);
  }
}

/** The hosts; the contact people where no host can be reached. */
async function whomToAsk(
  manager: EntityManager,
  groupId: string,
  today: string,
): Promise<readonly Addressee[]> {
  const hosts = await roleHoldersOf(manager, groupId, { kinds: ['host'], today });
  const reachable = hosts.filter(({ paused, left, accountDisabled }) => !paused && !left && !accountDisabled);
  return reachable.length > 0 ? reachable : roleHoldersOf(manager, groupId, { kinds: ['contact'], today });
}
