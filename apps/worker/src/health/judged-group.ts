import { loadGroupHistory } from '@followon/shared/db/groups/group-history';
import type { GroupState } from '@followon/shared/contract/health';
import type { GroupHistory, Level } from '@followon/shared/rules/health/facts';
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
}

const STANDING = `
  select g.id as group_id, g.site_id, g.state, h.group_id is not null as is_judged, h.level,
    coalesce(h.by_silence_only, false) as by_silence_only, coalesce(h.quiet, false) as quiet, h.judged_to, h.since
  from follow_on_group g left join group_health h on h.group_id = g.id where g.id = $1`;

/** @throws Error when the group is not there: its events came first, so something is wrong. */
export async function loadGroup(
  manager: EntityManager,
  groupId: string,
): Promise<{ readonly standing: GroupStanding; readonly history: GroupHistory }> {
  const [standing]: GroupStanding[] = await manager.query(STANDING, [groupId]);
  const history = await loadGroupHistory(manager, groupId);
  if (!standing || !history) throw new Error(`group ${groupId} is not there`);
  return { standing, history };
}

const CHANGES = `
  insert into group_level_change (site_id, group_id, changed_on, at, from_level, to_level, reasons, event_id, parameter_version)
  select $2, $3, changed_on, at, from_level, to_level, reasons, event_id, $4
  from jsonb_to_recordset($1::jsonb) as c(changed_on date, at timestamptz, from_level text, to_level text, reasons jsonb, event_id uuid)`;

export interface StoredChange {
  readonly changed_on: string;
  readonly at: Date;
  readonly from_level: Level | null;
  readonly to_level: Level | null;
  readonly reasons: unknown;
  readonly event_id: string;
}

export async function storeChanges(
  manager: EntityManager,
  { site_id, group_id }: GroupStanding,
  { changes, parameterVersion }: { readonly changes: readonly StoredChange[]; readonly parameterVersion: string },
): Promise<void> {
  if (changes.length === 0) return;
  await manager.query(CHANGES, [JSON.stringify(changes), site_id, group_id, parameterVersion]);
}

const COLUMNS = `level, by_silence_only, quiet, no_news, reasons, clears_when, usual, usual_gap_days, expected_next_on, last_met_on,
  judged_to, since, assessed_at, as_of_seq, parameter_version`;

const HEALTH = `
  insert into group_health (group_id, site_id, ${COLUMNS})
  select $2, $3, ${COLUMNS} from jsonb_to_record($1::jsonb) as h(level text, by_silence_only boolean, quiet boolean, no_news boolean,
    reasons jsonb, clears_when jsonb, usual int, usual_gap_days real, expected_next_on date, last_met_on date,
    judged_to date, since timestamptz, assessed_at timestamptz, as_of_seq bigint, parameter_version text)
  on conflict (group_id) do update set (${COLUMNS}) = row(${COLUMNS.split(',')
    .map((column) => `excluded.${column.trim()}`)
    .join(', ')})`;

/** `judgement` holds the columns of group_health by their names. */
export async function storeHealth(
  manager: EntityManager,
  { site_id, group_id }: GroupStanding,
  judgement: Readonly<Record<string, unknown>>,
): Promise<void> {
  await manager.query(HEALTH, [JSON.stringify(judgement), group_id, site_id]);
}

/** Only from the state that was read: the API may have put the group to rest meanwhile. */
export async function moveState(manager: EntityManager, { group_id, state }: GroupStanding, to: GroupState): Promise<void> {
  if (state === to) return;
  await manager.query('update follow_on_group set state = $3 where id = $1 and state = $2', [group_id, state, to]);
}
