import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AlertView } from '../../contract/alerts.js';
import type { Reason } from '../../rules/health/facts.js';

/** An episode: opened once when something becomes true, withdrawn when it stops being true. */
@Entity('alert')
export class Alert {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('uuid', { name: 'programme_id', nullable: true }) programmeId!: string | null;
  @Column('text') cause!: AlertView['cause'];
  @Column('text', { default: 'open' }) state!: AlertView['state'];
  @Column('jsonb') reasons!: Reason[];
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('uuid', { name: 'opened_event_id' }) openedEventId!: string;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt!: Date | null;
  @Column('uuid', { name: 'acknowledged_by', nullable: true }) acknowledgedBy!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { name: 'withdrawn_because', nullable: true }) withdrawnBecause!: string | null;
  @Column('text', { nullable: true }) outcome!: AlertView['outcome'];
  @Column('text', { nullable: true }) useful!: string | null;
  @Column('text', { default: 'clinician' }) stage!: AlertView['stage'];
  @Column('timestamptz', { name: 'stage_at', nullable: true }) stageAt!: Date | null;
  @Column('date', { name: 'snoozed_until', nullable: true }) snoozedUntil!: string | null;
  @Column('uuid', { name: 'snoozed_by', nullable: true }) snoozedBy!: string | null;
  @Column('text', { name: 'no_concern_because', nullable: true })
  noConcernBecause!: AlertView['noConcernBecause'];
  @Column('uuid', { name: 'closed_by', nullable: true }) closedBy!: string | null;
  /** The fact it stands on: a report, a role, a handover. */
  @Column('uuid', { name: 'about_id', nullable: true }) aboutId!: string | null;
}
