import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@followon/shared/db/ledger/append';
import { prepared } from '@followon/shared/db/prepared';
import { guessCadence } from '@followon/shared/rules/import/guess-cadence';
import type { EntityManager } from 'typeorm';
import type { AppliedLine, StagedLine } from './staged-lines.js';

export interface Place {
  readonly importId: string;
  readonly siteId: string;
  readonly accountId: string;
  readonly now: Date;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly formedOn: string | null;
}

const NEW_GROUPS = `
  insert into follow_on_group (id, site_id, name, cadence, state, formed_on)
  select id, $2, name, cadence, 'meeting', formed_on from jsonb_to_recordset($1::jsonb) as g(id uuid, name text, cadence text, formed_on date)`;

/**
 * Finds the groups of these names, in whatever case they are written, and makes those that are not there, with the
 * rhythm that their dates show. Answers by the spelling of the file.
 */
export async function findOrMakeGroups(
  manager: EntityManager,
  names: readonly string[],
  { importId, siteId }: Place,
): Promise<Map<string, Group>> {
  const known: { id: string; name: string }[] = await manager.query(
    `select g.id, asked.name from unnest($2::text[]) as asked(name)
     join follow_on_group g on g.site_id = $1 and lower(g.name) = lower(asked.name)`,
    [siteId, names],
  );
  const groups = new Map(
    known.map((row) => [row.name, { ...row, isNew: false, formedOn: null as string | null }]),
  );
  const unknown = names.filter((name) => !groups.has(name));
  if (unknown.length === 0) return groups;

  const spellings: Spelling[] = await manager.query(SPELLINGS, [importId, siteId, unknown]);
  const made = new Map(spellings.map((row) => [row.folded, newGroup(row)]));
  await manager.query(NEW_GROUPS, [JSON.stringify([...made.values()]), siteId]);
  for (const { name, folded } of spellings) {
    const group = made.get(folded) as ReturnType<typeof newGroup>;
    groups.set(name, { id: group.id, name, isNew: name === group.name, formedOn: group.formed_on });
  }
  return groups;
}

interface Spelling {
  readonly name: string;
  /** The name without its case, as the database folds it. */
  readonly folded: string;
  readonly dates: readonly string[];
}

const SPELLINGS = `
  select group_name as name, lower(group_name) as folded, array_agg(held_on::text order by held_on) as dates from import_line
  where import_id = $1 and site_id = $2 and group_name = any($3) group by group_name order by group_name`;

const newGroup = ({ name, dates }: Spelling) => ({
  ...{ id: randomUUID(), name, cadence: guessCadence(dates), formed_on: dates[0] ?? null },
});

export interface NewMeeting {
  readonly id: string;
  readonly line: number;
  readonly group_id: string;
  readonly held_on: string;
  readonly outcome: 'held' | 'not-held' | 'missing';
  readonly headcount: number | null;
  readonly named: boolean;
}

const MEETINGS = {
  name: 'import-meetings',
  text: `
  insert into meeting (id, site_id, group_id, held_on, outcome, headcount, named, reason, recorded_at, recorded_by, version)
  select id, $2, group_id, held_on, outcome, headcount, named, case outcome when 'not-held' then 'not-said' end,
    case when outcome <> 'missing' then $3::timestamptz end, $4, case when outcome <> 'missing' then 1 else 0 end
  from jsonb_to_recordset($1::jsonb) as m(id uuid, group_id uuid, held_on date, outcome text, headcount int, named boolean)
  on conflict (group_id, held_on) do update set outcome = excluded.outcome, headcount = excluded.headcount, named = excluded.named,
    reason = excluded.reason, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, version = excluded.version
    where meeting.outcome in ('planned', 'missing') and meeting.outcome <> excluded.outcome
  returning id, group_id, held_on`,
};

const dayOf = ({ group_id, held_on }: Pick<NewMeeting, 'group_id' | 'held_on'>): string =>
  `${group_id}/${held_on}`;

