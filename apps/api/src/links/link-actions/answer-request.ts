import { AnswerRequest } from '@followon/shared/contract/volunteers';
import { neutralName } from '@followon/shared/messages/say';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { notFound } from '../../http/problem.js';
import { RequestQueries } from '../../volunteers/requests/request-queries.js';
import { RequestsService } from '../../volunteers/requests/requests.service.js';
import { Work } from '../../work/work.js';
import type { LinkUse } from '../found-link.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { answersTo, nothingMore } from '../link-acting.js';

/** A volunteer is asked to stand beside a programme: yes or no. */
@Injectable()
export class AnswerRequestByLink implements LinkActing<AnswerRequest> {
  readonly action = 'answer-request';
  readonly permits = ['answer-request'] as const;
  readonly body = AnswerRequest;

  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly requests: RequestsService,
    private readonly queries: RequestQueries,
  ) {}

  async open(requestId: string, use: LinkUse): Promise<Opened> {
    const request = await this.queries.one(requestId);
    if (!request) throw notFound();
    const own = request.accountId === this.work.who.accountId;
    this.access.require('answer-request', { id: requestId, siteId: request.siteId, own });
    return {
      ...nothingMore,
      ...answersTo(request.state === 'asked', use),
      subject: {
        ...{ title: '', key: request.part, why: null, dueOn: null },
        ...{ about: neutralName(request.programmeName) ?? null, on: request.lastSessionOn },
      },
    };
  }

  afterUse(): boolean {
    return false;
  }

  async act(requestId: string, said: AnswerRequest): Promise<Spent> {
    await this.requests.answer(requestId, said);
    return { as: said.answer };
  }
}
