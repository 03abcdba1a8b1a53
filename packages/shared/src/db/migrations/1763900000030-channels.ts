import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkPersonWalls } from './link-person-walls.js';
import { asOwner, siteWall, wall } from './walls.js';

/** `on_its_way`: it has left, or may have; nobody knows that it has not. Nothing of a site is told to another but times. */
const messagesCounted = `
  create function messages_counted(people uuid[], since timestamptz)
    returns table (person_id uuid, nudge_id uuid, key text, at timestamptz, on_its_way boolean)
    language sql stable ${asOwner} as $$
    select n.person_id, n.id, n.key, coalesce(n.sent_at, n.due_at),
      n.state = 'sent' or exists (select from delivery d where d.nudge_id = n.id and d.state in ('sending', 'unknown'))
    from nudge n
    where n.person_id = any(people) and n.audience in ('member', 'role-holder') and n.state in ('planned', 'sent')
      and n.due_at > since - interval '31 days' and coalesce(n.sent_at, n.due_at) > since $$`;

const statements = [
  // The answer to a message, and whether it was withheld to learn whether it helps.
  `alter table nudge
    add column answer text,
    add column answered_at timestamptz,
    add column arm text check (arm in ('sent', 'withheld')),
    add column trial_id uuid`,
  `create index ix_nudge_answered on nudge (group_id, key, answered_at desc) where answered_at is not null`,
  // What counts in a person's budget, in all their groups, also those of other sites: times and keys only.
  `create index ix_nudge_counted on nudge (person_id, due_at) where state in ('planned', 'sent') and audience in ('member', 'role-holder')`,
  messagesCounted,
  `revoke all on function messages_counted(uuid[], timestamptz) from public`,
  `grant execute on function messages_counted(uuid[], timestamptz) to worker_rt`,
  // Whose clocks count for what is sent to the people of a site.
  `alter table site add column zone text not null default 'Europe/London'`,
  // A group that answers a message with "please call us" has asked for a hand.
  `grant insert on group_report to worker_rt`,

  `alter table delivery
    -- Where it went; null on the screen of the demo.
    add column contact_point_id uuid references contact_point,
    -- As the provider tells afterwards.
    add column delivered_at timestamptz,
    add column bounced_at timestamptz,
    -- A person decided what became of it.
    add column settled_by uuid references account,
    add column settled_at timestamptz`,
  `create index ix_delivery_person_decides on delivery (site_id, due_at desc, id) where state in ('unknown', 'dead', 'held')`,
  // How many there are in each state of a site, and each state's list, newest first.
  `create index ix_delivery_state on delivery (site_id, state, due_at desc, id)`,
  // The whole lists of whoever reads more than one site, latest first; and those that go one way, of which there may be few.
  `create index ix_delivery_latest on delivery (due_at desc, id)`,
  `create index ix_delivery_channel on delivery (channel, due_at desc, id)`,
  `create index ix_nudge_latest on nudge (due_at desc, id)`,
  // Who was told of an alert, also of one that opened long ago.
  `create index ix_nudge_of_alerts on nudge (site_id, due_at) where key in ('would_a_hand_help', 'alert_opened', 'task_digest', 'alert_unanswered')`,
  `create index ix_delivery_provider_ref on delivery (provider_ref) where provider_ref is not null`,
  // A person may say: try again, let it go, or it was posted.
  `grant update (state, reason, due_at, tries, sent_at, delivered_at, settled_by, settled_at) on delivery to app_rt`,
  // Nobody is at the address with which somebody signs in; until a message arrives there, or a person says that it is right now.
  `alter table account add column email_broken_at timestamptz`,
  `grant select (email_broken_at), update (email_broken_at) on account to worker_rt`,
  `grant update (email_broken_at) on account to app_rt`,
  // An address is opened for one thing: a letter that waits to be printed, by whoever administers its site.
  `create function letter_address(wanted uuid) returns table (id uuid, sealed bytea, key_id text) language sql stable ${asOwner} as $$
    select p.id, p.sealed, p.key_id from delivery d join nudge n on n.id = d.nudge_id
      join contact_point p on p.person_id = n.person_id and p.channel = 'letter' and p.removed_at is null
    where d.id = wanted and d.state = 'held' and d.reason = 'to-print' and exists (select from membership m
      where m.account_id = nullif(current_setting('app.user_id', true), '')::uuid and m.site_id = d.site_id and m.role = 'site-admin') $$`,
  `revoke all on function letter_address(uuid) from public`,
  `grant execute on function letter_address(uuid) to app_rt`,

  // What people answered before a meeting, in numbers: for those with a part in its group, and for the link to its register.
  `create function answers_before(meetings uuid[]) returns table (meeting_id uuid, coming int, not_this_time int) language sql stable ${asOwner} as $$
    select m.id, (count(*) filter (where said.answer = 'coming'))::int, (count(*) filter (where said.answer = 'not-this-time'))::int
    from meeting m cross join lateral (
      select distinct on (n.person_id) n.answer from nudge n
      where n.group_id = m.group_id and n.key in ('meeting_reminder', 'first_meeting_soon') and n.subject_id = m.id
        and n.answered_at is not null and n.figures ->> 'on' = m.held_on::text
      order by n.person_id, n.answered_at desc) said
    where m.id = any(meetings) and (
      exists (select from group_role r where r.group_id = m.group_id and r.until_on is null
        and r.account_id = nullif(current_setting('app.user_id', true), '')::uuid)
      or exists (select from link l where l.id = nullif(current_setting('app.link_id', true), '')::uuid and l.revoked_at is null
        and l.action = 'record-register' and l.subject_id = m.id))
    group by m.id $$`,
  `revoke all on function answers_before(uuid[]) from public`,
  `grant execute on function answers_before(uuid[]) to app_rt, link_rt`,

  // Every step of a delivery, as it was taken.
  `create table delivery_step (
    id bigint generated always as identity primary key,
    delivery_id uuid not null references delivery on delete cascade,
    site_id uuid not null references site,
    at timestamptz not null,
    what text not null check (what in ('chosen', 'held', 'handed-over', 'refused', 'retry', 'unknown', 'dead', 'suppressed', 'delivered', 'bounced',
      'sender-lost', 'settled', 'to-print')),
    channel text,
    reason text)`,
  `create index ix_delivery_step on delivery_step (delivery_id, id)`,
  ...siteWall('delivery_step', { appMay: 'select, insert', workerMay: 'select, insert' }),

  // How fast a provider may be fed, over all workers: a bucket that fills at a rate.
  `create table provider_bucket (
    channel text primary key,
    tokens double precision not null,
    capacity double precision not null,
    per_second double precision not null,
    filled_at timestamptz not null,
    -- The provider asked to be left alone until then.
    paused_until timestamptz)`,
  ...wall({ table: 'provider_bucket' }),
  `create policy worker_bucket on provider_bucket to worker_rt using (true) with check (true)`,
  `grant select, insert, update on provider_bucket to worker_rt`,

  ...linkPersonWalls,
];

export class Channels1763900000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The steps of deliveries would be lost: restore a backup instead.');
  }
}
