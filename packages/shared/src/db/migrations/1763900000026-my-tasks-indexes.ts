import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndexes } from './build-indexes.js';

/**
 * *My tasks* looks in several places at once, and each of them has to be found without reading every task there is. And
 * when somebody was last heard of at a site is looked up for each of its volunteers.
 */
const indexes = [
  {
    name: 'ix_handover_task_staff',
    on: `handover_task (site_id) where owner_role = 'lead' or state in ('cannot', 'passed-on') or escalated_to is not null`,
  },
  { name: 'ix_programme_clinician', on: 'programme (clinician_id) where clinician_id is not null' },
  { name: 'ix_audit_entry_who', on: 'audit_entry (site_id, who, at desc) where who is not null' },
];

export class MyTasksIndexes1763900000026 implements MigrationInterface {
  readonly transaction = false;

  up(runner: QueryRunner): Promise<void> {
    return buildIndexes(runner, indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of indexes) await runner.query(`drop index concurrently if exists ${name}`);
  }
}
