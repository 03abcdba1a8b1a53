import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inMySites, inPrincipalSite, ownRow, wall } from './walls.js';

const tables = [
  // A fact's site is held by its stream's head, which refers to it: checking that again for every fact and every cursor
  // would have all writers lock the same few rows of site.
  `create table event (
    id bigint generated always as identity primary key,
    event_id uuid not null unique,
    stream_id uuid not null,
    stream_kind text not null check (stream_kind in ('programme', 'group', 'site')),
    seq bigint not null,
    site_id uuid not null,
    name text not null,
    payload jsonb not null,
    origin text not null default 'live' check (origin in ('live', 'import', 'replay')),
    actor_id uuid,
    request_id text,
    caused_by uuid,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    announced_at timestamptz,
    unique (stream_id, seq))`,
  `create index ix_event_unannounced on event (id) where announced_at is null`,
  `create index ix_event_caused_by on event (caused_by) where caused_by is not null`,
  `create table stream_head (
    stream_id uuid primary key,
    stream_kind text not null,
    site_id uuid not null references site,
    next_seq bigint not null)`,
  `create table reactor_cursor (
    reactor text not null,
    stream_id uuid not null,
    site_id uuid not null,
    last_seq bigint not null default 0,
    attempts int not null default 0,
    retry_at timestamptz,
    blocked_at timestamptz,
    last_error text,
    primary key (reactor, stream_id))`,
  `create index ix_reactor_cursor_stream on reactor_cursor (stream_id)`,
  `create index ix_reactor_cursor_retry on reactor_cursor (retry_at) where retry_at is not null and blocked_at is null`,
  `create table reaction_outcome (
    reactor text not null,
    event_id uuid not null,
    site_id uuid not null,
    reaction text not null,
    did boolean not null,
    what text not null,
    at timestamptz not null default now())`,
  `create index ix_reaction_outcome_event on reaction_outcome (event_id)`,
  `create index ix_reaction_outcome_at on reaction_outcome using brin (at)`,
  `create table dead_event (
    id uuid primary key default gen_random_uuid(),
    reactor text not null,
    event_id uuid not null,
    site_id uuid not null references site,
    reason text not null,
    first_at timestamptz not null default now(),
    skip_asked_by uuid,
    skip_asked_at timestamptz,
    resolved_by uuid,
    resolved_at timestamptz,
    resolution text check (resolution in ('retried', 'skipped')),
    resolution_reason text)`,
  `create unique index uq_dead_event_open on dead_event (reactor, event_id) where resolution is null`,
  `create index ix_dead_event_site on dead_event (site_id, first_at)`,
  `create table due (
    id bigint generated always as identity primary key,
    rule text not null,
    site_id uuid not null references site,
    stream_id uuid not null,
    subject_id uuid not null,
    occurrence text not null,
    due_at timestamptz not null,
    done_at timestamptz,
    outcome text,
    unique (rule, subject_id, occurrence))`,
  `create index ix_due_open on due (due_at) where done_at is null`,
  `create index ix_due_done on due using brin (done_at) where done_at is not null`,
  `create index ix_due_subject on due (subject_id, rule) where done_at is null`,
  `create table business_clock (
    id int primary key default 1 check (id = 1),
    offset_days int not null default 0,
    target_days int not null default 0)`,
  `insert into business_clock (id) values (1)`,
  // The answer is sealed with the sender's key (docs/decisions/0012); rights: what the sender held when it was kept.
  `create table command_key (
    account_id uuid not null,
    key_hash bytea not null,
    route text not null,
    body_hash bytea not null,
    answer bytea,
    rights text[] not null default '{}',
    at timestamptz not null default now(),
    primary key (account_id, key_hash))`,
  `create table audit_head (site_id uuid primary key references site, seq bigint not null default 0, hash bytea not null default '\\x')`,
  `create table audit_entry (
    id bigint generated always as identity primary key,
    site_id uuid not null references site,
    seq bigint not null,
    who uuid,
    what text not null,
    subject uuid,
    request_id text,
    at timestamptz not null,
    prev_hash bytea not null,
    hash bytea not null,
    unique (site_id, seq))`,
];

const walls = [
  ...wall({ table: 'event', app: inMySites('site_id'), appMay: 'select, insert, update (announced_at)' }),
  `create policy worker_read on event for select to worker_rt using (true)`,
  `create policy worker_write on event for insert to worker_rt with check (${inPrincipalSite('site_id')})`,
  `create policy worker_ring on event for update to worker_rt using (true) with check (true)`,
  `grant select, insert, update (announced_at) on event to worker_rt`,
  `create policy relay_all on event to relay_rt using (true) with check (true)`,
  `grant select (id, stream_id, seq, announced_at, recorded_at), update (announced_at) on event to relay_rt`,
  ...wall({
    table: 'stream_head',
    app: inMySites('site_id'),
    worker: 'true',
    appMay: 'select, insert, update',
  }),
  ...wall({
    table: 'reactor_cursor',
    app: inMySites('site_id'),
    worker: 'true',
    appMay: 'select, update',
    workerMay: 'select, insert, update',
  }),
  // How far the readers are behind, as numbers: whoever is paged must not need a site of their own.
  `create policy relay_read on stream_head for select to relay_rt using (true)`,
  `create policy relay_read on reactor_cursor for select to relay_rt using (true)`,
  `grant select (stream_id, next_seq) on stream_head to relay_rt`,
  `grant select (reactor, stream_id, last_seq, blocked_at) on reactor_cursor to relay_rt`,
  ...wall({
    table: 'reaction_outcome',
    app: inMySites('site_id'),
    worker: 'true',
    appMay: 'select',
    workerMay: 'select, insert, delete',
  }),
  ...wall({
    table: 'dead_event',
    app: inMySites('site_id'),
    worker: 'true',
    appMay: 'select, update',
    workerMay: 'select, insert, update',
  }),
  ...wall({ table: 'due', worker: 'true', workerMay: 'select, insert, update, delete' }),
  ...wall({ table: 'business_clock', app: 'true', worker: 'true', appMay: 'select, update' }),
  ...wall({
    table: 'command_key',
    app: ownRow('account_id'),
    worker: 'true',
    appMay: 'select, insert, update',
    workerMay: 'select (account_id, key_hash, at), delete',
  }),
  ...wall({
    table: 'audit_head',
    app: inMySites('site_id'),
    worker: inPrincipalSite('site_id'),
    appMay: 'select, insert, update',
  }),
  ...wall({
    table: 'audit_entry',
    app: inMySites('site_id'),
    worker: inPrincipalSite('site_id'),
    appMay: 'select, insert',
  }),
];

export class Ledger1763900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...walls]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not undone: restore a backup or start from an empty database.');
  }
}
