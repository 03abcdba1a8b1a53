import type { SessionView } from '@followon/shared/contract/session';
import { inTransaction } from '@followon/shared/db/transaction';
import { actions } from '@followon/shared/rules/access/actions';
import { mayEver } from '@followon/shared/rules/access/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { APP_DB } from '../work/tokens.js';
import { Work } from '../work/work.js';
import { OWN_GROUPS } from './own.js';
import type { SignedIn } from './signed-in.js';

/** What a browser is told about who it is: enough to draw the menu, nothing to rely on for a decision. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly work: Work,
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  of(who: SignedIn): Promise<SessionView> {
    return this.view(who, this.work.manager);
  }

  /** Right after signing in, when the request has no transaction of its own. */
  freshly(who: SignedIn): Promise<SessionView> {
    return inTransaction(this.database, { kind: 'user', accountId: who.accountId }, (manager) =>
      this.view(who, manager),
    );
  }

  private async view(who: SignedIn, manager: EntityManager): Promise<SessionView> {
    const roles = who.memberships.map((membership) => membership.role);
    const own: { group_id: string }[] = await manager.query(OWN_GROUPS, [who.accountId]);
    return {
      accountId: who.accountId,
      displayName: who.displayName,
      memberships: [...who.memberships],
      actions: actions.filter((action) => mayEver(roles, action)),
      ownGroupIds: own.map((row) => row.group_id),
      mode: this.env.FOLLOWON_MODE,
      now: this.work.now().toISOString(),
    };
  }
}
