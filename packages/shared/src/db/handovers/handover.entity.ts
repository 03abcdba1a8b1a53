import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { OwnerRole, TaskReason, TaskState } from '../../contract/handovers.js';
import type { Evidence } from '../../rules/handover/facts.js';
import type { Route } from '../../rules/handover/routes.js';
import type { ChecklistKind, ClosedBy } from '../../rules/handover/task.js';
import type { Act } from '../../rules/handover/undo.js';

/** One checklist per programme: the unique index is what makes a repeated event harmless. A group may have its own. */
@Entity('handover')
export class Handover {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('uuid', { name: 'site_id' }) siteId!: string;
  @Column('text', { default: 'programme' }) kind!: ChecklistKind;
  /** Null for a checklist of a group: starting again, handing a role on, closing well. */
  @Column('uuid', { name: 'programme_id', nullable: true }) programmeId!: string | null;
  @Column('uuid', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('text', { default: 'new' }) route!: Route;
  @Column('text', { name: 'suggested_route', nullable: true }) suggestedRoute!: Route | null;
  @Column('timestamptz', { name: 'route_chosen_at', nullable: true }) routeChosenAt!: Date | null;
  @Column('uuid', { name: 'route_chosen_by', nullable: true }) routeChosenBy!: string | null;
  /** The group they would like to join. */
  @Column('uuid', { name: 'with_group_id', nullable: true }) withGroupId!: string | null;
  /** The other programme they would like to carry on with. */
  @Column('uuid', { name: 'with_programme_id', nullable: true }) withProgrammeId!: string | null;
  @Column('boolean', { name: 'without_ptv', default: false }) withoutPtv!: boolean;
  @Column('text', { name: 'template_version' }) templateVersion!: string;
  /** The site's version of the route's list that it is pinned to; null: the shipped list. */
  @Column('int', { name: 'site_version', nullable: true }) siteVersion!: number | null;
  /** The role that is handed on. */
  @Column('uuid', { name: 'role_id', nullable: true }) roleId!: string | null;
  @Column('date', { name: 'declined_on', nullable: true }) declinedOn!: string | null;
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
  /** With whom it was before somebody covers for them. */
  @Column('uuid', { name: 'covered_for', nullable: true }) coveredFor!: string | null;
  @Column('text') anchor!: 'last-session' | 'first-meeting';
  /** Calendar days from the anchor, as the list had it when it opened. */
  @Column('int', { name: 'due_offset_days', default: 0 }) dueOffsetDays!: number;
  @Column('text', { name: 'closed_by', default: 'person' }) closedBy!: ClosedBy;
  /** The site's own words; null: the shipped ones of this key. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) why!: string | null;
  @Column('text', { name: 'done_when', nullable: true }) doneWhen!: string | null;
  @Column('text', { array: true, default: '{}' }) after!: string[];
  @Column('date', { name: 'due_on' }) dueOn!: string;
  /** Nobody is reminded before this day; the due date stays. */
  @Column('date', { name: 'later_until', nullable: true }) laterUntil!: string | null;
  /** Its day was already past when the checklist opened. */
  @Column('boolean', { name: 'do_now', default: false }) doNow!: boolean;
  @Column('boolean') blocking!: boolean;
  @Column('text', { default: 'open' }) state!: TaskState;
  @Column('text', { name: 'escalated_to', nullable: true }) escalatedTo!: 'lead' | 'site-admin' | null;
  @Column('text', { nullable: true }) reason!: TaskReason | null;
  @Column('jsonb', { nullable: true }) evidence!: Evidence | null;
  /** Answers given so far; a task may be gone on with another day, on another screen. */
  @Column('jsonb', { nullable: true }) draft!: Evidence | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('uuid', { name: 'done_by', nullable: true }) doneBy!: string | null;
  /** The fact that closed it, where no hand did. */
  @Column('uuid', { name: 'closed_by_event', nullable: true }) closedByEvent!: string | null;
  /** The last thing a person did to it; what facts and sweeps do leaves it as it was. */
  @Column('timestamptz', { name: 'acted_at', nullable: true }) actedAt!: Date | null;
  @Column('uuid', { name: 'acted_by', nullable: true }) actedBy!: string | null;
  @Column('jsonb', { nullable: true }) act!: Act | null;
  @Column('int', { default: 1 }) version!: number;
}
