import { linkTokenHash } from '@followon/shared/db/links/link-token';
import type { Clock } from '@followon/shared/db/clock';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Throttle } from '../auth/throttle.js';
import { Refusal } from '../http/problem.js';
import { AUTH_DB, CLOCK } from '../work/tokens.js';
import type { FoundLink } from './found-link.js';

const FIND = `
  select l.id, l.site_id as "siteId", l.action, l.subject_id as "subjectId", l.account_id as "accountId", l.member_id as "memberId",
    roles_of_link(l.id) as roles
  from link l where l.token_hash = $1 and l.revoked_at is null and l.expires_at > $2`;

/** Wrong, expired, taken back, or its holder may not any more: nobody can tell which, to the byte. */
export const unknownLink = (): Refusal =>
  new Refusal('not-found', 'link-unknown', 'This link does not work.', {
    detail:
      'It may be too old, or not needed any more. Look for a newer message, or ask whoever sent it to you.',
  });

/** Finds a link by the hash of its token, before there is a principal; wrong ones are counted like wrong passwords. */
@Injectable()
export class LinkFinder {
  constructor(
    @Inject(AUTH_DB) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly throttle: Throttle,
  ) {}

  /** @throws Refusal 404; 429 after too many wrong ones from one address. */
  async find(token: string, address: string): Promise<FoundLink> {
    await this.throttle.refuseGuesser(address);
    const [link]: FoundLink[] = await this.database.query(FIND, [
      linkTokenHash(token),
      this.clock.now().toISOString(),
    ]);
    if (link) return link;
    await this.throttle.recordGuess(address);
    throw unknownLink();
  }
}
