import type { CalendarLinkView } from '@followon/shared/contract/calendar';
import { calendarPath, linkToken } from '@followon/shared/db/links/link-token';
import { mintLink } from '@followon/shared/db/links/mint-links';
import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { notFound } from '../http/problem.js';
import { groupHasEnded, requireGoingOn } from '../meetings/group-goes-on.js';
import { Work } from '../work/work.js';

const DAY_MS = 86_400_000;
/** As far ahead as meetings can be planned; a forgotten address does not stay good for ever. */
const GOOD_FOR_DAYS = 731;

const LIVING = `
  select id, expires_at as "expiresAt" from link
  where subject_id = $1 and action = 'calendar' and nudge_id is null and revoked_at is null and expires_at > $2
  order by expires_at desc limit 1`;
const REVOKE = `
  update link set revoked_at = $2 where subject_id = $1 and action = 'calendar' and nudge_id is null and revoked_at is null returning id`;

interface Owner {
  readonly subjectId: string;
  readonly siteId: string;
  readonly accountId: string | null;
}

/** The addresses of private calendars: one for each person and each group, and a new one ends the one before. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    @Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET'>,
  ) {}

  ofMine(origin: string): Promise<CalendarLinkView> {
    return this.show(this.me().subjectId, origin);
  }

  /** @throws Refusal 404 for somebody who belongs to no site */
  makeMine(origin: string): Promise<CalendarLinkView> {
    return this.make(this.me(), origin);
  }

  endMine(): Promise<CalendarLinkView> {
    return this.end(this.me());
  }

  /** @throws Refusal 404 */
  async ofGroup(groupId: string, origin: string): Promise<CalendarLinkView> {
    await this.group(groupId);
    return this.show(groupId, origin);
  }

  /** @throws Refusal 404; 409 once the group has ended */
  async makeForGroup(groupId: string, origin: string): Promise<CalendarLinkView> {
    const owner = await this.group(groupId);
    requireGoingOn(await groupHasEnded(this.work, groupId));
    return this.make(owner, origin);
  }

  /** @throws Refusal 404 */
  async endForGroup(groupId: string): Promise<CalendarLinkView> {
    return this.end(await this.group(groupId));
  }

  private me(): Owner {
    const { accountId, memberships } = this.work.who;
    const siteId = memberships[0]?.siteId;
    if (!siteId) throw notFound();
    return { subjectId: accountId, siteId, accountId };
  }

  private async group(groupId: string): Promise<Owner> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('share-calendar', standing);
    return { subjectId: groupId, siteId: standing.siteId, accountId: null };
  }

  private async show(subjectId: string, origin: string): Promise<CalendarLinkView> {
    const values = [subjectId, this.work.now().toISOString()];
    const [kept]: { id: string; expiresAt: Date }[] = await this.work.manager.query(LIVING, values);
    if (!kept) return { link: null };
    const href = origin + calendarPath(linkToken(this.env.FOLLOWON_SECRET, kept.id));
    return { link: { href, expiresAt: kept.expiresAt.toISOString() } };
  }

  /** Two at once take turns, so that one address is left. */
  private async make(owner: Owner, origin: string): Promise<CalendarLinkView> {
    const { manager } = this.work;
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('calendar/' || $1::text, 0))`, [
      owner.subjectId,
    ]);
    await this.revoke(owner);
    const expiresAt = new Date(this.work.now().getTime() + GOOD_FOR_DAYS * DAY_MS);
    const link = { action: 'calendar', ...owner, uses: null, expiresAt } as const;
    await mintLink(manager, this.env.FOLLOWON_SECRET, link);
    await this.audit.record({
      what: 'calendar-link.made',
      siteId: owner.siteId,
      subject: owner.subjectId,
    });
    return this.show(owner.subjectId, origin);
  }

  private async end(owner: Owner): Promise<CalendarLinkView> {
    const ended = await this.revoke(owner);
    if (ended > 0)
      await this.audit.record({
        what: 'calendar-link.ended',
        siteId: owner.siteId,
        subject: owner.subjectId,
      });
    return { link: null };
  }

  private async revoke({ subjectId }: Owner): Promise<number> {
    const [rows]: [unknown[], number] = await this.work.manager.query(REVOKE, [
      subjectId,
      this.work.now().toISOString(),
    ]);
    return rows.length;
  }
}
