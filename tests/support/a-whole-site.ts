import { randomUUID } from 'node:crypto';
import type { AccountRow } from './an-account.js';
import { aDeadEvent, aFact } from './a-dead-event.js';
import { aGroup } from './a-group.js';
import { aHandover, taskOf } from './a-handover.js';
import { thePeopleOfAHandover } from './the-people-of-a-handover.js';
import { aNudge } from './a-nudge.js';
import { aProgramme } from './a-programme.js';
import { aSite } from './a-site.js';
import { anAccount } from './an-account.js';
import { whatPeopleWish } from './what-people-wish.js';
import type { TestDatabase } from './database.js';

/** Whose the records are; those nobody is named for belong to the site only. */
export interface Owners {
  readonly clinician?: AccountRow;
  readonly volunteer?: AccountRow;
  readonly contact?: AccountRow;
}

/** Ids of one record of each kind, all about one group of one site. */
export interface SiteRecords {
  readonly site: string;
  readonly programme: string;
  readonly handover: string;
  readonly group: string;
  readonly meeting: string;
  readonly member: string;
  readonly role: string;
  readonly report: string;
  readonly alert: string;
  readonly event: string;
  readonly 'dead-event': string;
  readonly request: string;
  readonly volunteer: string;
  readonly break: string;
  readonly offer: string;
  readonly succession: string;
  readonly merge: string;
  readonly delivery: string;
  readonly trial: string;
  /** A task of each owner, by role. */
  readonly tasks: Readonly<Record<'clinician' | 'volunteer' | 'contact' | 'lead', string>>;
}

const taskKeys = {
  clinician: 'leaflets_given',
  volunteer: 'ptv_visit',
  contact: 'support_plan',
  lead: 'assign_ptv',
} as const;

/** A row in every table that holds domain data, at a new site unless one is given. */
export async function aWholeSite(
  database: TestDatabase,
  { siteId, owners = {} }: { readonly siteId?: string; readonly owners?: Owners } = {},
): Promise<SiteRecords> {
  const site = siteId ?? (await aSite(database)).id;
  const programme = await aProgramme(database, {
    siteId: site,
    clinicianId: owners.clinician?.id ?? null,
    ptvId: owners.volunteer?.id ?? null,
  });
  const group = (await aGroup(database, { siteId: site, programmeId: programme.id })).id;
  const handover = (await aHandover(database, programme, { groupId: group })).id;
  const people = await somePeople(database, { site, group, owners });
  const meeting = await aMeeting(database, { site, group, member: people.member });
  const judged = await aJudgement(database, { site, group });
  const nudge = await aNudge(database, {
    siteId: site,
    groupId: group,
    person: { kind: 'member', id: people.member },
  });
  const dead = await aDeadEvent(database, { siteId: site, reactor: 'nudges' });
  await theLedgersRest(database, { site, eventId: judged.event });
  const tasks = await theTasks(database, handover);
  const place = { site, programme: programme.id, group, member: people.member };
  const carried = await thePeopleOfAHandover(database, {
    ...place,
    task: tasks.lead,
    volunteer: owners.volunteer,
  });
  const account = (await anAccount(database)).id;
  const said = { alert: judged.alert, nudge: nudge.id, delivery: nudge.deliveryId ?? '', account };
  const wished = await whatPeopleWish(database, { site, group, member: people.member, ...said });
  return {
    site,
    programme: programme.id,
    handover,
    group,
    meeting,
    ...people,
    ...judged,
    'dead-event': dead.id,
    ...carried,
    ...wished,
    delivery: said.delivery,
    tasks,
  };
}

interface Place {
  readonly site: string;
  readonly group: string;
}

async function somePeople(
  database: TestDatabase,
  { site, group, owners }: Place & { readonly owners: Owners },
) {
  const place = { site_id: site, group_id: group };
  const member = await database.insert<{ id: string }>('member', { ...place, display_name: 'Robin' });
  const role = await database.insert<{ id: string }>('group_role', {
    ...place,
    kind: 'host',
    member_id: member.id,
    from_on: '2026-01-01',
  });
  const holders = { ptv: owners.volunteer, contact: owners.contact };
  for (const [kind, holder] of Object.entries(holders)) {
    if (holder)
      await database.insert('group_role', { ...place, kind, account_id: holder.id, from_on: '2026-01-01' });
  }
  return { member: member.id, role: role.id };
}

async function aMeeting(
  database: TestDatabase,
  { site, group, member }: Place & { readonly member: string },
) {
  const meeting = await database.insert<{ id: string }>('meeting', {
    site_id: site,
    group_id: group,
    held_on: '2026-04-13',
    outcome: 'held',
    headcount: 6,
    named: true,
    recorded_at: new Date(),
    version: 1,
  });
  await database.insert('attendance', {
    meeting_id: meeting.id,
    group_id: group,
    site_id: site,
    present: [member],
  });
  return meeting.id;
}

async function aJudgement(database: TestDatabase, { site, group }: Place) {
  const place = { site_id: site, group_id: group };
  const { event_id: event } = await aFact(database, { siteId: site, streamId: group });
  const judged = { reasons: '[]', parameter_version: 'test' };
  await database.insert('group_health', {
    ...place,
    ...judged,
    level: 'fading',
    assessed_at: new Date(),
    as_of_seq: 1,
  });
  await database.insert('group_level_change', {
    ...{ ...place, ...judged, changed_on: '2026-04-14', at: new Date() },
    ...{ to_level: 'fading', event_id: event },
  });
  await database.insert('group_rest', { ...place, from_on: '2025-12-01', until_on: '2026-01-05' });
  const told = { kind: 'venue-lost', on_date: '2026-04-14' };
  const report = await database.insert<{ id: string }>('group_report', { ...place, ...told });
  const alert = await database.insert<{ id: string }>('alert', {
    ...{ ...place, cause: 'fading', reasons: '[]' },
    ...{ opened_at: new Date(), opened_event_id: event },
  });
  return { alert: alert.id, report: report.id, event };
}

async function theLedgersRest(
  database: TestDatabase,
  { site, eventId }: { readonly site: string; readonly eventId: string },
) {
  const place = { site_id: site };
  await database.query(
    `insert into stream_head (stream_id, stream_kind, site_id, next_seq)
     select stream_id, stream_kind, site_id, max(seq) + 1 from event where site_id = $1 group by 1, 2, 3
     on conflict do nothing`,
    [site],
  );
  await database.insert('reaction_outcome', {
    ...{ ...place, reactor: 'health', event_id: eventId },
    ...{ reaction: 'judge-group', did: true, what: 'judged' },
  });
  await database.query('insert into audit_head (site_id) values ($1) on conflict do nothing', [site]);
  await database.query(
    `insert into audit_entry (site_id, seq, what, at, prev_hash, hash) values ($1, -1, 'test', now(), '', '') on conflict do nothing`,
    [site],
  );
  await database.query(
    'insert into site_policy (site_id, version, saved_at) values ($1, 1, now()) on conflict do nothing',
    [site],
  );
  const due = { rule: 'test', occurrence: '2026-04-14', due_at: new Date() };
  await database.insert('due', { ...place, ...due, stream_id: randomUUID(), subject_id: randomUUID() });
}

async function theTasks(database: TestDatabase, handover: string): Promise<SiteRecords['tasks']> {
  const id = async (key: string) => (await taskOf(database, handover, key)).id;
  return {
    clinician: await id(taskKeys.clinician),
    volunteer: await id(taskKeys.volunteer),
    contact: await id(taskKeys.contact),
    lead: await id(taskKeys.lead),
  };
}
