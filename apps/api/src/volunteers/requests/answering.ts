import type { AnswerRequest } from '@followon/shared/contract/volunteers';
import { Injectable } from '@nestjs/common';
import { AssignedTasks } from '../../handovers/assigned-tasks.js';
import { Work } from '../../work/work.js';
import { VolunteerQueries } from '../volunteer-queries.js';
import { Asking } from './asking.js';
import { refusedToYou } from './refusal-words.js';
import type { AskedProgramme, RequestRow } from './request-queries.js';

const SETTLE = `update volunteer_request set state = $2, reason = $3, answered_at = $4 where id = $1`;
const OTHERS = `select id from volunteer_request where programme_id = $1 and part = $2 and id <> $3 and state = 'asked' order by id for update`;
/** A deputy who takes over stands in no more. */
const TAKE = {
  ptv: `update programme set (ptv_id, deputy_id, version) = ($2, nullif(deputy_id, $2), version + 1) where id = $1`,
  deputy: `update programme set deputy_id = $2, version = version + 1 where id = $1`,
} as const;

type Settled = {
  readonly state: 'accepted' | 'declined' | 'withdrawn';
  readonly reason?: AnswerRequest['reason'];
  readonly at: string;
};

/** What follows from a volunteer's yes and no, and from taking the question back. Programme and request are locked. */
@Injectable()
export class Answering {
  constructor(
    private readonly work: Work,
    private readonly volunteers: VolunteerQueries,
    private readonly asking: Asking,
    private readonly tasks: AssignedTasks,
  ) {}

  /** @throws Refusal 409 when the cap is reached meanwhile, or something else has come in the way. */
  async accept(programme: AskedProgramme, request: RequestRow): Promise<void> {
    const { id, accountId, part } = request;
    await this.volunteers.lock({ siteId: programme.siteId, accountId });
    // Whoever has the part keeps it until this yes: an open question means that it was asked that way.
    const refusal = await this.asking.refusal(programme, { accountId, part, instead: true, isAsked: false });
    if (refusal) throw refusedToYou(refusal);
    await this.work.manager.query(TAKE[part], [programme.id, accountId]);
    if (part === 'ptv') await this.tasks.giveToVolunteer(programme.id, accountId);
    else if (programme.deputyId) await this.tasks.handOver(programme, accountId);
    const others: { id: string }[] = await this.work.manager.query(OTHERS, [programme.id, part, id]);
    // At one instant: that is how a question tells that somebody else said yes (`somebodyElse`).
    const at = this.at();
    for (const other of others) await this.settle({ ...request, id: other.id }, { state: 'withdrawn', at });
    await this.settle(request, { state: 'accepted', at });
  }

  async decline(request: RequestRow, reason: AnswerRequest['reason']): Promise<void> {
    await this.settle(request, { state: 'declined', reason, at: this.at() });
  }

  /** Nobody waits for the answer any more. */
  async withdraw(request: RequestRow): Promise<void> {
    await this.settle(request, { state: 'withdrawn', at: this.at() });
  }

  private async settle(
    { id, programmeId, siteId, part }: RequestRow,
    { state, reason, at }: Settled,
  ): Promise<void> {
    await this.work.manager.query(SETTLE, [id, state, reason ?? null, at]);
    const payload = { programmeId, requestId: id, part };
    await this.work.append({
      name: `programme.volunteer-${state}.v1`,
      streamId: programmeId,
      siteId,
      payload,
    });
  }

  private at(): string {
    return this.work.now().toISOString();
  }
}
