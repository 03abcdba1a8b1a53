import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { NudgeView } from '../../contract/messages.js';

/** A message we thought of: planned, or suppressed with the reason. One per nudge, person and occasion, for ever. */
@Entity('nudge')
export class Nudge {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('uuid', { name: 'programme_id', nullable: true }) programmeId!: string | null;
  @Column('text') key!: string;
  @Column('text') occasion!: string;
  @Column('text') audience!: NudgeView['audience'];
  @Column('text', { name: 'person_kind' }) personKind!: 'account' | 'member';
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** What it is about: an alert, a task or a meeting; looked at again when the message is sent. */
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') state!: NudgeView['state'];
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'use_by' }) useBy!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** The event that planned it: where "Why did I get this?" starts. */
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  /** Dates, counts and keys that its words need; never a name. */
  @Column('jsonb') figures!: Record<string, unknown>;
  /** What its reader chose, as a code of the nudge. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  /** Set while a trial asks whether it helps. */
  @Column('text', { nullable: true }) arm!: 'sent' | 'withheld' | null;
  @Column('uuid', { name: 'trial_id', nullable: true }) trialId!: string | null;
}

/** One hand-over of a nudge to a channel, under one stable key. */
@Entity('delivery')
export class Delivery {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'nudge_id' }) nudgeId!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text', { name: 'idem_key' }) idemKey!: string;
  @Column('text') channel!: string;
  @Column('text') state!:
    'queued' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'held' | 'suppressed' | 'dead' | 'unknown';
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'lease_until', nullable: true }) leaseUntil!: Date | null;
  @Column('text', { name: 'lease_owner', nullable: true }) leaseOwner!: string | null;
  @Column('int', { default: 0 }) tries!: number;
  @Column('text', { name: 'provider_ref', nullable: true }) providerRef!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  /** Where it went; null on the screen of the demo. */
  @Column('uuid', { name: 'contact_point_id', nullable: true }) contactPointId!: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
  @Column('timestamptz', { name: 'bounced_at', nullable: true }) bouncedAt!: Date | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy!: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
}
