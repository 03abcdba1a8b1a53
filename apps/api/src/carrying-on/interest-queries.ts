import type { InterestCounts } from '@followon/shared/contract/carrying-on';
import type { RouteSituation } from '@followon/shared/db/handovers/route-facts';
import { routeSituation } from '@followon/shared/db/handovers/route-facts';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { Injectable } from '@nestjs/common';
import { notFound } from '../http/problem.js';
import { Work } from '../work/work.js';

export interface InterestRow {
  readonly siteId: string;
  readonly name: string;
  readonly mode: 'in-person' | 'online' | 'hybrid';
  readonly recordedAt: Date | null;
  /** 0 before anything was counted. */
  readonly version: number;
  readonly wishes: number;
  /** Signed off, declined or closed: what was asked is answered. */
  readonly isOver: boolean;
}

const ONE = `
  select p.site_id as "siteId", p.name, p.mode, i.recorded_at as "recordedAt", coalesce(i.version, 0) as version,
    (select count(*)::int from founding_wish w where w.programme_id = p.id) as wishes,
    coalesce(h.state <> 'open', false) as "isOver"
  from programme p left join programme_interest i on i.programme_id = p.id left join handover h on h.programme_id = p.id
  where p.id = $1`;

/** Nothing is written when somebody else has saved since the version that is changed. */
const SAVE = `
  insert into programme_interest as i (programme_id, site_id, yes, maybe, no, other_kind, recorded_at, recorded_by, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1)
  on conflict (programme_id) do update set yes = excluded.yes, maybe = excluded.maybe, no = excluded.no,
    other_kind = excluded.other_kind, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, version = excluded.version
    where i.version = $9
  returning version`;

@Injectable()
export class InterestQueries {
  constructor(private readonly work: Work) {}

  /** @throws Refusal 404 */
  async of(programmeId: string): Promise<InterestRow> {
    const [row]: InterestRow[] = await this.work.manager.query(ONE, [programmeId]);
    if (!row) throw notFound();
    return row;
  }

  /** @throws Refusal 404 */
  async situation(programmeId: string): Promise<RouteSituation> {
    const { manager } = this.work;
    const situation = await routeSituation(manager, programmeId, londonDate(this.work.now()));
    if (!situation) throw notFound();
    return situation;
  }

  /** False when `row` is not how it stands any more. */
  async save(
    programmeId: string,
    { yes, maybe, no, otherKind }: InterestCounts,
    row: InterestRow,
  ): Promise<boolean> {
    const { manager, who } = this.work;
    const saved: unknown[] = await manager.query(SAVE, [
      ...[programmeId, row.siteId, yes, maybe, no, otherKind],
      ...[this.work.now(), who.accountId, row.version],
    ]);
    return saved.length > 0;
  }

  /** Shown beside what was chosen, so that a later reader sees what spoke for what. */
  async keepSuggestion(programmeId: string, route: string | null): Promise<void> {
    await this.work.manager.query(
      'update handover set suggested_route = $2 where programme_id = $1 and suggested_route is distinct from $2',
      [programmeId, route],
    );
  }
}
