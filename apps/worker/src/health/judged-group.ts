import type { NewDue } from '@followon/shared/db/due/arm-due';
import { armDueSql, dueRows } from '@followon/shared/db/due/arm-due';
import type { HistoryRow } from '@followon/shared/db/groups/group-history';
import { historyColumns, historyOf } from '@followon/shared/db/groups/group-history';
import { prepared } from '@followon/shared/db/prepared';
import type { GroupState } from '@followon/shared/contract/health';
import type { GroupHistory, Level } from '@followon/shared/rules/health/facts';
import type { Marks, SavedMarks } from '@followon/shared/rules/health/marks';
import { marksOf } from '@followon/shared/rules/health/marks';
import type { EntityManager } from 'typeorm';

/** A group as the last judgement left it; without one, nothing is known yet. */
export interface GroupStanding {
  readonly group_id: string;
  readonly site_id: string;
  readonly state: GroupState;
  readonly is_judged: boolean;
  readonly level: Level | null;
  readonly by_silence_only: boolean;
  readonly quiet: boolean;
  readonly judged_to: string | null;
  readonly since: Date | null;
  readonly successor_id: string | null;
  /** The marks and the engine of that judgement. */
  readonly parameter_version: string | null;
}

const LOAD = {
  name: 'load-judged-group',
  text: `
  select ${historyColumns}, g.id as group_id, g.site_id, g.state, h.group_id is not null as is_judged, h.level,
    coalesce(h.by_silence_only, false) as by_silence_only, coalesce(h.quiet, false) as quiet, h.judged_to, h.since,
    coalesce(g.merged_into_id, h.successor_id) as successor_id, h.parameter_version, case when p.site_id is not null then json_build_object('version', p.version, 'thresholds', p.thresholds) end as marks
  from follow_on_group g left join group_health h on h.group_id = g.id left join site_policy p on p.site_id = g.site_id
  where g.id = $1`,
};

export interface LoadedGroup {
  readonly standing: GroupStanding;
  readonly history: GroupHistory;
  /** Its site's, or the shipped ones. */
  readonly marks: Marks;
}

/** @throws Error when the group is not there: its events came first, so something is wrong. */
export async function loadGroup(manager: EntityManager, groupId: string): Promise<LoadedGroup> {
  const [row] = await prepared<GroupStanding & HistoryRow & { marks: SavedMarks | null }>(manager, LOAD, [
    groupId,
  ]);
  if (!row) throw new Error(`group ${groupId} is not there`);
  return { standing: row, history: historyOf(row), marks: marksOf(row.marks) };
}

export interface StoredChange {
  readonly changed_on: string;
  readonly at: Date;
  readonly from_level: Level | null;
  readonly to_level: Level | null;
  readonly reasons: unknown;
  readonly event_id: string;
}

export interface Judgement {
  readonly changes: readonly StoredChange[];
  /** The columns of group_health by their names. */
  readonly health: Readonly<Record<string, unknown>> & { readonly parameter_version: string };
  readonly state: GroupState;
  readonly dues: readonly NewDue[];
}

const COLUMNS = `level, by_silence_only, quiet, no_news, reasons, clears_when, usual, usual_gap_days, expected_next_on, last_met_on,
  score, silent_days, expected, confidence, successor_id, ask, judged_to, since, assessed_at, as_of_seq, parameter_version`;
const EXCLUDED = COLUMNS.split(',').map((column) => `excluded.${column.trim()}`);

/** The state moves only from the one that was read: the API may have put the group to rest meanwhile. */
const STORE = {
  name: 'store-judgement',
  text: `
  with kept as (
    insert into group_level_change (site_id, group_id, changed_on, at, from_level, to_level, reasons, event_id, parameter_version)
    select $3, $2, changed_on, at, from_level, to_level, reasons, event_id, $5
    from jsonb_to_recordset($4::jsonb) as c(changed_on date, at timestamptz, from_level text, to_level text, reasons jsonb, event_id uuid)
  ), moved as (
    update follow_on_group set state = $7 where id = $2 and state = $6 and $6 <> $7
  ), armed as (${armDueSql('$8')}
  )
  insert into group_health (group_id, site_id, ${COLUMNS})
  select $2, $3, ${COLUMNS} from jsonb_to_record($1::jsonb) as h(level text, by_silence_only boolean, quiet boolean, no_news boolean,
    reasons jsonb, clears_when jsonb, usual int, usual_gap_days real, expected_next_on date, last_met_on date,
    score double precision, silent_days int, expected jsonb, confidence text, successor_id uuid, ask jsonb, judged_to date, since timestamptz, assessed_at timestamptz, as_of_seq bigint, parameter_version text)
  on conflict (group_id) do update set (${COLUMNS}) = row(${EXCLUDED.join(', ')})`,
};

/** Level, state, every step on the way to them and the next day to listen, in one statement. */
export async function storeJudgement(
  manager: EntityManager,
  { group_id, site_id, state }: GroupStanding,
  judgement: Judgement,
): Promise<void> {
  const { health, changes } = judgement;
  const values = [
    JSON.stringify(health),
    group_id,
    site_id,
    JSON.stringify(changes),
    health.parameter_version,
  ];
  await prepared(manager, STORE, [...values, state, judgement.state, dueRows(judgement.dues)]);
}
