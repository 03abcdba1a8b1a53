import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One upload of registers: staged as it arrives, applied in batches by the worker, resumed after a crash. */
@Entity('import_run')
export class ImportRun {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('text', { default: 'receiving' }) state!: 'receiving' | 'running' | 'done' | 'failed';
  @Column('boolean', { name: 'dry_run' }) dryRun!: boolean;
  @Column('int', { default: 0 }) read!: number;
  @Column('int', { default: 0 }) kept!: number;
  @Column('int', { default: 0 }) created!: number;
  @Column('int', { default: 0 }) applied!: number;
  @Column('int', { default: 0 }) refused!: number;
  @Column('int', { default: 0 }) groups!: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
