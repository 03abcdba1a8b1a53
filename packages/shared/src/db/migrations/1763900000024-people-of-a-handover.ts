import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const statements = [
  `alter table programme add column deputy_id uuid references account`,
  `create index ix_programme_ptv on programme (ptv_id) where ptv_id is not null`,
  `create index ix_programme_deputy on programme (deputy_id) where deputy_id is not null`,

  // How many of the programme would like what: counts only, nobody's answer.
  `create table programme_interest (
    programme_id uuid primary key references programme,
    site_id uuid not null references site,
    yes int not null check (yes between 0 and 500),
    maybe int not null check (maybe between 0 and 500),
    no int not null check (no between 0 and 500),
    other_kind int not null check (other_kind between 0 and 500),
    recorded_at timestamptz not null,
    recorded_by uuid references account,
    version int not null default 1)`,
  ...siteWall('programme_interest', { appMay: 'select, insert, update', workerMay: 'select' }),

  // One slip of paper in a hat: what somebody wishes, without who. Thrown away when the handover is signed off.
  `create table founding_wish (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    programme_id uuid not null references programme,
    interest text not null check (interest in ('yes', 'maybe', 'no', 'other-kind')),
    distance text check (distance in ('near', 'some-way', 'far')),
    times text[] not null default '{}',
    would_host boolean,
    way text check (way in ('in-person', 'online', 'either')))`,
  `create index ix_founding_wish_programme on founding_wish (programme_id)`,
  ...siteWall('founding_wish', { appMay: 'select, insert, delete', workerMay: 'select, delete' }),

  // A volunteer is asked, and says yes or no.
  `create table volunteer_request (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    programme_id uuid not null references programme,
    account_id uuid not null references account,
    part text not null check (part in ('ptv', 'deputy')),
    state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
    reason text,
    asked_at timestamptz not null,
    asked_by uuid references account,
    answered_at timestamptz)`,
  `create unique index uq_volunteer_request_open on volunteer_request (programme_id, part, account_id) where state = 'asked'`,
  `create index ix_volunteer_request_account on volunteer_request (account_id, asked_at desc, id desc)`,
  `create index ix_volunteer_request_site on volunteer_request (site_id, asked_at desc, id desc)`,
  `create index ix_volunteer_request_programme on volunteer_request (programme_id)`,
  ...siteWall('volunteer_request', { appMay: 'select, insert, update', workerMay: 'select, insert, update' }),

  // Status and date only; what a check said is kept elsewhere.
  `alter table volunteer
    add column caseload_cap int not null default 3 check (caseload_cap between 0 and 50),
    add column training_until date,
    add column checks_until date`,
  `create index ix_volunteer_account on volunteer (account_id)`,
  `create table volunteer_break (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    volunteer_id uuid not null references volunteer on delete cascade,
    from_on date not null,
    until_on date not null,
    ended_on date,
    check (from_on < until_on))`,
  `create index ix_volunteer_break on volunteer_break (volunteer_id, from_on desc)`,
  ...siteWall('volunteer_break', { appMay: 'select, insert, update', workerMay: 'select, update' }),

  // With whom a task was before somebody covers for them; whoever comes back gets it back.
  `alter table handover_task add column covered_for uuid references account`,
  `create index ix_handover_task_covered on handover_task (covered_for) where covered_for is not null`,
  // Running handovers have no daily look for tasks that nobody has any more: it begins the next morning.
  `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
    select distinct 'orphan-tasks', site_id, site_id, site_id, to_char(now() + interval '1 day', 'YYYY-MM-DD'), now() + interval '1 day'
    from handover where state in ('open', 'signed-off', 'accepted')`,

  // A role is offered, and taken or not; an accepted offer becomes a group_role.
  `create table role_offer (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    kind text not null check (kind in ('contact', 'host', 'ptv')),
    account_id uuid references account,
    member_id uuid references member,
    state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
    offered_at timestamptz not null,
    offered_by uuid references account,
    answered_at timestamptz,
    check ((account_id is null) <> (member_id is null)))`,
  `create unique index uq_role_offer_open on role_offer (group_id, kind, coalesce(account_id, member_id)) where state = 'asked'`,
  ...siteWall('role_offer', { appMay: 'select, insert, update', workerMay: 'select, update' }),

  // The last day of somebody who said that they would like to stop. Until then they hold the role.
  `alter table group_role add column stepping_down_on date`,
  // A role that nobody holds, with a clock on it.
  `create table succession (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    kind text not null check (kind in ('contact', 'host', 'ptv')),
    because text not null check (because in ('never-had-one', 'stepped-down', 'left', 'account-disabled', 'silent')),
    opened_on date not null,
    act_by date not null,
    stage text not null default 'group' check (stage in ('group', 'lead', 'site-admin')),
    state text not null default 'open' check (state in ('open', 'filled', 'group-ended')),
    closed_on date)`,
  `create unique index uq_succession_open on succession (group_id, kind) where state = 'open'`,
  `create index ix_succession_site on succession (site_id, act_by, id) where state = 'open'`,
  ...siteWall('succession', { appMay: 'select', workerMay: 'select, insert, update' }),
  // Groups that are there already are looked at by the first sweep; from then on each look arms the next.
  `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
    select 'succession-look', id, id, id, 'first', now() from site on conflict do nothing`,
];

export class PeopleOfAHandover1763900000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Answers of volunteers would be lost: restore a backup instead.');
  }
}
