import type { GroupRoleView, NewGroupRole } from '@followon/shared/contract/groups';
import type { Page, PageQuery } from '@followon/shared/contract/page';
import { GroupRole } from '@followon/shared/db/groups/group.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import type { Standing } from '../../auth/standing.js';
import { Standings } from '../../auth/standing.js';
import { pageOfRows, readCursor } from '../../http/cursor.js';
import { conflict, invalid, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { FirstPeople } from './first-people.js';
import type { RoleRow } from './role-queries.js';
import { RolePosition, RoleQueries } from './role-queries.js';

interface Wish {
  readonly kind: GroupRole['kind'];
  readonly reason?: string | undefined;
}

/** Who people ring, who opens the meeting, which volunteer stands beside the group. */
@Injectable()
export class RolesService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly roles: RoleQueries,
    private readonly first: FirstPeople,
  ) {}

  /**
   * Names are for those who need them: see {@link namedKinds}.
   * @throws Refusal 404
   */
  async list(groupId: string, { cursor, limit }: z.infer<typeof PageQuery>): Promise<Page<GroupRoleView>> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('see-group', standing);
    const named = this.namedKinds(standing);
    const rows = await this.roles.list(groupId, readCursor(RolePosition, cursor), limit + 1);
    if (named.includes('contact'))
      await this.audit.record({ what: 'roles.read', siteId: standing.siteId, subject: groupId });
    const view = (row: RoleRow) => this.view(row, named);
    return pageOfRows(rows, { limit, position: ({ from, id }) => [from, id], view });
  }

  /**
   * @throws Refusal 404; 400 when that person may not hold the role, or without the reason that is asked of an
   *   administrator; 409 when they hold it already.
   */
  async accept(groupId: string, body: NewGroupRole): Promise<GroupRoleView> {
    const standing = await this.standings.ofGroup(groupId);
    if (this.isTheirsToGive(body, standing)) {
      this.requireWriting(body, standing);
      this.refuseOneself(body, standing);
      await this.requireHolder(groupId, standing, body);
    } else await this.first.require(groupId, body);
    const { kind, accountId = null, memberId = null } = body;
    const wish = { siteId: standing.siteId, groupId, kind, accountId, memberId };
    const roleId = await this.take(wish, body.reason);
    if (!roleId)
      throw conflict('role.already-held', 'This person has this role already.', {
        detail: 'Nothing more is needed.',
      });
    return this.shown(roleId, standing);
  }

  /**
   * Gives a role that the caller has already been allowed to give or to take. Undefined when this person has it already.
   */
  async take(
    wish: Pick<GroupRole, 'siteId' | 'groupId' | 'kind' | 'accountId' | 'memberId'>,
    reason?: string,
  ): Promise<string | undefined> {
    const { siteId, groupId, kind } = wish;
    const role = { ...wish, fromOn: londonDate(this.work.now()) };
    const roleId = await this.roles.hold(role);
    await this.roles.settleOffer(role, this.work.now());
    if (!roleId) return undefined;
    const accepted = { name: 'role.accepted.v1', payload: { groupId, roleId, kind } } as const;
    await this.work.append({ ...accepted, streamId: groupId, siteId });
    await this.audit.record({ what: `role.accepted.${kind}${suffix(reason)}`, siteId, subject: roleId });
    return roleId;
  }

  /** @throws Refusal 404; 400 without the reason that is asked of an administrator. */
  async vacate(groupId: string, { id, reason }: { id: string; reason: string | undefined }): Promise<void> {
    const standing = await this.standings.ofGroup(groupId);
    const role = await this.work.repository(GroupRole).findOneBy({ id, groupId, untilOn: IsNull() });
    if (!role) throw notFound();
    this.requireWriting({ kind: role.kind, reason }, standing);
    await this.end(role, reason);
  }

  /** Ends a role that the caller has already been allowed to end. */
  async end({ id, groupId, siteId, kind }: GroupRole, reason?: string): Promise<void> {
    await this.work.repository(GroupRole).update(id, { untilOn: londonDate(this.work.now()) });
    const vacated = { name: 'role.vacated.v1', payload: { groupId, roleId: id, kind } } as const;
    await this.work.append({ ...vacated, streamId: groupId, siteId });
    await this.audit.record({ what: `role.vacated.${kind}${suffix(reason)}`, siteId, subject: id });
  }

  private isTheirsToGive({ kind }: NewGroupRole, standing: Standing): boolean {
    return (
      this.access.may('write-roles', standing) || (kind === 'ptv' && this.access.may('name-ptv', standing))
    );
  }

  /** Whoever may name a site's volunteers may also put one beside a group. */
  private requireWriting({ kind, reason }: Wish, standing: Standing): void {
    if (kind === 'ptv' && this.access.may('name-ptv', standing)) return;
    this.access.require('write-roles', standing);
    if (reason === undefined && this.access.needsReason('write-roles', standing))
      throw invalid('reason', 'Say why you do this for the group. Choose one of the listed reasons.');
  }

  /** Nobody lets themselves into a group. Its own contact people may also take the role of host. @throws Refusal 400 */
  refuseOneself({ kind, accountId }: NewGroupRole, { ownAs = [] }: Standing): void {
    if (accountId !== this.work.who.accountId) return;
    if (kind !== 'ptv' && ownAs.includes('contact')) return;
    throw invalid('accountId', 'You cannot give a role to yourself. Ask somebody else to do it.');
  }

  /** @throws Refusal 400 when that person may not hold the role. */
  async requireHolder(groupId: string, standing: Standing, body: NewGroupRole): Promise<void> {
    const { kind, accountId, memberId } = body;
    if (memberId !== undefined) {
      this.access.require('write-members', standing);
      if (kind !== 'ptv' && (await this.roles.isMember(groupId, memberId))) return;
      throw invalid('memberId', 'This is not a member of the group who can hold this role.');
    }
    const role = kind === 'ptv' ? 'volunteer' : 'contact';
    if (accountId && (await this.roles.holdsRole(accountId, { siteId: standing.siteId, role }))) return;
    throw invalid(
      'accountId',
      'Nobody at this site can hold this role with that account. Choose one from the list.',
    );
  }

  private async shown(id: string, standing: Standing): Promise<GroupRoleView> {
    const row = await this.roles.one(id);
    if (!row) throw notFound();
    return this.view(row, this.namedKinds(standing));
  }

  /** For whoever holds it, or has just given it back. @throws Refusal 404 */
  async viewOf(id: string): Promise<GroupRoleView> {
    const row = await this.roles.one(id);
    if (!row) throw notFound();
    return this.view(row, []);
  }

  private view(row: RoleRow, named: readonly GroupRole['kind'][]): GroupRoleView {
    const mine = row.holderAccountId === this.work.who.accountId;
    return roleView(row, { isShown: mine || named.includes(row.kind), mine });
  }

  /**
   * The group's own people know who does what. Its volunteer has to know whom to ring, and the site which volunteer
   * stands beside the group; across the network nobody is named.
   */
  namedKinds(standing: Standing): readonly GroupRole['kind'][] {
    if (this.access.may('see-members', standing)) return ['contact', 'host', 'ptv'];
    if (this.access.may('see-contacts', standing)) return ['contact', 'ptv'];
    return this.access.figures('see-group', standing) === 'whole' ? ['ptv'] : [];
  }
}

const suffix = (reason: string | undefined): string => (reason ? `.${reason}` : '');

function roleView(
  { id, kind, from, accountId, memberId, displayName, steppingDownOn }: RoleRow,
  { isShown, mine }: { readonly isShown: boolean; readonly mine: boolean },
): GroupRoleView {
  const nobody = { accountId: null, memberId: null, displayName: null };
  const holder = isShown ? { accountId, memberId, displayName } : nobody;
  return { id, kind, from, holder, mine, steppingDownOn: isShown ? (steppingDownOn ?? null) : null };
}
