import type { WishLink } from '@followon/shared/contract/links';
import { linkPath, linkToken } from '@followon/shared/db/links/link-token';
import { mintLink } from '@followon/shared/db/links/mint-links';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { Inject, Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';
import { Audit } from '../audit/audit.js';
import { Access } from '../auth/access.js';
import { Standings } from '../auth/standing.js';
import { InterestQueries } from '../carrying-on/interest-queries.js';
import { alreadyOver } from '../carrying-on/interest.service.js';
import type { Env } from '../env.js';
import { ENV } from '../env.js';
import { Work } from '../work/work.js';

const LIVING = `
  select id, expires_at as "expiresAt" from link
  where subject_id = $1 and action = 'say-wish' and revoked_at is null and expires_at > $2 order by expires_at desc limit 1`;
const ENDS = 'select last_session_on as "lastSessionOn" from programme where id = $1';

/** A link for the room: whoever scans it puts in a slip, until the sign-off or the end of the day of the last session. */
@Injectable()
export class WishLinks {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly interests: InterestQueries,
    @Inject(ENV) private readonly env: Pick<Env, 'FOLLOWON_SECRET'>,
  ) {}

  /**
   * The same link as long as it lives, so that a sheet on the wall stays good.
   * @param origin what the address starts with
   * @throws Refusal 404; 409 once the programme is handed over or its last session is over
   */
  async ofProgramme(programmeId: string, origin: string): Promise<WishLink> {
    const standing = await this.standings.ofProgramme(programmeId);
    this.access.require('record-interest', standing);
    if ((await this.interests.of(programmeId)).isOver) throw alreadyOver();
    const { token, expiresAt } =
      (await this.living(programmeId)) ?? (await this.make(programmeId, standing.siteId));
    const href = origin + linkPath(token);
    return { href, expiresAt: expiresAt.toISOString(), svg: renderSVG(href, { ecc: 'M', border: 2 }) };
  }

  private async living(programmeId: string) {
    const values = [programmeId, this.work.now().toISOString()];
    const [kept]: { id: string; expiresAt: Date }[] = await this.work.manager.query(LIVING, values);
    return kept && { token: linkToken(this.env.FOLLOWON_SECRET, kept.id), expiresAt: kept.expiresAt };
  }

  private async make(programmeId: string, siteId: string) {
    const [row]: { lastSessionOn: string }[] = await this.work.manager.query(ENDS, [programmeId]);
    const expiresAt = londonInstant(addDays(row?.lastSessionOn ?? '', 1), '00:00');
    if (expiresAt <= this.work.now()) throw alreadyOver();
    const link = { action: 'say-wish', subjectId: programmeId, siteId, uses: null, expiresAt } as const;
    const token = await mintLink(this.work.manager, this.env.FOLLOWON_SECRET, link);
    await this.audit.record({ what: 'wish-link.made', siteId, subject: programmeId });
    return { token, expiresAt };
  }
}
