import type { MemberPreferences, MemberView, NewMember } from '@followon/shared/contract/groups';
import type { Page, PageQuery } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/contract/session';
import { GroupRole, Member } from '@followon/shared/db/groups/group.entity';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { z } from 'zod';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import type { Standing } from '../../auth/standing.js';
import { Standings } from '../../auth/standing.js';
import { pageOfRows, readCursor } from '../../http/cursor.js';
import { notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { MemberPosition, MemberQueries } from './member-queries.js';
import { MemberWishes } from './member-wishes.js';
import { RolesService } from './roles.service.js';

/** The people of a group, for its own contact people. Every look at them is written down. */
@Injectable()
export class MembersService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly members: MemberQueries,
    private readonly roles: RolesService,
    private readonly wishes: MemberWishes,
  ) {}

  /** @throws Refusal 404 */
  async list(groupId: string, { cursor, limit }: z.infer<typeof PageQuery>): Promise<Page<MemberView>> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('see-members', standing);
    const rows = await this.members.list(groupId, readCursor(MemberPosition, cursor), limit + 1);
    await this.audit.record({ what: 'members.read', siteId: standing.siteId, subject: groupId });
    return pageOfRows(rows, {
      limit,
      position: ({ nameless, sortName, id }) => [nameless, sortName, id],
      view: ({ nameless: _nameless, sortName: _sortName, ...view }) => view,
    });
  }

  /** @throws Refusal 404 */
  async join(groupId: string, { displayName }: NewMember): Promise<MemberView> {
    const { siteId } = await this.welcome(groupId);
    const joinedOn = londonDate(this.work.now());
    const { id } = await this.work.repository(Member).save({ siteId, groupId, displayName, joinedOn });
    const joined = { name: 'member.joined.v1', payload: { groupId, memberId: id } } as const;
    await this.work.append({ ...joined, streamId: groupId, siteId });
    await this.audit.record({ what: 'member.joined', siteId, subject: id });
    return { id, displayName, joinedOn, pausedUntil: null, wantsMessages: false };
  }

  /** @throws Refusal 404 */
  async prefer(
    groupId: string,
    { memberId: id, wantsMessages }: MemberPreferences & { memberId: string },
  ): Promise<MemberView> {
    const member = await this.work.repository(Member).findOneBy({ id, groupId, leftOn: IsNull() });
    if (!member) throw notFound();
    this.access.require('write-preferences', await this.standingTo(member));
    await this.wishes.write(member, wantsMessages);
    const what = `member.messages-${wantsMessages ? 'on' : 'off'}`;
    await this.audit.record({ what, siteId: member.siteId, subject: id });
    const { displayName, joinedOn, pausedUntil } = member;
    return { id, displayName, joinedOn, pausedUntil, wantsMessages };
  }

  /** The group's roles that the person holds are free again. @throws Refusal 404 */
  async leave(groupId: string, id: string): Promise<void> {
    const { siteId } = await this.enter(groupId);
    const leftOn = londonDate(this.work.now());
    const here = { id, groupId, leftOn: IsNull() };
    const member = await this.work.repository(Member).findOneBy(here);
    const { affected } = await this.work.repository(Member).update(here, { leftOn });
    if (!member || !affected) throw notFound();
    const left = { name: 'member.left.v1', payload: { groupId, memberId: id } } as const;
    await this.work.append({ ...left, streamId: groupId, siteId });
    await this.endRoles(member);
    await this.audit.record({ what: 'member.left', siteId, subject: id });
  }

  /** A member is their own in whatever role they sign in; others only as the group's contact person. */
  private async standingTo({ groupId, accountId }: Member): Promise<Standing> {
    const { siteId, ownAs = [] } = await this.standings.ofGroup(groupId);
    const isOneself = accountId === this.work.who.accountId;
    const roles: Role[] = isOneself ? ['volunteer', 'contact'] : ownAs.filter((role) => role === 'contact');
    return { siteId, own: roles.length > 0, ownAs: roles };
  }

  /** A role is held as a member or with an account: both are the same person, and neither stays behind. */
  private async endRoles({ id, groupId, accountId }: Member): Promise<void> {
    const now = { groupId, untilOn: IsNull() };
    const asMember = { ...now, memberId: id };
    const where = accountId ? [asMember, { ...now, accountId }] : asMember;
    for (const role of await this.work.repository(GroupRole).find({ where })) await this.roles.end(role);
  }

  /** While a group starts, whoever is with its programme writes down who said yes. */
  private async welcome(groupId: string): Promise<Standing> {
    const standing = await this.standings.ofGroup(groupId);
    if (!this.access.may('write-members', standing))
      this.access.require('start-group', await this.standings.ofStart(groupId));
    return standing;
  }

  private async enter(groupId: string) {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('write-members', standing);
    return standing;
  }
}
