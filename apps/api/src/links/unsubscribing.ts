import type { Clock } from '@followon/shared/db/clock';
import { linkTokenHash } from '@followon/shared/db/links/link-token';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AUTH_DB, CLOCK } from '../work/tokens.js';
import { Units } from '../work/units.js';
import type { FoundLink } from './found-link.js';
import { StopMessages } from './link-actions/stop-messages.js';
import { LinkUses } from './link-uses.js';
import { holderOf } from './links.service.js';

const FIND = `
  select l.id, l.site_id as "siteId", l.action, l.subject_id as "subjectId", l.account_id as "accountId", l.member_id as "memberId",
    '{}'::text[] as roles
  from link l where l.token_hash = $1 and l.action = 'stop' and l.revoked_at is null and l.expires_at > $2`;

/**
 * The button of a mail program (RFC 8058). Whether the token is known makes no difference to the answer, and nobody is
 * counted for a wrong one: mail programs press for many people from one address.
 */
@Injectable()
export class Unsubscribing {
  constructor(
    @Inject(AUTH_DB) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly units: Units,
    private readonly uses: LinkUses,
    private readonly stop: StopMessages,
  ) {}

  async press(token: string): Promise<void> {
    const [link]: FoundLink[] = await this.database.query(FIND, [
      ...[linkTokenHash(token), this.clock.now().toISOString()],
    ]);
    if (!link) return;
    const handle = async () => {
      if (await this.uses.lock(link.id)) await this.stop.oneClick(link.subjectId);
    };
    await this.units.run({ who: holderOf(link, this.stop), command: undefined, handle });
  }
}
