import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const statements = [
  // Does a nudge help? What is asked, measured and when it ends is written down before the first message is withheld.
  `create table nudge_trial (
    id uuid primary key default gen_random_uuid(),
    site_id uuid not null references site,
    key text not null,
    version int not null check (version > 0),
    state text not null default 'running' check (state in ('running', 'helps', 'retired', 'no-answer', 'stopped')),
    terms jsonb not null,
    salt text not null,
    started_at timestamptz not null,
    started_by uuid references account,
    ended_at timestamptz,
    ended_by uuid references account,
    -- As it stood when it ended.
    result jsonb,
    -- A message that was retired is sent again because a person said so.
    switched_on_at timestamptz,
    switched_on_by uuid references account,
    switched_on_why text,
    unique (site_id, key, version))`,
  `create unique index uq_nudge_trial_running on nudge_trial (site_id, key) where state = 'running'`,
  ...siteWall('nudge_trial', { appMay: 'select, insert, update', workerMay: 'select, update' }),

  // What was assigned: one row for each occasion, in the arm that its hash gave.
  `create table nudge_trial_unit (
    trial_id uuid not null references nudge_trial on delete cascade,
    site_id uuid not null references site,
    unit_id uuid not null,
    group_id uuid references follow_on_group,
    arm text not null check (arm in ('sent', 'withheld')),
    assigned_at timestamptz not null,
    measure_at timestamptz not null,
    measured_at timestamptz,
    outcome boolean,
    primary key (trial_id, unit_id))`,
  `create index ix_nudge_trial_unit_due on nudge_trial_unit (measure_at) where measured_at is null`,
  `create index ix_nudge_trial_unit_site on nudge_trial_unit (site_id)`,
  ...siteWall('nudge_trial_unit', { appMay: 'select', workerMay: 'select, insert, update' }),
  `alter table nudge add constraint fk_nudge_trial foreign key (trial_id) references nudge_trial`,
];

export class NudgeTrials1763900000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What trials have found would be lost: restore a backup instead.');
  }
}
