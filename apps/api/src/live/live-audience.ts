import type { LiveMessage } from '@followon/shared/contract/demo';
import { inTransaction } from '@followon/shared/db/transaction';
import { may } from '@followon/shared/rules/access/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { holdsRoleIn, isClinicianOf, isContactFor, volunteersFor } from '../auth/own.js';
import { Sessions } from '../auth/sessions.js';
import type { SignedIn } from '../auth/signed-in.js';
import { APP_DB } from '../work/tokens.js';

type Answer = 'yes' | 'no' | 'gone';

/** Whoever is asked to stand beside it, also to hear that the question was taken back. */
const IS_ASKED = `exists (select 1 from volunteer_request r where r.programme_id = p.id and r.account_id = $2 and r.state in ('asked', 'withdrawn'))`;

const OWN = `select ${holdsRoleIn('$1', 'any', '$2')} or exists (
  select 1 from programme p left join handover h on h.programme_id = p.id
  where p.id = $1 and (${isClinicianOf('$2')} or ${volunteersFor('$2')} or ${isContactFor('$2')} or ${IS_ASKED})) as own`;

/** Decides who hears that a stream has changed; never what is in it. */
@Injectable()
export class LiveAudience {
  constructor(
    private readonly sessions: Sessions,
    @Inject(APP_DB) private readonly database: DataSource,
  ) {}

  /** Asked at every heartbeat, so that a stream on which nothing happens ends with its session too. */
  async isThere(token: string | undefined): Promise<boolean> {
    return (await this.sessions.find(token, { touch: false })) !== undefined;
  }

  async mayHear(token: string | undefined, message: LiveMessage): Promise<Answer> {
    const who = await this.sessions.find(token, { touch: false });
    if (!who) return 'gone';
    if (!who.memberships.some((membership) => membership.siteId === message.siteId)) return 'no';
    const subject = { siteId: message.siteId, own: false };
    if (may({ roles: who.memberships, action: 'see-live', subject })) return 'yes';
    const own = await this.isOwn(who, message.id);
    return may({ roles: who.memberships, action: 'see-live', subject: { ...subject, own } }) ? 'yes' : 'no';
  }

  private isOwn(who: SignedIn, streamId: string): Promise<boolean> {
    return inTransaction(this.database, { kind: 'user', accountId: who.accountId }, async (manager) => {
      const [row]: { own: boolean }[] = await manager.query(OWN, [streamId, who.accountId]);
      return row?.own ?? false;
    });
  }
}
