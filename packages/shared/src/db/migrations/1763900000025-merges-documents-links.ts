import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkWalls } from './link-walls.js';
import { siteWall, wall, inMySites, inPrincipalSite } from './walls.js';

const statements = [
  // Lineage: where a group went on, and why one closed.
  `alter table follow_on_group
    add column merged_into_id uuid references follow_on_group,
    add column close_reason text,
    -- An ending that was announced: the group goes on until that day.
    add column closing_on date,
    add column closing_how text check (closing_how in ('closed-well', 'closed')),
    add constraint ck_group_closing check ((closing_on is null) = (closing_how is null))`,
  `create index ix_follow_on_group_lineage on follow_on_group (merged_into_id) where merged_into_id is not null`,

  // Two groups that want to go on as one: each says yes for itself.
  `create table group_merge (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    from_group_id uuid not null references follow_on_group,
    into_group_id uuid not null references follow_on_group,
    new_name text,
    state text not null default 'asked' check (state in ('asked', 'merged', 'declined', 'withdrawn', 'undone')),
    asked_at timestamptz not null,
    asked_by uuid references account,
    from_agreed_at timestamptz,
    from_agreed_by uuid references account,
    into_agreed_at timestamptz,
    into_agreed_by uuid references account,
    merged_on date,
    -- What was moved, by id, so that it can be moved back.
    moved jsonb,
    check (from_group_id <> into_group_id))`,
  `create unique index uq_group_merge_open on group_merge (from_group_id) where state = 'asked'`,
  `create index ix_group_merge_from on group_merge (from_group_id)`,
  `create index ix_group_merge_into on group_merge (into_group_id)`,
  ...siteWall('group_merge', { appMay: 'select, insert, update', workerMay: 'select, update' }),

  // Leaflets, the mutual support plan and the working agreement, as the site words them. A version is never edited.
  `create table site_document (
    site_id uuid not null references site,
    key text not null,
    version int not null check (version > 0),
    title text not null,
    body text not null,
    saved_at timestamptz not null,
    saved_by uuid references account,
    primary key (site_id, key, version))`,
  ...siteWall('site_document', { appMay: 'select, insert', workerMay: 'select' }),
  `create table document_given (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    programme_id uuid references programme,
    group_id uuid references follow_on_group,
    key text not null,
    version text not null,
    format text not null check (format in ('print', 'large-print', 'screen', 'easy-read', 'other-language')),
    given_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid references account,
    check (programme_id is not null or group_id is not null))`,
  // The same paper in the same form on the same day is one fact, however often it is told.
  `create unique index ux_document_given on document_given (programme_id, key, version, format, given_on)`,
  `create index ix_document_given_programme on document_given (programme_id, given_on desc)`,
  `create index ix_document_given_group on document_given (group_id, given_on desc)`,
  ...siteWall('document_given', { appMay: 'select, insert', workerMay: 'select' }),

  // A right to do one thing to one record. Only the hash of its token is kept.
  `create table link (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    token_hash bytea not null unique,
    action text not null check (action in ('tick-task', 'answer-request', 'answer-role', 'record-register', 'say-wish')),
    subject_id uuid not null,
    account_id uuid references account,
    member_id uuid references member,
    nudge_id uuid references nudge,
    -- Null: may be used until it expires.
    uses_left int check (uses_left >= 0),
    used_at timestamptz,
    -- The choice that was made, as a code.
    used_for text,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_at timestamptz not null default now())`,
  `create index ix_link_subject on link (subject_id)`,
  `create index ix_link_account on link (account_id) where account_id is not null`,
  `create index ix_link_expired on link (expires_at)`,
  // A message that is handed over again carries the links it had.
  `create unique index uq_link_of_message on link (nudge_id, action, subject_id) where nudge_id is not null`,
  ...wall({
    table: 'link',
    app: inMySites('site_id'),
    worker: inPrincipalSite('site_id'),
    appMay:
      'insert, update (revoked_at), select (id, site_id, subject_id, action, account_id, member_id, nudge_id, expires_at, revoked_at, used_at)',
    workerMay: 'select, insert, update, delete',
  }),
  // Throwing away what is over crosses sites.
  `create policy worker_over on link to worker_rt using (expires_at < now() - interval '30 days') with check (false)`,
  ...linkWalls,
];

export class MergesDocumentsLinks1763900000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Lineage and the documents of sites would be lost: restore a backup instead.');
  }
}
