import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { Seeded } from './seeded.js';
import type { Stage } from './stage.js';

/** A meeting that takes place in the campaign or the bench: a row and its fact, in one transaction. */
export interface MeetingToHold {
  readonly meetingId: string;
  readonly groupId: string;
  readonly siteId: string;
  readonly on: string;
  readonly headcount: number;
}

export interface Network {
  /** May write at every site. */
  readonly accountId: string;
  /** Each with the meetings it will hold, in order of date. */
  readonly groups: readonly {
    readonly groupId: string;
    readonly siteId: string;
    readonly meetings: readonly MeetingToHold[];
  }[];
}

interface Size {
  readonly sites: number;
  readonly groups: number;
  readonly meetingsEach: number;
  /** How often a group fades: again and again (a campaign wants every level often), or once in its history. */
  readonly fades?: 'often' | 'once';
}

const lastMeetingOn = (): string => addDays(new Date().toISOString().slice(0, 10), -1);

/** Sites with a clinician and a volunteer lead, weekly groups with a contact person, and what they will do. */
export async function aNetwork(stage: Stage, random: Seeded, size: Size): Promise<Network> {
  const accountId = random.uuid();
  const siteIds = Array.from({ length: size.sites }, () => random.uuid());
  const groups = Array.from({ length: size.groups }, (_, index) => {
    const group = { groupId: random.uuid(), siteId: siteIds[index % siteIds.length] as string };
    return { ...group, meetings: meetingsOf(group, random, size) };
  });
  await insertSites(stage, siteIds, accountId);
  await stage.query(INSERT_GROUPS, [
    JSON.stringify(groups.map(({ groupId, siteId }) => ({ groupId, siteId }))),
  ]);
  await stage.query('analyze');
  return { accountId, groups };
}

function meetingsOf(
  group: { groupId: string; siteId: string },
  random: Seeded,
  { meetingsEach: count, fades = 'often' }: Size,
): MeetingToHold[] {
  const last = lastMeetingOn();
  const evenings = fades === 'often' ? fadingOften(random, count) : fadingOnce(random, count);
  return evenings.map((headcount, index) => ({
    ...group,
    meetingId: random.uuid(),
    on: addDays(last, -7 * (count - 1 - index)),
    headcount,
  }));
}

/** Steady for a while, then a dip or a collapse, then steady again: every level is reached and left. */
function fadingOften(random: Seeded, count: number): number[] {
  const usual = random.between(8, 12);
  const evenings: number[] = [];
  while (evenings.length < count) {
    for (let n = random.between(6, 11); n > 0; n -= 1) evenings.push(usual + random.between(-1, 1));
    const low = random.pick([Math.floor(usual / 2), 2]);
    for (let n = random.between(2, 4); n > 0; n -= 1) evenings.push(random.between(low - 1, low));
  }
  return evenings.slice(0, count);
}

/** As groups mostly are: steady, and one dip of some weeks. */
function fadingOnce(random: Seeded, count: number): number[] {
  const usual = random.between(8, 12);
  const evenings = Array.from({ length: count }, () => usual + random.between(-1, 1));
  const from = random.between(Math.min(8, count), count);
  const weeks = random.between(2, 4);
  return evenings.map((came, index) =>
    index >= from && index < from + weeks ? Math.floor(usual / 2) : came,
  );
}

async function insertSites(stage: Stage, siteIds: readonly string[], accountId: string): Promise<void> {
  await stage.query(
    `insert into account (id, email, display_name, password_hash) values ($1::uuid, $1::text || '@example.test', 'Sam Taylor', 'none')`,
    [accountId],
  );
  await stage.query(`insert into site (id, name) select id, 'Site ' || id from unnest($1::uuid[]) as s(id)`, [
    siteIds,
  ]);
  await stage.query(
    `insert into membership (account_id, site_id, role) select $2, id, 'network-admin' from unnest($1::uuid[]) as s(id)`,
    [siteIds, accountId],
  );
  await stage.query(
    `with person as (
       insert into account (email, display_name, password_hash)
       select role || '-' || id || '@example.test', 'Alex Morgan', 'none'
       from unnest($1::uuid[]) as s(id) cross join unnest(array['clinician', 'lead']) as r(role)
       returning id, split_part(email, '-', 1) as role, substr(email, strpos(email, '-') + 1, 36)::uuid as site_id)
     insert into membership (account_id, site_id, role) select id, site_id, role from person`,
    [siteIds],
  );
}

const INSERT_GROUPS = `
  with new_group as (
    insert into follow_on_group (id, site_id, name, cadence, state, formed_on)
    select "groupId", "siteId", 'Group ' || "groupId", 'weekly', 'meeting', current_date - 800
    from jsonb_to_recordset($1::jsonb) as g("groupId" uuid, "siteId" uuid)
    returning id, site_id
  )
  insert into member (site_id, group_id, display_name, wants_messages, joined_on)
  select site_id, id, 'Robin Ellis', true, current_date - 700 from new_group`;
