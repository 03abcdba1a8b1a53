import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Origin, StreamKind } from '../../events/envelope.js';

/** One fact of the ledger, as stored; `name` and `payload` are parsed by the catalogue before anybody uses them. */
@Entity('event')
export class StoredEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: number;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('uuid', { name: 'stream_id' }) streamId!: string;
  @Column('text', { name: 'stream_kind' }) streamKind!: StreamKind;
  @Column('bigint') seq!: number;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text') name!: string;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Column('text') origin!: Origin;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null;
  @Column('uuid', { name: 'caused_by', nullable: true }) causedBy!: string | null;
  @Column('timestamptz', { name: 'occurred_at' }) occurredAt!: Date;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('timestamptz', { name: 'announced_at', nullable: true }) announcedAt!: Date | null;
}

/** How far one reactor has read one stream; its row lock is what keeps two workers apart. */
@Entity('reactor_cursor')
export class ReactorCursor {
  @PrimaryColumn('text') reactor!: string;
  @PrimaryColumn('uuid', { name: 'stream_id' }) streamId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('bigint', { name: 'last_seq' }) lastSeq!: number;
  @Column('int') attempts!: number;
  @Column('timestamptz', { name: 'retry_at', nullable: true }) retryAt!: Date | null;
  @Column('timestamptz', { name: 'blocked_at', nullable: true }) blockedAt!: Date | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
}

/** An event one reactor could not digest: that stream waits for an administrator, the others flow on. */
@Entity('dead_event')
export class DeadEvent {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('text') reactor!: string;
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text') reason!: string;
  @Column('timestamptz', { name: 'first_at' }) firstAt!: Date;
  /** Skipping what clinicians' alerts depend on takes two people; this is the first. */
  @Column('uuid', { name: 'skip_asked_by', nullable: true }) skipAskedBy!: string | null;
  @Column('timestamptz', { name: 'skip_asked_at', nullable: true }) skipAskedAt!: Date | null;
  @Column('uuid', { name: 'resolved_by', nullable: true }) resolvedBy!: string | null;
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt!: Date | null;
  @Column('text', { nullable: true }) resolution!: 'retried' | 'skipped' | null;
  @Column('text', { name: 'resolution_reason', nullable: true }) resolutionReason!: string | null;
}

/** Something to look at on a day to come. `unique (rule, subject, occurrence)` makes a second sweep harmless. */
@Entity('due')
export class Due {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: number;
  @Column('text') rule!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'stream_id' }) streamId!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('text') occurrence!: string;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: string | null;
}
