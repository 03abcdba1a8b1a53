import type { AlertQuery, AlertView } from '@followon/shared/contract/alerts';
import { stripSql } from '@followon/shared/db/groups/strip-sql';
import type { Cadence, MeetingFact, Reason, Rest } from '@followon/shared/rules/health/facts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { holdsRoleIn, kindsHeldIn, volunteersFor } from '../auth/own.js';
import { inScope, scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';

/** One episode as stored, with the strip of its group: nothing of it is meant for a reader yet. */
export interface AlertRow extends Omit<
  AlertView,
  'openedAt' | 'acknowledgedAt' | 'closedAt' | 'reasons' | 'turnout' | 'mayAct'
> {
  readonly reasons: Reason[];
  readonly openedAt: Date;
  readonly openedMicros: number;
  readonly openedEventId: string;
  readonly stageAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
  readonly kinds: readonly string[];
  readonly cadence: Cadence | null;
  readonly usual: number | null;
  readonly meetings: MeetingFact[];
  readonly rests: Rest[];
}

const MICROS = `(extract(epoch from a.opened_at) * 1000000)::bigint`;

/** Whoever stands by a programme stands by what is said of it while it has no group. */
const OF_PROGRAMME = `exists (select from programme p left join handover h on h.programme_id = p.id
  where p.id = a.programme_id and ${volunteersFor()})`;

/** Wraps a query for ids in order (`page`) with what is shown of each. $1 is the reader, $2 how many slots. */
const shown = (page: string): string => `
  with page as materialized (${page})
  select a.id, a.site_id as "siteId", s.name as "siteName", a.group_id as "groupId", g.name as "groupName",
    a.programme_id as "programmeId", p.name as "programmeName", a.cause, a.state, a.stage, a.reasons, a.opened_at as "openedAt", ${MICROS} as "openedMicros",
    a.opened_event_id as "openedEventId", coalesce(a.stage_at, a.opened_at) as "stageAt",
    a.acknowledged_at as "acknowledgedAt", a.closed_at as "closedAt", a.withdrawn_because as "withdrawnBecause", a.outcome,
    a.snoozed_until as "snoozedUntil", a.no_concern_because as "noConcernBecause",
    (select f.verdict from alert_feedback f where f.alert_id = a.id and f.account_id = $1) as "myVerdict",
    case when a.group_id is null and ${OF_PROGRAMME} then array['ptv'] else mine.kinds end as kinds, g.cadence, h.usual, strip.meetings, breaks.rests
  from alert a join page on page.id = a.id join site s on s.id = a.site_id
    left join follow_on_group g on g.id = a.group_id left join programme p on p.id = a.programme_id left join group_health h on h.group_id = a.group_id
    ${kindsHeldIn('a.group_id')} ${stripSql('a.group_id', '$2')}
  order by page.place`;

const ONE = shown('select $3::uuid as id, 1 as place');

const AFTER = `('epoch'::timestamptz + $14::bigint * interval '1 microsecond')`;

/** The same decision as `Standings.ofGroup` and `ofProgramme`. */
const IN_SCOPE = inScope(
  {
    site: 'a.site_id',
    volunteer: `case when a.group_id is null then ${OF_PROGRAMME} else ${holdsRoleIn('a.group_id', 'ptv')} end`,
    contact: holdsRoleIn('a.group_id', 'contact'),
  },
  3,
);

/**
 * Open and due for somebody to look at. Those whose days are still the group's own wait for their turn. It says what is
 * standing in words of its own, so that the index on what stands is used.
 */
const NEEDS_YOU = `a.state in ('open', 'acknowledged') and a.stage <> 'group' and a.snoozed_until is null`;

const list = (narrowed: string) =>
  shown(`select a.id, row_number() over (order by a.opened_at desc, a.id) as place
  from alert a
  where ${IN_SCOPE} and ($7::uuid is null or a.site_id = $7) and ($8::uuid is null or a.group_id = $8)
    and ($9::text is null or a.state = $9) and ($10::uuid is null or a.programme_id = $10) and ($11::text is null or a.cause = $11)
    ${narrowed}
    and ($14::bigint is null or a.opened_at < ${AFTER} or (a.opened_at = ${AFTER} and a.id > $13::uuid))
  order by a.opened_at desc, a.id limit $12`);
const LIST = list('');
const INBOX = list(`and ${NEEDS_YOU}`);

/** In the year 2096 at the latest. */
const MOST_MICROS = 4e15;
const Position = z.tuple([z.int().min(0).max(MOST_MICROS), z.uuid()]);
export const positionOf = ({ openedMicros, id }: AlertRow): z.infer<typeof Position> => [openedMicros, id];

@Injectable()
export class AlertQueries {
  constructor(private readonly work: Work) {}

  /** Latest first; one row more than asked for when there is more. */
  list(query: AlertQuery, slots: number): Promise<AlertRow[]> {
    const { site, group, state, programme, cause, needsYou, limit, cursor } = query;
    const { who } = this.work;
    const [micros = null, id = null] = readCursor(Position, cursor) ?? [];
    const values = [
      ...[who.accountId, slots, ...scopeValues(who, 'see-alerts')],
      ...[site, group, state, programme, cause, limit + 1, id, micros],
    ];
    return this.work.manager.query(needsYou ? INBOX : LIST, values);
  }

  async one(id: string, slots: number): Promise<AlertRow | undefined> {
    const rows: AlertRow[] = await this.work.manager.query(ONE, [this.work.who.accountId, slots, id]);
    return rows[0];
  }
}
