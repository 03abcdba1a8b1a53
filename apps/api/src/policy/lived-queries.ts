import type { HistoryRow } from '@followon/shared/db/groups/group-history';
import { historyColumns, historyOf } from '@followon/shared/db/groups/group-history';
import { healthCauses } from '@followon/shared/rules/alert/causes';
import type { LivedGroup, Told } from '@followon/shared/rules/health/lived/lived-group';
import { toldNames } from '@followon/shared/rules/health/lived/lived-group';
import { Injectable } from '@nestjs/common';
import { Work } from '../work/work.js';

/** A group of the site with all that was lived. Who came to which meeting is in it: for the engine only. */
export interface LivedRow {
  readonly id: string;
  readonly name: string;
  readonly lived: LivedGroup;
  /** Registers that were changed after they were first written down. */
  readonly corrected: number;
}

/** Which groups: of what site, and from what day on they are told of. */
export interface Lived {
  readonly siteId: string;
  readonly from: string;
}

type Row = HistoryRow &
  Pick<LivedGroup, 'closedOn' | 'told' | 'resolved' | 'carriesOnFrom'> &
  Omit<LivedRow, 'lived'>;

const inLondon = (instant: string): string => `(${instant} at time zone 'Europe/London')`;

/** What nobody told live came with an import, and has no line here. */
const told = `coalesce((
  select json_agg(json_build_object('at', ${inLondon('e.occurred_at')}, 'name', e.name, 'meetingId', e.payload ->> 'meetingId',
    'from', e.payload ->> 'from', 'until', e.payload ->> 'until', 'kind', e.payload ->> 'kind') order by e.seq)
  from event e where e.stream_id = g.id and e.origin = 'live' and e.name = any($4)), '[]')`;

const carriesOnFrom = `case when g.successor_id is not null then (
  select to_char(coalesce(min(${inLondon('e.occurred_at')}), (select min(m.held_on) + time '12:00' from meeting m
      where m.group_id = g.successor_id and m.outcome in ('held', 'missing'))), 'YYYY-MM-DD"T"HH24:MI:SS')
  from event e where e.stream_id = g.successor_id and e.origin = 'live' and e.name = 'meeting.held.v1') end`;

/** The groups are chosen first: with a join the planner reads the health of every group of the network for each batch. */
const LIVED = `
  with g as materialized (
    select f.*, (select h.successor_id from group_health h where h.group_id = f.id) as successor_id
    from follow_on_group f
    where site_id = $1 and ($2::uuid is null or id > $2) and (closed_on is null or closed_on >= $5) order by id limit $3)
  select g.id, g.name, g.closed_on as "closedOn", ${historyColumns}, ${told} as told, ${carriesOnFrom} as "carriesOnFrom",
    coalesce((select json_agg(json_build_object('cause', a.cause, 'at', ${inLondon('a.closed_at')}))
      from alert a where a.group_id = g.id and a.state = 'resolved' and a.closed_at is not null and a.cause = any($6)), '[]') as resolved,
    (select count(*) from meeting m where m.group_id = g.id and m.version > 1) as corrected
  from g order by g.id`;

/** Two years of twenty groups: some hundred milliseconds. */
const STATEMENT_TIMEOUT = '20s';

@Injectable()
export class LivedQueries {
  constructor(private readonly work: Work) {}

  /** The next groups by id, without those that had ended before the first day that is told of. */
  async next({ siteId, from }: Lived, after: string | null, most: number): Promise<LivedRow[]> {
    const { manager } = this.work;
    await manager.query(`select set_config('statement_timeout', $1, true)`, [STATEMENT_TIMEOUT]);
    const rows: Row[] = await manager.query(LIVED, [siteId, after, most, toldNames, from, healthCauses]);
    return rows.map(({ id, name, corrected, closedOn, resolved, carriesOnFrom: since, ...row }) => ({
      ...{ id, name, corrected },
      lived: { history: historyOf(row), told: row.told, closedOn, resolved, carriesOnFrom: since },
    }));
  }

  /** Clinicians of the site with an account: every one of them is told of its alerts. */
  async clinicians(siteId: string): Promise<number> {
    const [row]: { count: number }[] = await this.work.manager.query(
      `select count(*) as count from account a where holds_role_at(a.id, $1, 'clinician')`,
      [siteId],
    );
    return row?.count ?? 0;
  }
}

/** Recorded meetings that nobody wrote down live. */
export function importedIn({ history, told: all }: LivedGroup): number {
  const isRegister = ({ name }: Told): boolean =>
    name === 'meeting.held.v1' || name === 'meeting.not-held.v1';
  const written = new Set(all.filter(isRegister).map(({ meetingId }) => meetingId));
  return history.meetings.filter(({ outcome, meetingId }) => outcome !== 'planned' && !written.has(meetingId))
    .length;
}
