import { prepared } from '@followon/shared/db/prepared';
import type { EntityManager } from 'typeorm';

const LINES_AT_ONCE = 500;

export interface ImportJob {
  readonly id: string;
  readonly accountId: string;
}

/** A line as the API staged it; attendees are keyed hashes already. */
export interface StagedLine {
  readonly line: number;
  readonly group_name: string;
  readonly held_on: string;
  readonly outcome: string;
  readonly headcount: number | null;
  readonly people: number;
}

/** The oldest import that is running, locked for this transaction; undefined when none is, or another worker has it. */
export async function claimImport(manager: EntityManager): Promise<ImportJob | undefined> {
  const [row]: ImportJob[] = await manager.query(
    `select id, account_id as "accountId" from import_run where state = 'running' and not dry_run
     order by started_at, id limit 1 for update skip locked`,
  );
  return row;
}

/** The first site with lines left, and whether some of them are not applied yet. */
export async function nextSite(
  manager: EntityManager,
  importId: string,
): Promise<{ siteId: string; toApply: boolean } | undefined> {
  const [row]: { siteId: string; toApply: boolean }[] = await manager.query(NEXT_SITE, [importId]);
  return row;
}

/** Both halves read one row of an index: sorting all lines by whether they are applied costs more than applying some. */
const NEXT_SITE = `
  with open as (
    select site_id from import_line where import_id = $1 and applied_at is null order by site_id limit 1
  ), whole as (
    select site_id from import_line where import_id = $1 and not exists (select 1 from open) order by site_id limit 1
  )
  select site_id as "siteId", true as "toApply" from open union all select site_id, false from whole`;

export async function takeLines(
  manager: EntityManager,
  importId: string,
  siteId: string,
): Promise<StagedLine[]> {
  return manager.query(
    `select line, group_name, held_on, outcome, headcount, cardinality(attendees) as people from import_line
     where import_id = $1 and site_id = $2 and applied_at is null order by group_name, held_on, line limit ${LINES_AT_ONCE}`,
    [importId, siteId],
  );
}

export interface AppliedLine {
  readonly line: number;
  readonly group_id: string;
  readonly meeting_id: string | null;
}

const MARK_APPLIED = {
  name: 'import-mark',
  text: `
  with done as (
    update import_line l set applied_at = now(), group_id = d.group_id, added = d.meeting_id is not null
    from jsonb_to_recordset($2::jsonb) as d(line int, group_id uuid, meeting_id uuid) where l.import_id = $1 and l.line = d.line
    returning l.added
  )
  update import_run r set applied = r.applied + t.lines, created = r.created + t.added
  from (select count(*) as lines, count(*) filter (where added) as added from done) t where r.id = $1`,
};

export async function markApplied(
  manager: EntityManager,
  importId: string,
  lines: readonly AppliedLine[],
): Promise<void> {
  await prepared(manager, MARK_APPLIED, [importId, JSON.stringify(lines)]);
}

/** What each group of the site got out of the import. */
export async function touchedGroups(
  manager: EntityManager,
  importId: string,
  siteId: string,
): Promise<{ groupId: string; added: number }[]> {
  return manager.query(
    `select group_id as "groupId", (count(*) filter (where added))::int as added from import_line
     where import_id = $1 and site_id = $2 and group_id is not null group by group_id order by group_id`,
    [importId, siteId],
  );
}

/** The sites of which staged lines are left. */
export async function sitesOf(manager: EntityManager, importId: string): Promise<string[]> {
  const rows: { site_id: string }[] = await manager.query(
    'select distinct site_id from import_line where import_id = $1 order by site_id',
    [importId],
  );
  return rows.map(({ site_id }) => site_id);
}

/** Staged lines hold hashed references to people: once they are applied they are not kept. */
export async function dropLines(
  manager: EntityManager,
  { importId, siteId, groups }: { importId: string; siteId: string; groups: number },
): Promise<void> {
  await manager.query('delete from import_line where import_id = $1 and site_id = $2', [importId, siteId]);
  await manager.query('update import_run set groups = groups + $2 where id = $1', [importId, groups]);
}

export async function endImport(
  manager: EntityManager,
  importId: string,
  state: 'done' | 'failed',
): Promise<void> {
  await manager.query(
    `update import_run set state = $2, ended_at = now() where id = $1 and state = 'running'`,
    [importId, state],
  );
}
