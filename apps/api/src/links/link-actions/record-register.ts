import { NotHeldReason } from '@followon/shared/contract/meetings';
import { neutralName } from '@followon/shared/messages/say';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../../auth/access.js';
import { Standings } from '../../auth/standing.js';
import { notFound } from '../../http/problem.js';
import { MeetingAnswers } from '../../meetings/answers-before.js';
import { RegistersService } from '../../meetings/registers.service.js';
import { Work } from '../../work/work.js';
import type { LinkUse } from '../found-link.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { nothingMore } from '../link-acting.js';

const count = z.int().min(0).max(500);
const MORE_NEW = 'There are more newcomers than people who came. Lower one of the two numbers.';
/** A register without marks: who came is nobody's business here. */
const Said = z.discriminatedUnion('state', [
  z
    .strictObject({ state: z.literal('held'), headcount: count, newcomers: count.optional() })
    .refine((r) => (r.newcomers ?? 0) <= r.headcount, { path: ['newcomers'], message: MORE_NEW }),
  z.strictObject({ state: z.literal('not-held'), reason: NotHeldReason }),
]);
type Said = z.infer<typeof Said>;

interface Row {
  readonly groupId: string;
  readonly groupName: string;
  readonly hasEnded: boolean;
  readonly on: string;
  readonly outcome: 'planned' | 'held' | 'not-held' | 'missing';
  readonly headcount: number | null;
  readonly newcomers: number | null;
  readonly reason: string | null;
  readonly recordedAt: Date | null;
  readonly version: number;
}

const ONE = `
  select m.group_id as "groupId", g.name as "groupName", g.state in ('closed', 'closed-well', 'merged') as "hasEnded", m.held_on as "on",
    m.outcome, m.headcount, m.newcomers, m.reason, m.recorded_at as "recordedAt", m.version
  from meeting m join follow_on_group g on g.id = m.group_id where m.id = $1`;

/** How one meeting went: a number, or that it was not held. May be corrected by the same link until it expires. */
@Injectable()
export class RecordRegister implements LinkActing<Said> {
  readonly action = 'record-register';
  readonly permits = ['record-register', 'correct-register'] as const;
  readonly body = Said;

  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly registers: RegistersService,
    private readonly answers: MeetingAnswers,
  ) {}

  async open(meetingId: string, _use: LinkUse): Promise<Opened> {
    const meeting = await this.row(meetingId);
    const standing = await this.standings.ofGroup(meeting.groupId);
    this.access.require('record-register', { ...standing, id: meetingId });
    const answers = (await this.answers.before([meetingId])).get(meetingId);
    const state = meeting.hasEnded ? 'no-longer-needed' : 'ready';
    return {
      ...nothingMore,
      state,
      subject: {
        ...{ title: 'How did it go?', key: null, why: null, dueOn: null },
        ...{ about: neutralName(meeting.groupName) ?? null, on: meeting.on },
      },
      choices: state === 'ready' ? ['held', 'not-held'] : [],
      fields: state === 'ready' ? FIELDS : [],
      happened: happenedTo(meeting),
      ...(answers && { answers }),
    };
  }

  /** Never used up; saying the same again changes nothing. */
  afterUse(): boolean {
    return true;
  }

  async act(meetingId: string, said: Said): Promise<Spent> {
    await this.work.manager.query('select 1 from meeting where id = $1 for update', [meetingId]);
    const meeting = await this.row(meetingId);
    if (saysTheSame(meeting, said)) return 'kept';
    const version =
      meeting.outcome === 'held' || meeting.outcome === 'not-held' ? meeting.version : undefined;
    await this.registers.save(meetingId, { register: said, version });
    return { as: said.state };
  }

  private async row(meetingId: string): Promise<Row> {
    const [row]: Row[] = await this.work.manager.query(ONE, [meetingId]);
    if (!row) throw notFound();
    return row;
  }
}

const FIELDS: Opened['fields'] = [
  { name: 'headcount', kind: 'number', with: 'held' },
  { name: 'newcomers', kind: 'number', with: 'held' },
  { name: 'reason', kind: 'choice', options: [...NotHeldReason.options], with: 'not-held' },
];

function happenedTo({ outcome, recordedAt, headcount }: Row): Opened['happened'] {
  if (!recordedAt || (outcome !== 'held' && outcome !== 'not-held')) return null;
  return { what: outcome, at: recordedAt.toISOString(), count: headcount };
}

function saysTheSame({ outcome, headcount, newcomers, reason }: Row, said: Said): boolean {
  if (said.state !== outcome) return false;
  if (said.state === 'not-held') return said.reason === reason;
  return said.headcount === headcount && (said.newcomers ?? newcomers) === newcomers;
}
