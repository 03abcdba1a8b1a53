import { neutralName } from '@followon/shared/messages/say';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { GroupState } from '@followon/shared/contract/health';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { answersOf } from '@followon/shared/rules/nudge/answers';
import type { Audience } from '@followon/shared/rules/nudge/nudge';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Audit } from '../../audit/audit.js';
import { notFound, Refusal } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { nothingMore } from '../link-acting.js';

const Said = z.strictObject({ choice: z.string().max(40) });
type Said = z.infer<typeof Said>;

interface Message {
  readonly key: string;
  readonly audience: Audience;
  readonly siteId: string;
  readonly groupId: string | null;
  readonly programmeId: string | null;
  readonly groupName: string | null;
  readonly groupState: GroupState | null;
  /** The day of the meeting that it is about. */
  readonly on: string | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  /** They are still who they were spoken to as. */
  readonly stands: boolean;
}

const STANDS = `
  not exists (select from account a where a.id = n.person_id and a.disabled_at is not null)
  and (n.group_id is null or case when n.audience = 'member'
    then exists (select from member m where m.group_id = n.group_id and n.person_id in (m.id, m.account_id) and m.left_on is null)
    else exists (select from group_role r where r.group_id = n.group_id and n.person_id in (r.account_id, r.member_id) and (r.until_on is null or r.until_on > $2::date)) end)`;

const MESSAGE = `
  select n.key, n.audience, n.site_id as "siteId", n.group_id as "groupId", n.programme_id as "programmeId", g.name as "groupName",
    g.state as "groupState", n.figures ->> 'on' as "on", n.answer, n.answered_at as "answeredAt",
    (${STANDS}) as stands
  from nudge n left join follow_on_group g on g.id = n.group_id where n.id = $1`;
const ANSWER = 'update nudge set answer = $2, answered_at = $3 where id = $1';

/** What its reader says to a message: one of its choices, changed as often as they like. No account and no role is needed. */
@Injectable()
export class AnswerMessage implements LinkActing<Said> {
  readonly action = 'answer-message';
  /** Nothing of the policy table: the message is theirs, and the link carries it alone. */
  readonly permits = [];
  readonly forAnybody = true;
  readonly body = Said;

  constructor(
    private readonly work: Work,
    private readonly audit: Audit,
  ) {}

  async open(nudgeId: string): Promise<Opened> {
    const message = await this.message(nudgeId);
    const choices = this.choicesOf(message);
    const { key, audience, groupName, on, answer, answeredAt } = message;
    const happened =
      answer && answeredAt ? { what: answer, at: answeredAt.toISOString(), count: null } : null;
    return {
      ...nothingMore,
      ...{ state: choices.length > 0 ? 'ready' : 'no-longer-needed', choices: [...choices], happened },
      subject: {
        ...{ title: '', key, why: null, dueOn: null, on },
        about: audience === 'member' ? null : (neutralName(groupName) ?? null),
      },
    };
  }

  afterUse(): boolean {
    return true;
  }

  /** Saying the same again changes nothing and is told to nobody. */
  async act(nudgeId: string, { choice }: Said): Promise<Spent> {
    const message = await this.message(nudgeId);
    if (!this.choicesOf(message).includes(choice))
      throw new Refusal('invalid', 'invalid', 'Choose one of the answers of the message.');
    if (message.answer === choice) return 'kept';
    await this.work.manager.query(ANSWER, [nudgeId, choice, this.work.now()]);
    const { siteId, key } = message;
    const payload = { nudgeId, key, choice };
    await this.work.append({ ...streamOf(message), name: 'nudge.answered.v1', siteId, payload });
    await this.audit.record({ what: 'nudge.answered', siteId, subject: nudgeId });
    return 'kept';
  }

  /** @throws Refusal 404 also for somebody whose account is closed, who has left or who gave their role back */
  private async message(nudgeId: string): Promise<Message> {
    const values = [nudgeId, londonDate(this.work.now())];
    const [row]: Message[] = await this.work.manager.query(MESSAGE, values);
    if (!row?.stands) throw notFound();
    return row;
  }

  /** None once the group has ended, or what was asked about is over: the day, or the rest. */
  private choicesOf({ key, audience, groupState, on }: Message): readonly string[] {
    if (groupState && hasEnded(groupState)) return [];
    const all = answersOf(key, audience);
    const isDayOver = all.includes('coming') && on !== null && on < londonDate(this.work.now());
    const isRestOver = all.includes('back') && groupState !== 'resting';
    return isDayOver || isRestOver ? [] : all;
  }
}

const streamOf = ({ groupId, programmeId, siteId }: Message) =>
  groupId
    ? ({ streamId: groupId, streamKind: 'group' } as const)
    : ({
        streamId: programmeId ?? siteId,
        streamKind: programmeId ? 'programme' : 'site',
      } as const);
