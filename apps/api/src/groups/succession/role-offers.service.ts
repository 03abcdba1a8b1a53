import type { Page, PageQuery } from '@followon/shared/contract/page';
import type { AskedRoleView, NewRoleOffer, RoleOfferView } from '@followon/shared/contract/succession';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import type { Standing } from '../../auth/standing.js';
import { Standings } from '../../auth/standing.js';
import { pageOfRows, readCursor } from '../../http/cursor.js';
import { conflict, invalid, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { GroupWrites } from '../group-writes.js';
import { suffix } from '../own-affairs.js';
import { RolesService } from '../people/roles.service.js';
import type { OfferRow } from './role-offer-queries.js';
import {
  askedView,
  OfferPosition,
  offerView,
  positionOfOffer,
  RoleOfferQueries,
} from './role-offer-queries.js';

type Paging = z.infer<typeof PageQuery>;

/** Somebody is asked to take a role. Nothing is theirs before they say yes. */
@Injectable()
export class RoleOffersService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly roles: RolesService,
    private readonly writes: GroupWrites,
    private readonly offers: RoleOfferQueries,
  ) {}

  /** Those that wait for an answer; names as in {@link RolesService.namedKinds}. @throws Refusal 404 */
  async list(groupId: string, { cursor, limit }: Paging): Promise<Page<RoleOfferView>> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('see-group', standing);
    const rows = await this.offers.ofGroup(groupId, readCursor(OfferPosition, cursor), limit + 1);
    await this.noteRead(standing, groupId);
    const view = (row: OfferRow) => this.view(row, standing);
    return pageOfRows(rows, { limit, position: positionOfOffer, view });
  }

  /** What the reader is asked to be. */
  async mine({ cursor, limit }: Paging): Promise<Page<AskedRoleView>> {
    const rows = await this.offers.ofReader(readCursor(OfferPosition, cursor), limit + 1);
    return pageOfRows(rows, { limit, position: positionOfOffer, view: askedView });
  }

  /**
   * @throws Refusal 404; 400 when that person may not hold the role, or without the reason that is asked of an
   *   administrator; 409 when they hold it, are asked already, or the group has ended.
   */
  async offer(groupId: string, body: NewRoleOffer): Promise<RoleOfferView> {
    const standing = await this.standings.ofGroup(groupId);
    this.requireOffering(body, standing);
    await this.requireGoingOn(groupId);
    this.roles.refuseOneself(body, standing);
    await this.roles.requireHolder(groupId, standing, body);
    const { kind, accountId = null, memberId = null } = body;
    const { siteId } = standing;
    const wish = { siteId, groupId, kind, accountId, memberId };
    if (await this.offers.isHeld(wish))
      throw conflict('role.already-held', 'This person has this role already.', {
        detail: 'Nothing more is needed. You can ask somebody else.',
      });
    const offerId = await this.offers.add(wish);
    if (!offerId)
      throw conflict('role-offer.already-asked', 'This person has been asked already.', {
        detail: 'You can take the question back, or wait for the answer.',
      });
    const payload = { groupId, offerId, kind };
    await this.work.append({ name: 'role.offered.v1', streamId: groupId, siteId, payload });
    await this.audit.record({ what: `role.offered.${kind}${suffix(body.reason)}`, siteId, subject: offerId });
    return this.view(await this.row(offerId), standing);
  }

  /**
   * Takes the question back. Twice is as good as once.
   * @throws Refusal 404; 400 without the reason that is asked of an administrator; 409 when it was answered.
   */
  async withdraw(id: string, reason: NewRoleOffer['reason']): Promise<RoleOfferView> {
    const found = await this.row(id);
    const standing = await this.standings.ofGroup(found.groupId);
    this.requireOffering({ kind: found.kind, reason }, standing);
    await this.offers.lock(id, found.groupId);
    const offer = await this.row(id);
    if (offer.state === 'withdrawn') return this.view(offer, standing);
    if (offer.state !== 'asked') throw answered();
    await this.offers.settle(id, 'withdrawn');
    const { siteId } = standing;
    await this.audit.record({
      what: `role.offer-withdrawn.${offer.kind}${suffix(reason)}`,
      siteId,
      subject: id,
    });
    return this.view(await this.row(id), standing);
  }

  /** Whoever may name a site's volunteers may also ask one to stand beside a group. */
  private requireOffering({ kind, reason }: Pick<NewRoleOffer, 'kind' | 'reason'>, standing: Standing): void {
    if (kind === 'ptv' && this.access.may('name-ptv', standing)) return;
    this.access.require('offer-role', standing);
    if (reason === undefined && this.access.needsReason('offer-role', standing))
      throw invalid('reason', 'Say why you do this for the group. Choose one of the listed reasons.');
  }

  private async requireGoingOn(groupId: string): Promise<void> {
    const { state } = await this.writes.locked(groupId);
    if (hasEnded(state)) throw groupEnded();
  }

  private async noteRead({ siteId, ...standing }: Standing, groupId: string): Promise<void> {
    if (!this.roles.namedKinds({ siteId, ...standing }).includes('contact')) return;
    await this.audit.record({ what: 'role-offers.read', siteId, subject: groupId });
  }

  private view(row: OfferRow, standing: Standing): RoleOfferView {
    const mine = row.answererId === this.work.who.accountId;
    return offerView(row, { mine, isShown: mine || this.roles.namedKinds(standing).includes(row.kind) });
  }

  private async row(id: string): Promise<OfferRow> {
    const row = await this.offers.one(id);
    if (!row) throw notFound();
    return row;
  }
}

export const answered = () =>
  conflict('role-offer.answered', 'This question has been answered already.', {
    detail: 'To change what was agreed, ask again, or let the group know that you would like to stop.',
  });

export const groupEnded = () =>
  conflict('group.closed', 'This group has ended.', { detail: 'There is no role to take any more.' });
