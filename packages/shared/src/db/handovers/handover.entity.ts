import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OwnerRole, TaskReason, TaskState } from '../../contract/handovers.js';

/** One checklist per programme: the unique index is what makes a repeated event harmless. */
@Entity('handover')
export class Handover {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'programme_id' }) programmeId!: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('text', { default: 'new' }) route!: string;
  @Column('text', { name: 'template_version' }) templateVersion!: string;
  @Column('date', { name: 'opened_on' }) openedOn!: string;
  @Column('text', { default: 'open' }) state!: 'open' | 'signed-off' | 'accepted' | 'closed' | 'declined';
  @Column('timestamptz', { name: 'signed_off_at', nullable: true }) signedOffAt!: Date | null;
  @Column('uuid', { name: 'signed_off_by', nullable: true }) signedOffBy!: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('uuid', { name: 'accepted_by', nullable: true }) acceptedBy!: string | null;
  @Column('int', { default: 1 }) version!: number;
}

@Entity('handover_task')
export class HandoverTask {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'handover_id' }) handoverId!: string;
  @Column('text') key!: string;
  @Column('int') position!: number;
  @Column('text', { name: 'owner_role' }) ownerRole!: OwnerRole;
  @Column('uuid', { name: 'assignee_id', nullable: true }) assigneeId!: string | null;
  @Column('text') anchor!: 'last-session' | 'first-meeting';
  @Column('date', { name: 'due_on' }) dueOn!: string;
  /** Its day was already past when the checklist opened. */
  @Column('boolean', { name: 'do_now', default: false }) doNow!: boolean;
  @Column('boolean') blocking!: boolean;
  @Column('text', { default: 'open' }) state!: TaskState;
  @Column('text', { name: 'escalated_to', nullable: true }) escalatedTo!: 'lead' | 'site-admin' | null;
  @Column('text', { nullable: true }) reason!: TaskReason | null;
  @Column('jsonb', { nullable: true }) evidence!: { on?: string; count?: number; choice?: string } | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('uuid', { name: 'done_by', nullable: true }) doneBy!: string | null;
  @Column('int', { default: 1 }) version!: number;
}