/**
 * Adds the meetings that are not there yet, and says of a planned one, or of one whose register was missing, how it
 * went. A register that is there stays as it is.
 */
export async function addMeetings(
  manager: EntityManager,
  lines: readonly StagedLine[],
  { groups, place }: { groups: ReadonlyMap<string, Group>; place: Place },
): Promise<NewMeeting[]> {
  const rows = oneADay(lines.map((line) => meetingOf(line, groups)));
  const { siteId, now, accountId } = place;
  const added = await prepared<Pick<NewMeeting, 'id' | 'group_id' | 'held_on'>>(manager, MEETINGS, [
    JSON.stringify(rows),
    siteId,
    now,
    accountId,
  ]);
  const idOf = new Map(added.map((row) => [dayOf(row), row.id]));
  return rows.flatMap((row) => {
    const id = idOf.get(dayOf(row));
    return id === undefined ? [] : [{ ...row, id }];
  });
}

/** The first line of a day counts where a file spells one group in two ways. */
const oneADay = (rows: readonly NewMeeting[]): NewMeeting[] =>
  [...new Map(rows.toReversed().map((row) => [dayOf(row), row])).values()].reverse();

function meetingOf(
  { line, group_name, held_on, outcome, headcount, people }: StagedLine,
  groups: ReadonlyMap<string, Group>,
): NewMeeting {
  const row = { id: randomUUID(), line, group_id: groupIdOf(group_name, groups), held_on };
  const came = Math.max(headcount ?? 0, people);
  if (outcome === 'held' && (headcount !== null || people > 0))
    return { ...row, outcome, headcount: came, named: people > 0 };
  if (outcome === 'held' || outcome === 'missing')
    return { ...row, outcome: 'missing', headcount: null, named: false };
  return { ...row, outcome: 'not-held', headcount: null, named: false };
}

function groupIdOf(name: string, groups: ReadonlyMap<string, Group>): string {
  const group = groups.get(name);
  if (!group) throw new Error('a staged line names a group that was not made');
  return group.id;
}

/** The facts of a batch, in order of date within each group. */
export function factsOf(
  groups: ReadonlyMap<string, Group>,
  meetings: readonly NewMeeting[],
  { siteId, accountId, now }: Place,
): NewEvent[] {
  const common = { siteId, origin: 'import', actorId: accountId, occurredAt: now } as const;
  const formed = [...groups.values()]
    .filter(({ isNew }) => isNew)
    .map(({ id, formedOn }): NewEvent => {
      return {
        ...common,
        name: 'group.formed.v1',
        streamId: id,
        payload: { groupId: id, programmeId: null, formedOn },
      };
    });
  return [
    ...formed,
    ...meetings.map((meeting): NewEvent => ({ ...common, streamId: meeting.group_id, ...factOf(meeting) })),
  ];
}

function factOf({
  id,
  group_id,
  held_on,
  outcome,
  headcount,
}: NewMeeting): Pick<NewEvent, 'name' | 'payload'> {
  const meeting = { groupId: group_id, meetingId: id, on: held_on };
  if (outcome === 'held')
    return { name: 'meeting.held.v1', payload: { ...meeting, headcount: headcount ?? 0, newcomers: 0 } };
  if (outcome === 'missing') return { name: 'register.missing.v1', payload: meeting };
  return { name: 'meeting.not-held.v1', payload: { ...meeting, reason: 'not-said' } };
}

export function appliedLines(
  lines: readonly StagedLine[],
  groups: ReadonlyMap<string, Group>,
  meetings: readonly NewMeeting[],
): AppliedLine[] {
  const meetingOfLine = new Map(meetings.map(({ line, id }) => [line, id]));
  return lines.map(({ line, group_name }) => ({
    line,
    group_id: groupIdOf(group_name, groups),
    meeting_id: meetingOfLine.get(line) ?? null,
  }));
}
