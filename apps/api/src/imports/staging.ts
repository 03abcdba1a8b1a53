import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import type { EntityManager } from 'typeorm';

/** A line that may be kept; its attendees are hashes already. */
export interface LineToStage extends Omit<RegisterLine, 'site'> {
  readonly line: number;
  readonly siteId: string;
}

export interface Refused {
  readonly line: number;
  readonly reason: string;
}

const TWICE = 'This group has another line for the same date in this file. Keep one of them.';

const STAGE = `
  insert into import_line (import_id, line, site_id, group_name, held_on, outcome, headcount, attendees)
  select $1, line, site_id, group_name, held_on, outcome, headcount, coalesce(string_to_array(nullif(attendees, ''), ','), '{}')
  from unnest($2::int[], $3::uuid[], $4::text[], $5::date[], $6::text[], $7::int[], $8::text[])
    as l(line, site_id, group_name, held_on, outcome, headcount, attendees)
  order by line on conflict (import_id, site_id, group_name, held_on) do nothing returning line`;

/** Stages a batch and returns the lines that were there already: the first line for a group and date is the one kept. */
export async function stage(
  manager: EntityManager,
  importId: string,
  lines: readonly LineToStage[],
): Promise<Refused[]> {
  if (lines.length === 0) return [];
  const rows: { line: number }[] = await manager.query(STAGE, [
    importId,
    lines.map(({ line }) => line),
    lines.map(({ siteId }) => siteId),
    lines.map(({ group }) => group),
    lines.map(({ on }) => on),
    lines.map(({ outcome }) => outcome),
    lines.map(({ headcount }) => headcount),
    lines.map(({ attendees }) => attendees.join(',')),
  ]);
  const staged = new Set(rows.map(({ line }) => line));
  return lines.filter(({ line }) => !staged.has(line)).map(({ line }) => ({ line, reason: TWICE }));
}

const REFUSE = `insert into import_refusal (import_id, line, reason) select $1, * from unnest($2::int[], $3::text[])`;

export async function refuse(
  manager: EntityManager,
  importId: string,
  refused: readonly Refused[],
): Promise<void> {
  if (refused.length === 0) return;
  const values = [importId, refused.map(({ line }) => line), refused.map(({ reason }) => reason)];
  await manager.query(REFUSE, values);
}

const WOULD_BE_NEW = `
  select count(*) filter (where m.id is null) as created, count(distinct (l.site_id, l.group_name)) as groups
  from import_line l left join follow_on_group g on g.site_id = l.site_id and g.name = l.group_name
    left join meeting m on m.group_id = g.id and m.held_on = l.held_on
  where l.import_id = $1`;

/** What an import of the staged lines would bring: meetings that are not there yet, and groups it speaks of. */
export async function wouldBeNew(
  manager: EntityManager,
  importId: string,
): Promise<{ created: number; groups: number }> {
  const [row]: { created: number; groups: number }[] = await manager.query(WOULD_BE_NEW, [importId]);
  return row ?? { created: 0, groups: 0 };
}

export async function dropStaged(manager: EntityManager, importId: string): Promise<void> {
  await manager.query('delete from import_line where import_id = $1', [importId]);
}
