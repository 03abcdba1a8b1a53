import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const statements = [
  // More causes; a programme that has no group yet may be the subject.
  `alter table alert
    drop constraint alert_cause_check,
    add constraint ck_alert_cause check (cause in ('fading', 'at-risk', 'gone-quiet', 'contact-leaving', 'venue-lost', 'conflict',
      'help-asked', 'handover-late', 'no-ptv')),
    -- Who has been told: the group alone while its days run, then the clinicians, then the administrators.
    add column stage text not null default 'clinician' check (stage in ('group', 'clinician', 'site-admin')),
    add column stage_at timestamptz,
    -- Looked after, and to be looked at again on this day.
    add column snoozed_until date,
    add column snoozed_by uuid references account,
    -- Resolved as no concern, and why, as a code.
    add column no_concern_because text,
    add column closed_by uuid references account,
    -- The fact of the group or the programme that it stands on: a report, a role, a handover.
    add column about_id uuid,
    add constraint ck_alert_subject check (group_id is not null or programme_id is not null)`,
  `create index ix_alert_programme on alert (programme_id, opened_at desc) where programme_id is not null`,
  `create index ix_alert_unseen on alert (site_id, opened_at) where state = 'open'`,
  // The inbox, and the whole list of somebody who reads many sites: latest first.
  `create index ix_alert_standing on alert (opened_at desc, id) where state in ('open', 'acknowledged')`,
  `create index ix_alert_latest on alert (opened_at desc, id)`,

  // Alerts that stand at the update: their clocks count from now, and the first sweep puts their day into the diary.
  `update alert set stage_at = now() where state = 'open'`,
  `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
    select 'alert-stage', site_id, coalesce(group_id, programme_id), id, 'update', now() from alert where state = 'open'
    on conflict (rule, subject_id, occurrence) do nothing`,

  // What people thought of an alert, counted by its rule and never by person.
  `create table alert_feedback (
    alert_id uuid not null references alert on delete cascade,
    site_id uuid not null references site,
    account_id uuid not null references account,
    verdict text not null check (verdict in ('useful', 'not-useful', 'wrong')),
    -- What the verdict counts for: the cause and the keys of the reasons it had.
    rules text[] not null,
    given_at timestamptz not null,
    primary key (alert_id, account_id))`,
  `create index ix_alert_feedback_site on alert_feedback (site_id)`,
  ...siteWall('alert_feedback', { appMay: 'select, insert, update', workerMay: 'select' }),

  // How a site wants to hear. A site without a row uses the shipped terms.
  `create table alert_policy (
    site_id uuid primary key references site,
    group_first_days int not null check (group_first_days between 0 and 20),
    admin_after_days int not null check (admin_after_days between 1 and 30),
    version int not null check (version > 0),
    saved_at timestamptz not null,
    saved_by uuid references account)`,
  ...siteWall('alert_policy', { appMay: 'select, insert, update', workerMay: 'select' }),
];

export class AlertStages1763900000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What people thought of alerts would be lost: restore a backup instead.');
  }
}
