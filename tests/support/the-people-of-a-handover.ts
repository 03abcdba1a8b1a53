import type { AccountRow } from './an-account.js';
import { anAccount } from './an-account.js';
import { aGroup } from './a-group.js';
import type { TestDatabase } from './database.js';

interface Place {
  readonly site: string;
  readonly programme: string;
  readonly group: string;
  readonly member: string;
  readonly task: string;
  /** Who is asked; somebody new unless given. */
  readonly volunteer: AccountRow | undefined;
}

const AT = new Date('2026-04-14T09:00:00Z');
const ON = '2026-04-14';

/** A row in every table about who carries a handover, what they are given and where a group went on. */
export async function thePeopleOfAHandover(database: TestDatabase, place: Place) {
  await theSitesOwn(database, place);
  await theProgrammes(database, place);
  return { ...(await theAsked(database, place)), ...(await theGroups(database, place)) };
}

async function theSitesOwn(database: TestDatabase, { site, task }: Place): Promise<void> {
  const saved = { site_id: site, version: 1, saved_at: AT };
  const once = 'on conflict do nothing';
  await database.query(
    `insert into handover_policy (site_id, lead_after_days, admin_after_days, minimum_interest, version, saved_at) values ($1, 3, 7, 4, 1, now()) ${once}`,
    [site],
  );
  await database.query(
    `insert into handover_template (site_id, route, version, changes, saved_at) values ($1, 'new', 1, '{}', now()) ${once}`,
    [site],
  );
  await database.query(
    `insert into site_document (site_id, key, version, title, body, saved_at) values ($1, 'leaflet-people', $2, 'Leaflet', 'Words', $3) ${once}`,
    [site, saved.version, AT],
  );
  await database.insert('task_stage', {
    ...{ task_id: task, site_id: site, due_on: ON },
    ...{ stage: 'lead', due_at: AT },
  });
}

async function theProgrammes(database: TestDatabase, { site, programme }: Place): Promise<void> {
  const about = { site_id: site, programme_id: programme };
  const counts = { yes: 5, maybe: 2, no: 1, other_kind: 0 };
  await database.insert('programme_interest', { ...about, ...counts, recorded_at: AT });
  await database.insert('founding_wish', { ...about, interest: 'yes', distance: 'near' });
  await database.insert('document_given', {
    ...{ ...about, key: 'leaflet-people', version: 'base-1', format: 'print' },
    ...{ given_on: ON, recorded_at: AT },
  });
}

async function theAsked(database: TestDatabase, { site, programme, group, member, volunteer }: Place) {
  const asked = volunteer ?? (await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] }));
  const request = await database.insert<{ id: string }>('volunteer_request', {
    ...{ site_id: site, programme_id: programme, account_id: asked.id },
    ...{ part: 'deputy', asked_at: AT },
  });
  const offer = await database.insert<{ id: string }>('role_offer', {
    ...{ site_id: site, group_id: group, kind: 'contact', member_id: member, offered_at: AT },
  });
  const [known] = await database.query<{ id: string }>(
    'insert into volunteer (site_id, account_id) values ($1, $2) on conflict (site_id, account_id) do update set site_id = excluded.site_id returning id',
    [site, asked.id],
  );
  const rest = await database.insert<{ id: string }>('volunteer_break', {
    ...{
      site_id: site,
      volunteer_id: known?.id,
      from_on: '2026-01-05',
      until_on: '2026-01-19',
      ended_on: '2026-01-19',
    },
  });
  return { request: request.id, offer: offer.id, volunteer: known?.id ?? '', break: rest.id };
}

async function theGroups(database: TestDatabase, { site, group }: Place) {
  const other = await aGroup(database, { siteId: site });
  const about = { site_id: site };
  const succession = await database.insert<{ id: string }>('succession', {
    ...{ ...about, group_id: group, kind: 'host', because: 'stepped-down' },
    ...{ opened_on: ON, act_by: '2026-04-28' },
  });
  const merge = await database.insert<{ id: string }>('group_merge', {
    ...{ ...about, from_group_id: group, into_group_id: other.id, asked_at: AT },
  });
  return { succession: succession.id, merge: merge.id };
}
