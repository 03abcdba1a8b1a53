import type { AnswerRoleOffer, RoleOfferView } from '@followon/shared/contract/succession';
import type { Role } from '@followon/shared/contract/session';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { conflict, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { RoleQueries } from '../people/role-queries.js';
import { RolesService } from '../people/roles.service.js';
import type { OfferRow } from './role-offer-queries.js';
import { offerView, RoleOfferQueries } from './role-offer-queries.js';
import { answered, groupEnded } from './role-offers.service.js';

type Answer = AnswerRoleOffer['answer'];

const stateOf = { accept: 'accepted', decline: 'declined' } as const;
const roleOf = (kind: OfferRow['kind']): Role => (kind === 'ptv' ? 'volunteer' : 'contact');

/** Yes or no to a role, from whoever was asked. Nobody is asked why. */
@Injectable()
export class RoleOfferAnswers {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly offers: RoleOfferQueries,
    private readonly roles: RolesService,
    private readonly held: RoleQueries,
  ) {}

  /** From somebody who is signed in. @throws Refusal 404; 409 as {@link answer}. */
  async answerAsReader(id: string, answer: Answer): Promise<RoleOfferView> {
    const { siteId, kind, answererId } = await this.row(id);
    const own = answererId === this.work.who.accountId;
    this.access.require('answer-role', { siteId, own, ownAs: own ? [roleOf(kind)] : [] });
    return this.answer(id, answer);
  }

  /**
   * From whoever the caller has already found to be the one who was asked: by session or by link (action `answer-role`,
   * subject the offer). Saying the same twice is as good as once.
   * @throws Refusal 404; 409 when it was answered in another way or taken back, when the group has ended, or when this
   *   person cannot hold the role any more.
   */
  async answer(id: string, answer: Answer): Promise<RoleOfferView> {
    await this.offers.lock(id, (await this.row(id)).groupId);
    const offer = await this.row(id);
    if (offer.state === stateOf[answer]) return view(offer);
    if (offer.state === 'withdrawn') throw hasEnded(offer.groupState) ? groupEnded() : takenBack();
    if (offer.state !== 'asked') throw answered();
    if (answer === 'accept') await this.accept(offer);
    else await this.decline(offer);
    return view(await this.row(id));
  }

  /** How it stands, for whoever shows the question. @throws Refusal 404 */
  async row(id: string): Promise<OfferRow> {
    const row = await this.offers.one(id);
    if (!row) throw notFound();
    return row;
  }

  private async accept(offer: OfferRow): Promise<void> {
    if (hasEnded(offer.groupState)) throw groupEnded();
    const holder = await this.holder(offer);
    if (!holder)
      throw conflict('role-offer.no-longer', 'This role can no longer be taken in this way.', {
        detail: 'Ask the group’s contact person, or the volunteer lead, to ask you again.',
      });
    await this.offers.settle(offer.id, 'accepted');
    const { siteId, groupId, kind } = offer;
    await this.roles.take({ siteId, groupId, kind, ...holder });
  }

  private async decline({ id, siteId, groupId, kind }: OfferRow): Promise<void> {
    await this.offers.settle(id, 'declined');
    const payload = { groupId, offerId: id, kind };
    await this.work.append({ name: 'role.declined.v1', streamId: groupId, siteId, payload });
    await this.audit.record({ what: `role.declined.${kind}`, siteId, subject: id });
  }

  /**
   * Who holds it then. A member who can sign in as a contact person of the site holds it with that account, so that the
   * group is theirs when they do. Undefined for somebody who has left, or who is not of the site any more.
   */
  private async holder({ siteId, groupId, kind, accountId, memberId, answererId }: OfferRow) {
    const { who } = this.work;
    const canHold = who.memberships.some((held) => held.siteId === siteId && held.role === roleOf(kind));
    if (accountId) return canHold ? { accountId, memberId: null } : undefined;
    if (!memberId || !(await this.held.isMember(groupId, memberId))) return undefined;
    return answererId && answererId === who.accountId && canHold
      ? { accountId: answererId, memberId: null }
      : { accountId: null, memberId };
  }
}

/** Whoever was asked knows who was asked. */
const view = (offer: OfferRow): RoleOfferView => offerView(offer, { isShown: true, mine: true });

const takenBack = () =>
  conflict('role-offer.withdrawn', 'This question was taken back.', {
    detail: 'Nothing more is needed from you.',
  });
