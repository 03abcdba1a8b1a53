import { append } from '@followon/shared/db/ledger/append';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOf } from '@followon/shared/rules/nudge/moments';
import { didYouMeet as nudge } from '@followon/shared/rules/nudge/nudges/did-you-meet';
import type { Ask } from '@followon/shared/rules/nudge/when-to-ask';
import type { EntityManager } from 'typeorm';
import type { Addressee } from '../../nudges/recipients.js';
import { roleHoldersOf } from '../../nudges/recipients.js';
import { planFromSweep } from '../plan-from-sweep.js';
import type { DueRow, SweepContext, SweepRule } from '../sweep-rule.js';

/** `heard`: a register of this silence was asked for already, or the group said something about itself. */
const QUESTION = `
  select h.ask,
    exists (select from nudge n where n.group_id = h.group_id and n.key = 'did_you_meet' and n.subject_id = (h.ask ->> 'meetingId')::uuid) as "wasAsked",
    exists (select from nudge n join meeting m on m.id = n.subject_id where n.group_id = h.group_id and n.key in ('how_was_it', 'register_missing')
        and n.state <> 'suppressed' and m.held_on > (h.ask ->> 'lastOn')::date)
      or exists (select from group_report r where r.group_id = h.group_id and r.on_date >= (h.ask ->> 'expectedOn')::date) as heard
  from group_health h where h.group_id = $1 and h.ask ->> 'askOn' = $2`;

interface Question {
  readonly ask: Ask;
  readonly wasAsked: boolean;
  readonly heard: boolean;
}

/**
 * A few days after a group was expected, nobody has said anything: the silence is judged, and its host is asked once in
 * this silence. Until somebody answers, whether they met is unknown, and unknown is all that is ever made of it.
 */
export const didYouMeet: SweepRule = {
  rule: 'did-you-meet',
  afterDowntime: 'merge',
  async sweep(due, context) {
    const { subject_id, site_id, occurrence } = due;
    const { manager, now } = context;
    const [question]: Question[] = await manager.query(QUESTION, [subject_id, occurrence]);
    if (!question) return 'the group was heard of';
    const payload = { groupId: subject_id, on: londonDate(now) };
    const silence = { name: 'silence.due.v1', streamId: subject_id, siteId: site_id, payload } as const;
    await append(manager, { ...silence, occurredAt: now });
    if (question.wasAsked) return 'the host was asked in this silence';
    if (question.heard) return 'its register was asked for, or the group spoke up';
    return ask(due, question.ask, context);
  },
};

async function ask(
  due: DueRow,
  { meetingId, lastOn, expectedOn }: Ask,
  context: SweepContext,
): Promise<string> {
  const moment = momentsOf(nudge, expectedOn).find(({ useBy }) => useBy > context.now);
  if (!moment) return 'it is too late to ask';
  const to = await whomToAsk(context.manager, due.stream_id, londonDate(context.now));
  const figures = { on: expectedOn, lastOn };
  const plan = { nudge, subjectId: meetingId, moment, to, figures };
  return planFromSweep(due, { ...plan, cause: 'silence.due.v1' }, context);
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
