import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkPersonWalls } from './link-person-walls.js';
import { siteWall, wall } from './walls.js';

const statements = [
  // The answer to a message, and whether it was withheld to learn whether it helps.
  `alter table nudge
    add column answer text,
    add column answered_at timestamptz,
    add column arm text check (arm in ('sent', 'withheld')),
    add column trial_id uuid`,
  `create index ix_nudge_answered on nudge (person_id, key, answered_at desc) where answered_at is not null`,

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
  `create index ix_delivery_provider_ref on delivery (provider_ref) where provider_ref is not null`,
  // A person may say: try again, let it go, or it was posted.
  `grant update (state, reason, due_at, tries, sent_at, settled_by, settled_at) on delivery to app_rt`,

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
