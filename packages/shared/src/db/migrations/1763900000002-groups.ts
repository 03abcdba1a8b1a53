import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const level = (column: string) =>
  `${column} text check (${column} in ('steady', 'watch', 'fading', 'at-risk'))`;

const tables = [
  `create table programme (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    name text not null,
    type text not null check (type in ('PMP', 'SMP')),
    mode text not null check (mode in ('in-person', 'online', 'hybrid')),
    first_session_on date,
    last_session_on date not null,
    finished_on date,
    clinician_id uuid references account,
    ptv_id uuid references account,
    version int not null default 1,
    created_at timestamptz not null default now(),
    check (first_session_on is null or first_session_on <= last_session_on),
    check (first_session_on is null or finished_on is null or first_session_on <= finished_on))`,
  `create index ix_programme_site on programme (site_id, last_session_on desc, id)`,
  `create table follow_on_group (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    programme_id uuid references programme,
    name text not null,
    cadence text not null check (cadence in ('weekly', 'fortnightly', 'monthly', 'irregular')),
    state text not null check (state in ('forming', 'meeting', 'resting', 'merged', 'closed-well', 'closed', 'unknown')),
    formed_on date,
    resting_until date,
    closed_on date,
    messages_off boolean not null default false,
    version int not null default 1,
    created_at timestamptz not null default now())`,
  `create unique index uq_follow_on_group_name on follow_on_group (site_id, lower(name))`,
  `create index ix_follow_on_group_list on follow_on_group (site_id, lower(name), id)`,
  `create index ix_follow_on_group_programme on follow_on_group (programme_id)`,
  `create table group_rest (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    from_on date not null,
    until_on date,
    check (until_on is null or from_on <= until_on))`,
  `create index ix_group_rest_group on group_rest (group_id)`,
  `create table member (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    account_id uuid references account,
    display_name text,
    reference_hash bytea,
    wants_messages boolean not null default false,
    joined_on date,
    paused_until date,
    left_on date)`,
  `create unique index uq_member_reference on member (group_id, reference_hash) where reference_hash is not null`,
  `create index ix_member_group on member (group_id)`,
  `create table group_role (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    kind text not null check (kind in ('contact', 'host', 'ptv')),
    account_id uuid references account,
    member_id uuid references member,
    from_on date not null,
    until_on date,
    check (account_id is not null or member_id is not null))`,
  `create index ix_group_role_account on group_role (account_id) where until_on is null`,
  `create index ix_group_role_group on group_role (group_id) where until_on is null`,
  `create unique index uq_group_role_held on group_role (group_id, kind, coalesce(account_id, member_id)) where until_on is null`,
  `create table meeting (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    held_on date not null,
    outcome text not null check (outcome in ('planned', 'held', 'not-held', 'missing')),
    headcount int check (headcount between 0 and 500),
    newcomers int check (newcomers between 0 and 500),
    named boolean not null default false,
    reason text,
    recorded_at timestamptz,
    recorded_by uuid,
    version int not null default 0,
    check (outcome <> 'held' or headcount is not null),
    check (newcomers is null or newcomers <= headcount),
    unique (group_id, held_on))`,
  // One row a meeting (docs/decisions/0008): read, replaced and forgotten as a whole, ten times cheaper to import.
  // Its meeting refers to the group and the site; they are here for the wall and for finding it.
  `create table attendance (
    meeting_id uuid primary key references meeting on delete cascade,
    site_id uuid not null,
    group_id uuid not null,
    present uuid[] not null default '{}',
    apologies uuid[] not null default '{}',
    absent uuid[] not null default '{}')`,
  `create index ix_attendance_group on attendance (group_id)`,
  `create table group_health (
    group_id uuid primary key references follow_on_group,
    site_id uuid not null references site,
    ${level('level')},
    by_silence_only boolean not null default false,
    quiet boolean not null default false,
    no_news boolean not null default false,
    reasons jsonb not null default '[]',
    clears_when jsonb,
    usual int,
    usual_gap_days real,
    expected_next_on date,
    last_met_on date,
    judged_to date,
    since timestamptz,
    assessed_at timestamptz not null,
    as_of_seq bigint not null,
    parameter_version text not null)`,
  `create index ix_group_health_needs on group_health (site_id, level) where level in ('fading', 'at-risk') or no_news`,
  `create table group_level_change (
    id bigint generated always as identity primary key,
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    changed_on date not null,
    at timestamptz not null,
    ${level('from_level')},
    ${level('to_level')},
    reasons jsonb not null,
    event_id uuid not null unique,
    parameter_version text not null)`,
  `create index ix_group_level_change_group on group_level_change (group_id, changed_on)`,
];

const walled = [
  'programme',
  'follow_on_group',
  'group_rest',
  'member',
  'group_role',
  'meeting',
  'attendance',
  'group_health',
  'group_level_change',
];

export class Groups1763900000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...walled.flatMap((table) => siteWall(table))])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not undone: restore a backup or start from an empty database.');
  }
}
