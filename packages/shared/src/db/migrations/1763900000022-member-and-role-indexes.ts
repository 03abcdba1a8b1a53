import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndexes } from './build-indexes.js';

/** Judging reads every role that a group ever had; looking for a successor reads where else its people are. */
const indexes = [
  { name: 'ix_group_role_history', on: 'group_role (group_id, from_on)' },
  { name: 'ix_member_reference', on: 'member (reference_hash) where reference_hash is not null' },
  { name: 'ix_member_account', on: 'member (account_id) where account_id is not null' },
];

export class MemberAndRoleIndexes1763900000022 implements MigrationInterface {
  readonly transaction = false;

  up(runner: QueryRunner): Promise<void> {
    return buildIndexes(runner, indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of indexes) await runner.query(`drop index concurrently if exists ${name}`);
  }
}
