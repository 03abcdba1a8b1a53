import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { MeetingView } from '../../contract/meetings.js';

/** One meeting of a group on one date. `missing`: it took place or was due, and its register is not there. */
@Entity('meeting')
export class Meeting {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('date', { name: 'held_on' }) heldOn!: string;
  @Column('text') outcome!: MeetingView['outcome'];
  @Column('int', { nullable: true }) headcount!: number | null;
  @Column('int', { nullable: true }) newcomers!: number | null;
  /** True when marks were given person by person, false for a headcount only. */
  @Column('boolean', { default: false }) named!: boolean;
  @Column('text', { nullable: true }) reason!: MeetingView['reason'];
  @Column('timestamptz', { name: 'recorded_at', nullable: true }) recordedAt!: Date | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  /** 0 until a register is saved; then the ETag. */
  @Column('int', { default: 0 }) version!: number;
}

/** Who came to one meeting, by member; for the group's own eyes. Read, replaced and forgotten as a whole. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('uuid', { array: true }) present!: string[];
  @Column('uuid', { array: true }) apologies!: string[];
  @Column('uuid', { array: true }) absent!: string[];
}
