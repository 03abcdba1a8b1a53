import { AnswerRoleOffer } from '@followon/shared/contract/succession';
import { neutralName } from '@followon/shared/messages/say';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { RoleOfferAnswers } from '../../groups/succession/role-offer-answers.js';
import type { OfferRow } from '../../groups/succession/role-offer-queries.js';
import { Work } from '../../work/work.js';
import type { LinkUse } from '../found-link.js';
import type { LinkActing, Opened, Spent } from '../link-acting.js';
import { answersTo, nothingMore } from '../link-acting.js';

/** Somebody is asked to take a role in a group, with an account or without: yes or no. */
@Injectable()
export class AnswerRole implements LinkActing<AnswerRoleOffer> {
  readonly action = 'answer-role';
  readonly permits = ['answer-role'] as const;
  readonly body = AnswerRoleOffer;

  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly answers: RoleOfferAnswers,
  ) {}

  async open(offerId: string, use: LinkUse): Promise<Opened> {
    const offer = await this.asked(offerId);
    return {
      ...nothingMore,
      ...answersTo(offer.state === 'asked', use),
      subject: {
        ...{ title: '', key: `role-${offer.kind}`, why: null, dueOn: null, on: null },
        about: neutralName(offer.groupName) ?? null,
      },
    };
  }

  afterUse(): boolean {
    return false;
  }

  async act(offerId: string, { answer }: AnswerRoleOffer): Promise<Spent> {
    await this.asked(offerId);
    await this.answers.answer(offerId, answer);
    return { as: answer };
  }

  /** @throws Refusal 404 for somebody who was not asked. */
  private async asked(offerId: string): Promise<OfferRow> {
    const offer = await this.answers.row(offerId);
    const { accountId, link } = this.work.who;
    const own = link?.memberId ? offer.memberId === link.memberId : offer.answererId === accountId;
    this.access.require('answer-role', { id: offerId, siteId: offer.siteId, own });
    return offer;
  }
}
