import type { MigrationInterface, QueryRunner } from 'typeorm';
import { siteWall } from './walls.js';

const statements = [
  // The marks a site has set for itself; a site without a row is judged by the shipped ones. `thresholds` null: it went
  // back to the shipped ones, and keeps its row so that versions go on.
  `create table site_policy (
    site_id uuid primary key references site,
    version int not null check (version > 0),
    thresholds jsonb,
    saved_at timestamptz not null,
    saved_by uuid references account)`,
  ...siteWall('site_policy', { appMay: 'select, insert, update', workerMay: 'select' }),
];

export class SitePolicy1763900000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The marks that sites have set would be lost: restore a backup instead.');
  }
}
