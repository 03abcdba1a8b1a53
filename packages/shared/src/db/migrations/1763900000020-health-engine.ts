import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const statements = [
  // What the engine says beside the level. `expected` is { low, likely, high } of the next meeting, `ask` the question
  // "did you meet?" that its silence will raise.
  `alter table group_health
    add column score double precision check (score between 0 and 1),
    add column silent_days int check (silent_days >= 0),
    add column expected jsonb,
    add column confidence text check (confidence in ('full', 'low')),
    add column successor_id uuid references follow_on_group,
    add column ask jsonb`,
  // A group from one programme is closed by choice until it says otherwise.
  `alter table follow_on_group add column welcomes_new boolean not null default false`,
  // What a group says about itself: true from on_date up to, and not including, until_date.
  `create table group_report (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    group_id uuid not null references follow_on_group,
    kind text not null check (kind in ('help-asked', 'venue-lost', 'conflict', 'one-carries')),
    on_date date not null,
    until_date date,
    reported_by uuid references account,
    created_at timestamptz not null default now(),
    check (until_date is null or on_date <= until_date))`,
  `create index ix_group_report_group on group_report (group_id, on_date desc, id desc)`,
  // One thing is said once until it is settled, however many people press the button.
  `create unique index uq_group_report_open on group_report (group_id, kind) where until_date is null`,
  ...siteWall('group_report', { appMay: 'select, insert, update', workerMay: 'select' }),
];

export class HealthEngine1763900000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Reports of groups would be lost: restore a backup instead.');
  }
}
