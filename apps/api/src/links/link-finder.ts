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
    roles_of_link(l.id) as roles, held.chosen, held.country
  from link l left join lateral language_of_link(l.id) held on true where l.token_hash = $1 and l.revoked_at is null and l.expires_at > $2 and (l.action = 'calendar') = $3`;

/** A calendar's link is read by programs and never opened on a page; nor is any other link a calendar. */
export type FoundCalendar = Omit<FoundLink, 'action'>;

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
  find(token: string, address: string): Promise<FoundLink> {
    return this.one<FoundLink>(token, { address, isCalendar: false });
  }

  /**
   * Also 404 once its holder is gone from the site; a group's calendar has no holder.
   * @throws Refusal 404; 429 as for any other link
   */
  async findCalendar(token: string, address: string): Promise<FoundCalendar> {
    const link = await this.one<FoundCalendar>(token, { address, isCalendar: true });
    // A member without an account may hold no role, and still have the date of one meeting.
    if (link.accountId !== null && link.roles.length === 0) throw unknownLink();
    return link;
  }

  private async one<L>(
    token: string,
    { address, isCalendar }: { address: string; isCalendar: boolean },
  ): Promise<L> {
    await this.throttle.refuseGuesser(address);
    const [link]: L[] = await this.database.query(FIND, [
      ...[linkTokenHash(token), this.clock.now().toISOString(), isCalendar],
    ]);
    if (link) return link;
    await this.throttle.recordGuess(address);
    throw unknownLink();
  }
}
