import type { AlertQuery, AlertView } from '@followon/shared/contract/alerts';
import { stripSql } from '@followon/shared/db/groups/strip-sql';
import type { Cadence, MeetingFact, Reason, Rest } from '@followon/shared/rules/health/facts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { kindsHeldIn } from '../auth/own.js';
import { scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { inGroupScope } from '../groups/group-scope.js';
import { Work } from '../work/work.js';

/** One episode as stored, with the strip of its group: nothing of it is meant for a reader yet. */
export interface AlertRow extends Omit<
  AlertView,
  'openedAt' | 'acknowledgedAt' | 'closedAt' | 'reasons' | 'turnout' | 'mayAct'
> {
  readonly reasons: Reason[];
  readonly openedAt: Date;
  readonly openedMicros: number;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
  readonly kinds: readonly string[];
  readonly cadence: Cadence | null;
  readonly usual: number | null;
  readonly meetings: MeetingFact[];
  readonly rests: Rest[];
}

const MICROS = `(extract(epoch from a.opened_at) * 1000000)::bigint`;

/** Wraps a query for ids in order (`page`) with what is shown of each. $1 is the reader, $2 how many slots. */
const shown = (page: string): string => `
  with page as materialized (${page})
  select a.id, a.site_id as "siteId", s.name as "siteName", a.group_id as "groupId", g.name as "groupName",
    a.programme_id as "programmeId", p.name as "programmeName", a.cause, a.state, a.stage, a.reasons, a.opened_at as "openedAt", ${MICROS} as "openedMicros",
    a.acknowledged_at as "acknowledgedAt", a.closed_at as "closedAt", a.withdrawn_because as "withdrawnBecause", a.outcome,
    a.snoozed_until as "snoozedUntil", a.no_concern_because as "noConcernBecause",
    (select f.verdict from alert_feedback f where f.alert_id = a.id and f.account_id = $1) as "myVerdict",
    mine.kinds, g.cadence, h.usual, strip.meetings, breaks.rests
  from alert a join page on page.id = a.id join site s on s.id = a.site_id
    left join follow_on_group g on g.id = a.group_id left join programme p on p.id = a.programme_id left join group_health h on h.group_id = a.group_id
    ${kindsHeldIn('g.id')} ${stripSql('a.group_id', '$2')}
  order by page.place`;

const ONE = shown('select $3::uuid as id, 1 as place');

const AFTER = `('epoch'::timestamptz + $11::bigint * interval '1 microsecond')`;

const LIST = shown(`select a.id, row_number() over (order by a.opened_at desc, a.id) as place
  from alert a join follow_on_group g on g.id = a.group_id
  where ${inGroupScope(3)} and ($7::uuid is null or a.site_id = $7) and ($8::uuid is null or a.group_id = $8)
    and ($9::text is null or a.state = $9)
    and ($11::bigint is null or a.opened_at < ${AFTER} or (a.opened_at = ${AFTER} and a.id > $12::uuid))
  order by a.opened_at desc, a.id limit $10`);

/** In the year 2096 at the latest. */
const MOST_MICROS = 4e15;
const Position = z.tuple([z.int().min(0).max(MOST_MICROS), z.uuid()]);
export const positionOf = ({ openedMicros, id }: AlertRow): z.infer<typeof Position> => [openedMicros, id];

@Injectable()
export class AlertQueries {
  constructor(private readonly work: Work) {}

  /** Latest first; one row more than asked for when there is more. */
  list({ site, group, state, limit, cursor }: AlertQuery, slots: number): Promise<AlertRow[]> {
    const { who } = this.work;
    const after = readCursor(Position, cursor) ?? [null, null];
    const values = [
      who.accountId,
      slots,
      ...scopeValues(who, 'see-alerts'),
      site,
      group,
      state,
      limit + 1,
      ...after,
    ];
    return this.work.manager.query(LIST, values);
  }

  async one(id: string, slots: number): Promise<AlertRow | undefined> {
    const rows: AlertRow[] = await this.work.manager.query(ONE, [this.work.who.accountId, slots, id]);
    return rows[0];
  }
}
