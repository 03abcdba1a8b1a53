import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Cadence, GroupRoleView } from '../../contract/groups.js';
import type { GroupState } from '../../contract/health.js';
import type { CloseReason } from '../../rules/group/close-reasons.js';
import type { ClearsWhen, Expected, Level, Reason, ReportedKind } from '../../rules/health/facts.js';
import type { Confidence } from '../../rules/health/group-reader.js';
import type { Ask } from '../../rules/nudge/when-to-ask.js';

@Entity('follow_on_group')
export class FollowOnGroup {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'programme_id', nullable: true }) programmeId!: string | null;
  @Column('text') name!: string;
  @Column('text') cadence!: Cadence;
  @Column('text') state!: GroupState;
  @Column('date', { name: 'formed_on', nullable: true }) formedOn!: string | null;
  @Column('date', { name: 'resting_until', nullable: true }) restingUntil!: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  /** Its own people want no messages. */
  @Column('boolean', { name: 'messages_off', default: false }) messagesOff!: boolean;
  /** New people may come. A group that has not said so is closed by choice, and nobody new is missed. */
  @Column('boolean', { name: 'welcomes_new', default: false }) welcomesNew!: boolean;
  /** The group in which this one went on. */
  @Column('uuid', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  @Column('text', { name: 'close_reason', nullable: true }) closeReason!: CloseReason | null;
  /** An ending that was announced; the group goes on until that day. */
  @Column('date', { name: 'closing_on', nullable: true }) closingOn!: string | null;
  @Column('text', { name: 'closing_how', nullable: true }) closingHow!: 'closed-well' | 'closed' | null;
  @Column('int', { default: 1 }) version!: number;
}

/** What a group said about itself: true from `onDate` up to, and not including, `untilDate`. */
@Entity('group_report')
export class GroupReport {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('text') kind!: ReportedKind;
  @Column('date', { name: 'on_date' }) onDate!: string;
  @Column('date', { name: 'until_date', nullable: true }) untilDate!: string | null;
  /** Kept for questions afterwards; told to nobody. */
  @Column('uuid', { name: 'reported_by', nullable: true }) reportedBy!: string | null;
}

/** A break the group declared; its days do not count as silence. */
@Entity('group_rest')
export class GroupRest {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('date', { name: 'from_on' }) fromOn!: string;
  @Column('date', { name: 'until_on', nullable: true }) untilOn!: string | null;
}

/** `referenceHash`: somebody known only from an imported register, by a keyed hash of the reference in it. */
@Entity('member')
export class Member {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('text', { name: 'display_name', nullable: true }) displayName!: string | null;
  @Column('bytea', { name: 'reference_hash', nullable: true }) referenceHash!: Buffer | null;
  @Column('boolean', { name: 'wants_messages', default: false }) wantsMessages!: boolean;
  @Column('date', { name: 'joined_on', nullable: true }) joinedOn!: string | null;
  @Column('date', { name: 'paused_until', nullable: true }) pausedUntil!: string | null;
  @Column('date', { name: 'left_on', nullable: true }) leftOn!: string | null;
}

@Entity('group_role')
export class GroupRole {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('text') kind!: GroupRoleView['kind'];
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('uuid', { name: 'member_id', nullable: true }) memberId!: string | null;
  @Column('date', { name: 'from_on' }) fromOn!: string;
  @Column('date', { name: 'until_on', nullable: true }) untilOn!: string | null;
  /** Their last day, where they said that they would like to stop; until then they hold it. */
  @Column('date', { name: 'stepping_down_on', nullable: true }) steppingDownOn!: string | null;
}

/** The present judgement of a group; about the group only, never about a person. */
@Entity('group_health')
export class GroupHealth {
  @PrimaryColumn('uuid', { name: 'group_id' }) groupId!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text', { nullable: true }) level!: Level | null;
  @Column('boolean', { name: 'by_silence_only', default: false }) bySilenceOnly!: boolean;
  @Column('boolean', { default: false }) quiet!: boolean;
  @Column('boolean', { name: 'no_news', default: false }) noNews!: boolean;
  @Column('jsonb') reasons!: Reason[];
  @Column('jsonb', { name: 'clears_when', nullable: true }) clearsWhen!: ClearsWhen | null;
  @Column('int', { nullable: true }) usual!: number | null;
  @Column('real', { name: 'usual_gap_days', nullable: true }) usualGapDays!: number | null;
  @Column('date', { name: 'expected_next_on', nullable: true }) expectedNextOn!: string | null;
  @Column('date', { name: 'last_met_on', nullable: true }) lastMetOn!: string | null;
  /** Date of the latest meeting at which the level was read: a register for an earlier one rewrites, it does not add. */
  @Column('date', { name: 'judged_to', nullable: true }) judgedTo!: string | null;
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  /** The chance, 0 to 1, that the last viable meeting is near or past; of the group, from all of its people together. */
  @Column('double precision', { nullable: true }) score!: number | null;
  /** Days since it met, outside breaks. */
  @Column('int', { name: 'silent_days', nullable: true }) silentDays!: number | null;
  /** How many may come to the next meeting. */
  @Column('jsonb', { nullable: true }) expected!: Expected | null;
  @Column('text', { nullable: true }) confidence!: Confidence | null;
  /** Where most of its people went on meeting when this group stopped. */
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId!: string | null;
  /** The question "did you meet?" that will be asked if nothing is heard. */
  @Column('jsonb', { nullable: true }) ask!: Ask | null;
  @Column('timestamptz', { name: 'assessed_at' }) assessedAt!: Date;
  @Column('bigint', { name: 'as_of_seq' }) asOfSeq!: number;
  @Column('text', { name: 'parameter_version' }) parameterVersion!: string;
}

@Entity('group_level_change')
export class GroupLevelChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: number;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('uuid', { name: 'group_id' }) groupId!: string;
  @Column('date', { name: 'changed_on' }) changedOn!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { name: 'from_level', nullable: true }) fromLevel!: Level | null;
  @Column('text', { name: 'to_level', nullable: true }) toLevel!: Level | null;
  @Column('jsonb') reasons!: Reason[];
  @Column('uuid', { name: 'event_id' }) eventId!: string;
  @Column('text', { name: 'parameter_version' }) parameterVersion!: string;
}
