import type { GroupRoleView } from '@followon/shared/contract/groups';
import type { StepDown } from '@followon/shared/contract/succession';
import { STEP_DOWN_DAYS } from '@followon/shared/contract/succession';
import { GroupRole, Member } from '@followon/shared/db/groups/group.entity';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { invalid, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { RolesService } from '../people/roles.service.js';

/** Stopping is always possible, needs no reason, and may be told ahead so that there is time to hand things on. */
@Injectable()
export class StepDownService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly roles: RolesService,
  ) {}

  /**
   * By whoever holds the role. Told ahead, they hold it until the end of that day; another day told later counts instead.
   * @throws Refusal 404 for a role that is not the reader's; 400 for a day that has passed or is too far ahead.
   */
  async stepDown(groupId: string, { id, on }: { id: string } & StepDown): Promise<GroupRoleView> {
    const role = await this.locked(groupId, id);
    const today = londonDate(this.work.now());
    const day = on ?? today;
    if (day < today || day > addDays(today, STEP_DOWN_DAYS))
      throw invalid('on', 'Choose today, or a day in the next 8 weeks.');
    if (day === today) await this.roles.end(role);
    else if (day !== role.steppingDownOn) await this.announce(role, day);
    return this.roles.viewOf(id);
  }

  /** They stay after all. Twice is as good as once. @throws Refusal 404 for a role that is not the reader's, or has ended. */
  async stay(groupId: string, id: string): Promise<GroupRoleView> {
    const { siteId, kind, steppingDownOn } = await this.locked(groupId, id);
    if (steppingDownOn !== null) {
      await this.work.repository(GroupRole).update(id, { steppingDownOn: null });
      const payload = { groupId, roleId: id, kind };
      await this.work.append({ name: 'role.stays.v1', streamId: groupId, siteId, payload });
      await this.audit.record({ what: `role.stays.${kind}`, siteId, subject: id });
    }
    return this.roles.viewOf(id);
  }

  private async locked(groupId: string, id: string): Promise<GroupRole> {
    const lock = { mode: 'pessimistic_write' } as const;
    const where = { id, groupId, untilOn: IsNull() };
    const role = await this.work.repository(GroupRole).findOne({ where, lock });
    if (!role) throw notFound();
    await this.requireOwn(role);
    return role;
  }

  private async announce({ id, groupId, siteId, kind }: GroupRole, on: string): Promise<void> {
    await this.work.repository(GroupRole).update(id, { steppingDownOn: on });
    const payload = { groupId, roleId: id, kind, on };
    await this.work.append({ name: 'role.stepping-down.v1', streamId: groupId, siteId, payload });
    await this.audit.record({ what: `role.stepping-down.${kind}`, siteId, subject: id });
  }

  /** Their own, with whichever of their names they hold it. */
  private async requireOwn({ siteId, kind, accountId, memberId }: GroupRole): Promise<void> {
    const me = this.work.who.accountId;
    const member =
      memberId && (await this.work.repository(Member).findOneBy({ id: memberId, accountId: me }));
    const own = accountId === me || Boolean(member);
    const role = kind === 'ptv' ? 'volunteer' : 'contact';
    this.access.require('step-down', { siteId, own, ownAs: own ? [role] : [] });
  }
}
