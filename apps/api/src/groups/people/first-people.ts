import type { NewGroupRole } from '@followon/shared/contract/groups';
import { FIRST_CONTACTS } from '@followon/shared/rules/group/first-people';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { Standings } from '../../auth/standing.js';
import { conflict, invalid } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { RoleQueries } from './role-queries.js';

/** Nobody is of a group before somebody writes them down: the first to ring are named by whoever is with its programme. */
@Injectable()
export class FirstPeople {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly roles: RoleQueries,
  ) {}

  /**
   * Members of the group only, as one of the first two to ring or as a host: no account, and so nobody who could act for it.
   * @throws Refusal 404; 400 for anybody else; 409 when two can be rung already.
   */
  async require(groupId: string, { kind, memberId }: NewGroupRole): Promise<void> {
    this.access.require('start-group', await this.standings.ofStart(groupId));
    if (kind === 'ptv' || memberId === undefined || !(await this.roles.isMember(groupId, memberId)))
      throw invalid('memberId', 'This is not a member of the group who can hold this role.');
    if (kind === 'contact') await this.refuseMore(groupId);
  }

  private async refuseMore(groupId: string): Promise<void> {
    const [{ named = 0 } = {}]: { named?: number }[] = await this.work.manager.query(
      `select count(*)::int as named from group_role where group_id = $1 and kind = 'contact' and until_on is null`,
      [groupId],
    );
    if (named < FIRST_CONTACTS) return;
    throw conflict('role.enough-to-start', 'Two people can be rung already.', {
      detail: 'The group itself may name more of its people.',
    });
  }
}
