import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner, inMySites, inPrincipalSite, ownRow, siteWall, wall } from './walls.js';

const tables = [
  `create table site (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    country text not null default 'england' check (country in ('england', 'wales')),
    created_at timestamptz not null default now())`,
  `create unique index uq_site_name on site (lower(name))`,
  `create table account (
    id uuid primary key default gen_random_uuid(),
    email text not null,
    display_name text not null,
    password_hash text not null,
    disabled_at timestamptz,
    created_at timestamptz not null default now())`,
  `create unique index uq_account_email on account (lower(email))`,
  `create table membership (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references account on delete cascade,
    site_id uuid not null references site on delete cascade,
    role text not null check (role in ('volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin')),
    created_at timestamptz not null default now(),
    unique (account_id, site_id, role))`,
  `create index ix_membership_site on membership (site_id, role)`,
  `create table session (
    id uuid primary key default gen_random_uuid(),
    token_hash bytea not null unique,
    account_id uuid not null references account on delete cascade,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null)`,
  `create index ix_session_account on session (account_id)`,
  `create table sign_in_failure (
    id bigint generated always as identity primary key,
    subject_hash bytea not null,
    at timestamptz not null default now())`,
  `create index ix_sign_in_failure on sign_in_failure (subject_hash, at)`,
  `create table volunteer (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site on delete cascade,
    account_id uuid not null references account on delete cascade,
    paused_until date,
    unique (site_id, account_id))`,
];

/** Reviewed functions that run with the owner's rights: each checks the caller itself. */
const functions = [
  // Nobody but the owner needs temporary tables, and their names come before ours.
  `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
  `create function shares_site(other uuid) returns boolean language sql stable ${asOwner} as $$
    select exists (select 1 from membership mine join membership theirs using (site_id)
      where mine.account_id = nullif(current_setting('app.user_id', true), '')::uuid and theirs.account_id = other) $$`,
  // Whether the schema is new enough for a process to serve requests: one yes or no.
  `create function has_migration(wanted text) returns boolean language sql stable ${asOwner} as $$
    select exists (select 1 from migrations where name = wanted) $$`,
  `revoke all on function shares_site(uuid), has_migration(text) from public`,
  `grant execute on function shares_site(uuid), has_migration(text) to app_rt`,
];

const walls = [
  ...wall({ table: 'site', app: inMySites('id'), worker: inPrincipalSite('id'), appMay: 'select' }),
  ...wall({
    table: 'account',
    app: `${ownRow('id')} or shares_site(id)`,
    worker: `id in (select m.account_id from membership m where ${inPrincipalSite('m.site_id')})`,
    appMay: 'select (id, display_name, disabled_at)',
  }),
  ...wall({
    table: 'membership',
    app: ownRow('account_id'),
    worker: inPrincipalSite('site_id'),
    appMay: 'select',
  }),
  ...siteWall('volunteer'),
  ...wall({ table: 'session' }),
  ...wall({ table: 'sign_in_failure' }),
  // Signing in happens before there is a principal: one role, and only the tables it needs.
  `create policy auth_all on account to auth_rt using (true)`,
  `create policy auth_all on membership to auth_rt using (true)`,
  `create policy auth_all on site to auth_rt using (true)`,
  `create policy auth_all on session to auth_rt using (true) with check (true)`,
  `create policy auth_all on sign_in_failure to auth_rt using (true) with check (true)`,
  `grant select on account, membership, site to auth_rt`,
  `grant select, insert, update, delete on session, sign_in_failure to auth_rt`,
];

export class Accounts1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `grant usage on schema public to app_rt, worker_rt, relay_rt, auth_rt`,
      ...tables,
      ...functions,
      ...walls,
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not undone: restore a backup or start from an empty database.');
  }
}
