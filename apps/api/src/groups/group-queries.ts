import type { GroupQuery, GroupSummary, GroupView } from '@followon/shared/contract/groups';
import { stripSql } from '@followon/shared/db/groups/strip-sql';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type {
  ClearsWhen,
  Expected,
  Level,
  MeetingFact,
  Reason,
  Rest,
} from '@followon/shared/rules/health/facts';
import type { Confidence } from '@followon/shared/rules/health/group-reader';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { holdsRoleIn, kindsHeldIn } from '../auth/own.js';
import { scopeValues } from '../auth/scope.js';
import { readCursor } from '../http/cursor.js';
import { Work } from '../work/work.js';
import { GOES_ON, registerIsMissing, SHOWN_LEVEL } from '../sites/figures.js';
import { inGroupScope } from './group-scope.js';

/** One group as stored, with all that its list and its page show: nothing of it is meant for a reader yet. */
export interface GroupRow extends Omit<GroupSummary, 'level' | 'levelSince' | 'turnout'> {
  readonly version: number;
  readonly messagesOff: boolean;
  readonly welcomesNew: boolean;
  readonly closedOn: string | null;
  readonly closeReason: GroupView['closeReason'];
  readonly closingOn: string | null;
  readonly closingHow: 'closed-well' | 'closed' | null;
  readonly kinds: readonly string[];
  readonly level: Level | null;
  readonly since: Date | null;
  readonly reasons: Reason[];
  readonly clearsWhen: ClearsWhen | null;
  readonly usual: number | null;
  readonly usualGapDays: number | null;
  readonly expectedNextOn: string | null;
  readonly score: number | null;
  readonly silentDays: number | null;
  readonly expected: Expected | null;
  readonly confidence: Confidence | null;
  readonly successorId: string | null;
  readonly asOfSeq: number | null;
  readonly assessedAt: Date | null;
  readonly parameterVersion: string | null;
  readonly meetings: MeetingFact[];
  readonly rests: Rest[];
  readonly sortName: string;
  readonly concern: number;
  readonly sinceMicros: number;
}

const CONCERN = `case h.level when 'at-risk' then 0 when 'fading' then 1 else 2 end`;
const NEVER = 9_007_199_254_740_991;
const SINCE = `coalesce((extract(epoch from h.since) * 1000000)::bigint, ${NEVER})`;
const FROM = `from follow_on_group g left join group_health h on h.group_id = g.id`;

/** Wraps a query for ids in order (`page`) with what is shown of each. $1 is the reader, $2 today, $3 how many slots. */
const shown = (page: string): string => `
  with page as materialized (${page})
  select g.id, g.site_id as "siteId", s.name as "siteName", g.programme_id as "programmeId", g.name, g.cadence, g.state, g.version,
    g.messages_off as "messagesOff", g.welcomes_new as "welcomesNew",
    g.closed_on as "closedOn", g.close_reason as "closeReason", g.closing_on as "closingOn", g.closing_how as "closingHow",
    g.resting_until as "restingUntil", g.formed_on as "formedOn", mine.kinds, h.level, h.since, h.usual,
    coalesce(h.reasons, '[]') as reasons, h.clears_when as "clearsWhen", coalesce(h.no_news, false) as "noNews",
    h.usual_gap_days as "usualGapDays", h.expected_next_on as "expectedNextOn", h.as_of_seq as "asOfSeq",
    h.score, h.silent_days as "silentDays", h.expected, h.confidence, h.successor_id as "successorId",
    h.assessed_at as "assessedAt", h.parameter_version as "parameterVersion",
    met.held_on as "lastMetOn", planned.next_on as "nextMeetingOn", planned.missing as "registersMissing",
    strip.meetings, breaks.rests, lower(g.name) as "sortName", ${CONCERN} as concern, ${SINCE} as "sinceMicros"
  ${FROM} join page on page.id = g.id join site s on s.id = g.site_id
    ${kindsHeldIn('g.id')}
    left join lateral (select m.held_on from meeting m where m.group_id = g.id and m.outcome = 'held'
      order by m.held_on desc limit 1) met on true
    left join lateral (select min(m.held_on) filter (where m.held_on >= $2::date) as next_on,
        count(*) filter (where ${registerIsMissing('$2::date')}) as missing
      from meeting m where m.group_id = g.id and m.outcome = 'planned') planned on true
    ${stripSql('g.id', '$3')}
  order by page.place`;

const ONE = shown(`select $4::uuid as id, 1 as place`);

const FILTERS = `${inGroupScope(4)} and ($8::uuid is null or g.site_id = $8) and ($9::text is null or ${SHOWN_LEVEL} = $9)
  and ($10::text is null or g.state = $10) and ($11::text is null or position(lower($11) in lower(g.name)) > 0)
  and (not $12::boolean or ${holdsRoleIn('g.id', 'any')})
  and (not $13::boolean or exists (select 1 from meeting m where m.group_id = g.id and ${registerIsMissing('$2::date')}))`;

const BY_NAME =
  shown(`select g.id, row_number() over (order by lower(g.name), g.id) as place ${FROM} where ${FILTERS}
  and ($15::text is null or (lower(g.name), g.id) > ($15, $16::uuid)) order by lower(g.name), g.id limit $14`);

const BY_CONCERN =
  shown(`select g.id, row_number() over (order by ${CONCERN}, ${SINCE}, g.id) as place ${FROM} where ${FILTERS}
  and (h.level in ('fading', 'at-risk') or h.no_news) and ${GOES_ON}
  and ($15::int is null or (${CONCERN}, ${SINCE}, g.id) > ($15, $16::bigint, $17::uuid)) order by ${CONCERN}, ${SINCE}, g.id limit $14`);

const NamePosition = z.tuple([z.string(), z.uuid()]);
const ConcernPosition = z.tuple([z.int().min(0).max(2), z.int(), z.uuid()]);

/** Where a row stands in the order that the query asked for. */
export const positionOf =
  ({ needsYou }: GroupQuery) =>
  (row: GroupRow) =>
    needsYou ? [row.concern, row.sinceMicros, row.id] : [row.sortName, row.id];

/** What is left out is sent as null. */
const filtersOf = ({
  site,
  level,
  state,
  q,
  own,
  registersMissing,
  limit,
}: GroupQuery): readonly unknown[] => [
  ...[site, level, state],
  q === '' ? undefined : q,
  own === 'true',
  registersMissing === 'true',
  limit + 1,
];

@Injectable()
export class GroupQueries {
  constructor(private readonly work: Work) {}

  /** By name; with `needsYou` the most worrying first, the longest-standing of them first. One row more when there is more. */
  list(query: GroupQuery, slots: number): Promise<GroupRow[]> {
    const { who } = this.work;
    const scope = scopeValues(who, 'see-groups');
    const values = [who.accountId, this.today(), slots, ...scope, ...filtersOf(query)];
    if (query.needsYou) {
      const after = readCursor(ConcernPosition, query.cursor) ?? [null, null, null];
      return this.work.manager.query(BY_CONCERN, [...values, ...after]);
    }
    const after = readCursor(NamePosition, query.cursor) ?? [null, null];
    return this.work.manager.query(BY_NAME, [...values, ...after]);
  }

  async one(id: string, slots: number): Promise<GroupRow | undefined> {
    const values = [this.work.who.accountId, this.today(), slots, id];
    const rows: GroupRow[] = await this.work.manager.query(ONE, values);
    return rows[0];
  }

  private today(): string {
    return londonDate(this.work.now());
  }
}
