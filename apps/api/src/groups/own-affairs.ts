import type { GroupActReason } from '@followon/shared/contract/groups';
import type { FollowOnGroup } from '@followon/shared/db/groups/group.entity';
import type { Action } from '@followon/shared/rules/access/actions';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { conflict, invalid } from '../http/problem.js';
import { GroupWrites } from './group-writes.js';

interface Wish {
  readonly action: Extract<Action, 'rest-group' | 'close-group' | 'restart-group'>;
  /** `none-needed`: nobody is asked why. */
  readonly reason: GroupActReason | 'none-needed' | undefined;
}

/** What a group decides for itself: its own people may, and a site administrator who says why. */
@Injectable()
export class OwnAffairs {
  constructor(
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly writes: GroupWrites,
  ) {}

  /**
   * The group, locked, whatever its state.
   * @throws Refusal 404; 400 without the reason that is asked of an administrator.
   */
  async enter(id: string, { action, reason }: Wish): Promise<FollowOnGroup> {
    const standing = await this.standings.ofGroup(id);
    this.access.require(action, standing);
    if (reason === undefined && this.access.needsReason(action, standing))
      throw invalid('reason', 'Say why you do this for the group. Choose one of the listed reasons.');
    return this.writes.locked(id);
  }

  /** @throws Refusal as {@link enter}; 409 when it has ended. */
  async enterLive(id: string, wish: Wish): Promise<FollowOnGroup> {
    const group = await this.enter(id, wish);
    if (!hasEnded(group.state)) return group;
    throw conflict('group.closed', 'This group has ended.', {
      detail: 'Nothing more can be changed here. Form a new group if people want to meet again.',
    });
  }
}

/** How an act for a group is told in the audit log. */
export const suffix = (reason: string | undefined): string => (reason ? `.${reason}` : '');
