import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const ROUTES = `('new', 'online', 'hybrid', 'join', 'merge', 'buddy', 'none', 'restart')`;

const statements = [
  `alter table site drop constraint site_country_check,
    add constraint site_country_check check (country in ('england', 'wales', 'scotland', 'northern-ireland'))`,

  // A checklist belongs to a programme that ends, or to a group: starting again, handing a role on, closing well.
  `alter table handover
    alter column programme_id drop not null,
    add column kind text not null default 'programme' check (kind in ('programme', 'restart', 'hand-on', 'closing')),
    add column suggested_route text check (suggested_route in ${ROUTES}),
    add column route_chosen_at timestamptz,
    add column route_chosen_by uuid references account,
    add column without_ptv boolean not null default false,
    -- The site's own version of the route's list that it was opened with; null: the shipped list.
    add column site_version int check (site_version > 0),
    -- The role that is handed on.
    add column role_id uuid references group_role,
    add column declined_on date,
    -- Whom the people would join, and with which other programme they would go on; each has to say yes for itself.
    add column with_group_id uuid references follow_on_group,
    add column with_programme_id uuid references programme,
    add constraint ck_handover_about check (case kind when 'programme' then programme_id is not null else programme_id is null and group_id is not null end)`,
  `update handover set route = 'new' where route not in ${ROUTES}`,
  `alter table handover add constraint ck_handover_route check (route in ${ROUTES})`,
  `create unique index uq_handover_of_group on handover (group_id, kind, coalesce(role_id, group_id))
    where kind <> 'programme' and state not in ('closed', 'declined')`,
  `create index ix_handover_group on handover (group_id) where group_id is not null`,

  // A task carries all that moving and wording it needs, so that a list stays as it was opened whatever is shipped later.
  `alter table handover_task
    add column due_offset_days int not null default 0,
    add column closed_by text not null default 'person' check (closed_by in ('person', 'fact', 'system')),
    -- The site's own words; null: the shipped ones of this key.
    add column title text,
    add column why text,
    add column done_when text,
    -- Keys of the tasks that come before this one.
    add column after text[] not null default '{}',
    -- "Not today": nobody is reminded of it before this day. Its due date stays.
    add column later_until date,
    -- Answers given so far to a task's questions: codes, counts and dates, never free text.
    add column draft jsonb,
    -- The fact that closed it, where a fact did; a correction of that fact may open it again.
    add column closed_by_event uuid,
    -- The last thing a person did to it, and how it stood before: to be taken back, and to be told to the next person.
    add column acted_at timestamptz,
    add column acted_by uuid references account,
    add column act jsonb`,
  `create index ix_handover_task_acted on handover_task (acted_by, acted_at) where acted_by is not null`,
  `update handover_task t set due_offset_days = k.days, closed_by = k.closed_by from (values
    ('assign_ptv', -28, 'fact'), ('intro_in_session', -28, 'person'), ('needs_check', -21, 'person'), ('interest_poll', -14, 'person'),
    ('choose_route', -14, 'person'), ('ptv_visit', -7, 'person'), ('leaflets_given', -7, 'person'), ('venue_option', -7, 'person'),
    ('consent_contacts', 0, 'person'), ('roles_agreed', 0, 'person'), ('first_date_fixed', 0, 'fact'), ('support_plan', 0, 'person'),
    ('working_agreement', 0, 'person'), ('safety_card', 0, 'person'), ('handover_done', 3, 'fact'), ('reminder_first', -2, 'system'),
    ('first_meeting', 0, 'fact'), ('ptv_call_1', 7, 'person'), ('missed_invite', 7, 'person'), ('review_90', 90, 'person')
   ) as k(key, days, closed_by) where k.key = t.key`,

  // What a site changed in the shipped list of a route. A version is never edited: running lists are pinned to it.
  `create table handover_template (
    site_id uuid not null references site,
    route text not null check (route in ${ROUTES}),
    version int not null check (version > 0),
    changes jsonb not null,
    saved_at timestamptz not null,
    saved_by uuid references account,
    primary key (site_id, route, version))`,
  ...siteWall('handover_template', { appMay: 'select, insert', workerMay: 'select' }),

  // How a site wants its handovers run; a site without a row has the shipped figures.
  `create table handover_policy (
    site_id uuid primary key references site,
    lead_after_days int not null check (lead_after_days between 0 and 60),
    admin_after_days int not null check (admin_after_days between 0 and 90),
    minimum_interest int not null check (minimum_interest between 2 and 20),
    version int not null check (version > 0),
    saved_at timestamptz not null,
    saved_by uuid references account,
    check (lead_after_days <= admin_after_days))`,
  ...siteWall('handover_policy', { appMay: 'select, insert, update', workerMay: 'select' }),

  // Who was told of a late task, when, and why a stage was left out.
  `create table task_stage (
    task_id uuid not null references handover_task on delete cascade,
    site_id uuid not null references site,
    due_on date not null,
    stage text not null check (stage in ('owner', 'lead', 'site-admin')),
    due_at timestamptz not null,
    reached_at timestamptz,
    skipped_because text,
    skipped_by uuid references account,
    primary key (task_id, due_on, stage))`,
  ...siteWall('task_stage', { appMay: 'select, insert, update' }),
];

export class RoutesAndTemplates1763900000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Checklists of groups and the lists of sites would be lost: restore a backup instead.');
  }
}
