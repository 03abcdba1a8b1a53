import type { RequestQuery, VolunteerRequestView } from '@followon/shared/contract/volunteers';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { scopeOf } from '../../auth/scope.js';
import { IS_UNDER_WAY } from '../../sites/figures.js';
import { readCursor } from '../../http/cursor.js';
import { exactInstant } from '../../http/exact-instant.js';
import { Work } from '../../work/work.js';

export interface RequestRow {
  readonly id: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly lastSessionOn: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly part: 'ptv' | 'deputy';
  readonly state: VolunteerRequestView['state'];
  readonly reason: VolunteerRequestView['reason'];
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly somebodyElse: boolean;
  readonly exactAskedAt: string;
}

const SELECT = `
  select r.id, r.site_id as "siteId", s.name as "siteName", r.programme_id as "programmeId", p.name as "programmeName",
    p.last_session_on as "lastSessionOn", r.account_id as "accountId", coalesce(a.display_name, 'Somebody who has left') as "displayName", r.part, r.state, r.reason,
    r.asked_at as "askedAt", r.answered_at as "answeredAt",
    r.state = 'withdrawn' and exists (select from volunteer_request o where o.programme_id = r.programme_id and o.part = r.part
      and o.state = 'accepted' and o.answered_at = r.answered_at) as "somebodyElse",
    ${exactInstant('r.asked_at')} as "exactAskedAt"
  from volunteer_request r join programme p on p.id = r.programme_id join site s on s.id = r.site_id
    left join account a on a.id = r.account_id`;

/** One statement each, so that each has an index to walk. $1: whose, or at which sites. */
const listOf = (whose: string): string => `${SELECT}
  where ${whose} and ($2::uuid is null or r.site_id = $2) and ($3::text is null or r.state = $3)
    and ($4::timestamptz is null or (r.asked_at, r.id) < ($4, $5::uuid))`;
const OF_ME = `${listOf('r.account_id = $1')} and r.site_id = any($7::uuid[]) order by r.asked_at desc, r.id desc limit $6`;
const OF_SITES = `${listOf('r.site_id = any($1::uuid[])')} order by r.asked_at desc, r.id desc limit $6`;

/** Who has which part, and whether anybody is needed any more. */
const PROGRAMME = `
  select p.id, p.site_id as "siteId", p.ptv_id as "ptvId", p.deputy_id as "deputyId" from programme p where p.id = $1`;
const IS_OVER = `select exists (select from handover h where h.programme_id = $1 and not ${IS_UNDER_WAY}) as over`;

export interface AskedProgramme {
  readonly id: string;
  readonly siteId: string;
  readonly ptvId: string | null;
  readonly deputyId: string | null;
}

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const positionOf = (row: RequestRow): z.infer<typeof Position> => [row.exactAskedAt, row.id];

@Injectable()
export class RequestQueries {
  constructor(private readonly work: Work) {}

  /** Asked last first; one row more than asked for when there is more. */
  list(query: RequestQuery): Promise<RequestRow[]> {
    const [askedAt = null, id = null] = readCursor(Position, query.cursor) ?? [];
    const { who, manager } = this.work;
    const rest = [query.site ?? null, query.state ?? null, askedAt, id, query.limit + 1];
    if (query.mine === 'true')
      return manager.query(OF_ME, [who.accountId, ...rest, scopeOf(who, 'answer-request').own('volunteer')]);
    return manager.query(OF_SITES, [scopeOf(who, 'ask-volunteer').sites, ...rest]);
  }

  ofProgramme(programmeId: string): Promise<RequestRow[]> {
    return this.work.manager.query(
      `${SELECT} where r.programme_id = $1 order by r.asked_at desc, r.id desc`,
      [programmeId],
    );
  }

  async one(id: string): Promise<RequestRow | undefined> {
    const rows: RequestRow[] = await this.work.manager.query(`${SELECT} where r.id = $1`, [id]);
    return rows[0];
  }

  async isAsked(
    programmeId: string,
    { accountId, part }: { accountId: string; part: string },
  ): Promise<boolean> {
    const rows: unknown[] = await this.work.manager.query(
      `select 1 from volunteer_request where programme_id = $1 and account_id = $2 and part = $3 and state = 'asked'`,
      [programmeId, accountId, part],
    );
    return rows.length > 0;
  }

  async programme(id: string): Promise<AskedProgramme | undefined> {
    const rows: AskedProgramme[] = await this.work.manager.query(PROGRAMME, [id]);
    return rows[0];
  }

  /** Two answers come one after the other. */
  async lockProgramme(id: string): Promise<AskedProgramme | undefined> {
    const rows: AskedProgramme[] = await this.work.manager.query(`${PROGRAMME} for update`, [id]);
    return rows[0];
  }

  async isOver(programmeId: string): Promise<boolean> {
    const [row]: { over: boolean }[] = await this.work.manager.query(IS_OVER, [programmeId]);
    return row?.over ?? false;
  }
}
