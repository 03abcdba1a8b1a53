import type { Page } from '@followon/shared/contract/page';
import type {
  AnswerRequest,
  AskVolunteer,
  RequestQuery,
  VolunteerRequestView,
} from '@followon/shared/contract/volunteers';
import type { Action } from '@followon/shared/rules/access/actions';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { pageOfRows } from '../../http/cursor.js';
import { conflict, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { Answering } from './answering.js';
import { Asking } from './asking.js';
import type { AskedProgramme, RequestRow } from './request-queries.js';
import { positionOf, RequestQueries } from './request-queries.js';

const STATE_OF = { accept: 'accepted', decline: 'declined' } as const;

/** Volunteers are asked, and say yes or no. Whatever changes a request locks the programme first, then the request. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly requests: RequestQueries,
    private readonly asking: Asking,
    private readonly answering: Answering,
  ) {}

  /** @throws Refusal 404; 409 with what stands in the way and how to mend it. */
  async ask(
    programmeId: string,
    { accountId, part, instead = false }: AskVolunteer,
  ): Promise<VolunteerRequestView> {
    const programme = await this.locked(programmeId);
    this.requireAtSite('ask-volunteer', programme.siteId);
    return this.shown(await this.asking.ask(programme, { accountId, part, instead }));
  }

  /** As {@link ask}, but saying again what was said before is nothing new: the field `ptvAccountId` of a programme. */
  async askAsPtv(programmeId: string, accountId: string): Promise<void> {
    const programme = await this.locked(programmeId);
    const asked = { accountId, part: 'ptv', instead: true } as const;
    const isKnown = programme.ptvId === accountId || (await this.requests.isAsked(programmeId, asked));
    if (!isKnown) await this.asking.ask(programme, asked);
  }

  async list(query: RequestQuery): Promise<Page<VolunteerRequestView>> {
    return pageOfRows(await this.requests.list(query), { limit: query.limit, position: positionOf, view });
  }

  /** Asked last first: there are few. */
  async ofProgramme(programmeId: string): Promise<Page<VolunteerRequestView>> {
    const programme = await this.requests.programme(programmeId);
    if (!programme) throw notFound();
    this.requireAtSite('ask-volunteer', programme.siteId);
    return { items: (await this.requests.ofProgramme(programmeId)).map(view), nextCursor: null };
  }

  /**
   * The volunteer's yes or no. A one-action link may call this as well: it needs a unit of work whose `who` is the account
   * that is asked, with the role `volunteer` at the request's site among its memberships; nothing else of `who` is read
   * (the audit and the event name its `accountId`).
   * @throws Refusal 404 for somebody else's; 409 when it was answered otherwise, taken back, or cannot be said yes to.
   */
  async answer(id: string, { answer, reason }: AnswerRequest): Promise<VolunteerRequestView> {
    const { programme, request } = await this.lockedRequest(id, 'answer-request');
    if (request.state === STATE_OF[answer]) return view(request);
    refuseSettled(request);
    if (answer === 'accept') await this.answering.accept(programme, request);
    else await this.answering.decline(request, reason);
    const what = `programme.volunteer-${STATE_OF[answer]}`;
    await this.audit.record({ what, siteId: request.siteId, subject: id });
    return this.shown(id);
  }

  /** Nobody waits for the answer any more. @throws Refusal 404; 409 once it was answered. */
  async withdraw(id: string): Promise<VolunteerRequestView> {
    const { request } = await this.lockedRequest(id, 'ask-volunteer');
    if (request.state === 'withdrawn') return view(request);
    refuseSettled(request);
    await this.answering.withdraw(request);
    await this.audit.record({ what: 'programme.volunteer-withdrawn', siteId: request.siteId, subject: id });
    return this.shown(id);
  }

  private async lockedRequest(id: string, action: 'answer-request' | 'ask-volunteer') {
    const found = await this.row(id);
    const own = found.accountId === this.work.who.accountId;
    this.access.require(action, { id, siteId: found.siteId, own, ownAs: own ? ['volunteer'] : [] });
    const programme = await this.locked(found.programmeId);
    return { programme, request: await this.row(id) };
  }

  private requireAtSite(action: Action, siteId: string): void {
    this.access.require(action, { siteId, own: false });
  }

  private async locked(programmeId: string): Promise<AskedProgramme> {
    const programme = await this.requests.lockProgramme(programmeId);
    if (!programme) throw notFound();
    return programme;
  }

  private async row(id: string): Promise<RequestRow> {
    const row = await this.requests.one(id);
    if (!row) throw notFound();
    return row;
  }

  private async shown(id: string): Promise<VolunteerRequestView> {
    return view(await this.row(id));
  }
}

function refuseSettled({ state, somebodyElse }: RequestRow): void {
  if (state === 'asked') return;
  if (somebodyElse) {
    throw conflict('request.withdrawn', 'Somebody else has said yes.', {
      detail: 'Thank you for thinking about it. Nothing is left to do here.',
    });
  }
  if (state === 'withdrawn') {
    throw conflict('request.withdrawn', 'This question was taken back.', {
      detail: 'Nobody is needed any more, or somebody else is asked. Nothing is left to do here.',
    });
  }
  throw conflict('request.already-answered', 'This was answered before.', {
    detail: 'To change your mind, tell the volunteer lead: they can ask again, or ask somebody else.',
  });
}

function view({
  accountId,
  displayName,
  exactAskedAt: _exact,
  askedAt,
  answeredAt,
  ...row
}: RequestRow): VolunteerRequestView {
  return {
    ...row,
    volunteer: { accountId, displayName },
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
