import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import type { Seeded } from '../support/seeded.js';
import type { Stage } from '../support/stage.js';
import { testSecret } from '../support/test-secret.js';

/** A Wednesday noon in London. */
export const noonOfNudges = '2026-06-10T11:00:00Z';
const yesterday = '2026-06-09';

interface Size {
  readonly groups: number;
  readonly sites: number;
}

const SITES = `insert into site (id, name) select id, 'Site ' || id from unnest($1::uuid[]) as s(id)`;

const GROUPS = `
  with g as (
    insert into follow_on_group (id, site_id, name, cadence, state, formed_on)
    select "groupId", "siteId", 'Group ' || "groupId", 'weekly', 'meeting', date '2026-03-02' from jsonb_to_recordset($1::jsonb) as g("groupId" uuid, "siteId" uuid)
    returning id, site_id),
  m as (
    insert into meeting (id, site_id, group_id, held_on, outcome, version)
    select "meetingId", "siteId", "groupId", $2::date, 'planned', 1 from jsonb_to_recordset($1::jsonb) as g("groupId" uuid, "siteId" uuid, "meetingId" uuid)
    returning id)
  select count(*) from g, m where false`;

const PEOPLE = `
  with person as (
    select * from jsonb_to_recordset($1::jsonb) as p(id uuid, "groupId" uuid, "siteId" uuid, "pointId" uuid, sealed text, "keyId" text, hash text)),
  m as (
    insert into member (id, site_id, group_id, display_name, wants_messages, joined_on)
    select id, "siteId", "groupId", 'Robin Ellis', true, date '2026-03-02' from person),
  r as (
    insert into group_role (site_id, group_id, kind, member_id, from_on) select "siteId", "groupId", 'contact', id, date '2026-03-02' from person)
  insert into contact_point (id, person_id, person_kind, member_id, channel, sealed, key_id, address_hash, added_at)
  select "pointId", id, 'member', id, 'email', decode(sealed, 'hex'), "keyId", decode(hash, 'hex'), $2::timestamptz from person`;

const EVENTS = `
  with g as (
    select * from jsonb_to_recordset($1::jsonb) as g("groupId" uuid, "siteId" uuid, "meetingId" uuid)),
  h as (
    insert into stream_head (stream_id, stream_kind, site_id, next_seq) select "groupId", 'group', "siteId", 2 from g)
  insert into event (event_id, stream_id, stream_kind, seq, site_id, name, payload, origin, occurred_at, announced_at)
  select gen_random_uuid(), "groupId", 'group', 1, "siteId", 'register.missing.v1',
    jsonb_build_object('groupId', "groupId", 'meetingId', "meetingId", 'on', $2::text), 'live', $3::timestamptz, now() from g`;

/** Groups whose register of yesterday is missing, each with two contact people and their sealed addresses; answers the streams. */
export async function nudgesToPlan(stage: Stage, random: Seeded, size: Size): Promise<string[]> {
  const siteIds = Array.from({ length: size.sites }, () => random.uuid());
  const groups = Array.from({ length: size.groups }, (_, index) => ({
    ...{ groupId: random.uuid(), siteId: siteIds[index % siteIds.length] ?? '', meetingId: random.uuid() },
  }));
  await stage.query(SITES, [siteIds]);
  await stage.query(GROUPS, [JSON.stringify(groups), yesterday]);
  const people = groups.flatMap(({ groupId, siteId }) =>
    [1, 2].map(() => personOf(random, { groupId, siteId })),
  );
  await stage.query(PEOPLE, [JSON.stringify(people), noonOfNudges]);
  await stage.query(EVENTS, [JSON.stringify(groups), yesterday, noonOfNudges]);
  await stage.query('analyze');
  return groups.map(({ groupId }) => groupId);
}

function personOf(random: Seeded, place: { groupId: string; siteId: string }) {
  const [id, pointId] = [random.uuid(), random.uuid()];
  const address = `${id}@example.test`;
  const point = sealAddress(testSecret, { id: pointId, channel: 'email', address });
  const [sealed, hash] = [point.sealed.toString('hex'), point.addressHash.toString('hex')];
  return { id, ...place, pointId, sealed, keyId: point.keyId, hash };
}
