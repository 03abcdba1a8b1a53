import type {
  HandoverTaskView,
  HandoverView,
  OwnerRole,
  TaskReason,
  TaskState,
} from '@followon/shared/contract/handovers';
import type { Evidence } from '@followon/shared/rules/handover/facts';
import type { Act } from '@followon/shared/rules/handover/undo';
import { holdsTaskOf, isClinicianOf, isContactFor, isPtvOf, unsettled } from '../auth/own.js';

type HandoverState = HandoverView['state'];

/** How the reader, who is $1, stands to the programme `p` and its handover `h`. */
const READER = `
  ${isClinicianOf()} as "isClinician", ${isPtvOf()} as "isPtv", coalesce(p.deputy_id = $1, false) as "isDeputy", p.ptv_id as "ptvId",
  ${holdsTaskOf()} as "holdsTask",
  ${isContactFor()} as "isContact"`;

interface ReaderFlags {
  readonly siteId: string;
  readonly isClinician: boolean;
  /** Is the programme's volunteer, or stands in. */
  readonly isPtv: boolean;
  readonly isDeputy: boolean;
  readonly ptvId: string | null;
  /** Has a volunteer's unsettled task of it, also without being the programme's volunteer. */
  readonly holdsTask: boolean;
  readonly isContact: boolean;
}

export interface TaskRow extends ReaderFlags {
  readonly id: string;
  readonly handoverId: string;
  readonly handoverState: HandoverState;
  /** Null in a list of a group. */
  readonly programmeId: string | null;
  /** Of the programme, or of the group. */
  readonly programmeName: string;
  readonly groupId: string | null;
  readonly key: string;
  readonly title: string | null;
  readonly why: string | null;
  readonly doneWhen: string | null;
  readonly position: number;
  readonly ownerRole: OwnerRole;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly dueOn: string;
  readonly doNow: boolean;
  readonly blocking: boolean;
  readonly state: TaskState;
  readonly reason: TaskReason | null;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  readonly escalatedTo: 'lead' | 'site-admin' | null;
  readonly laterUntil: string | null;
  readonly evidence: Evidence | null;
  readonly draft: Evidence | null;
  readonly actedAt: Date | null;
  readonly actedBy: string | null;
  readonly act: Act | null;
  /** What comes before it and is not settled, in the order of the list; null: nothing ever does. */
  readonly after: readonly TaskBefore[] | null;
  readonly nextStage: NonNullable<HandoverTaskView['stage']>['stage'] | null;
  readonly nextStageAt: Date | null;
  readonly version: number;
}

export interface TaskBefore {
  readonly key: string;
  readonly title: string | null;
  readonly ownerRole: OwnerRole;
}

/** What the list is about, in words: its programme, or its group. */
const ABOUT = 'coalesce(p.name, g.name)';

/** Most tasks wait for nothing, and a settled one no longer does: those cost no look at the list. */
const AFTER = `case when t.after <> '{}' and ${unsettled('t')} then (select jsonb_agg(jsonb_build_object('key', b.key, 'title', b.title, 'ownerRole', b.owner_role) order by b.position)
    from handover_task b where b.handover_id = t.handover_id and b.key = any(t.after) and ${unsettled('b')}) end`;

/** The people said no, and what comes after that is still somebody's: to ask once more, and then never again. */
export const STILL_ASKED = `(h.state = 'declined' and t.due_on >= h.declined_on)`;

export const TASK_COLUMNS = `
  t.id, t.handover_id as "handoverId", case when ${STILL_ASKED} then 'open' else h.state end as "handoverState", h.programme_id as "programmeId", ${ABOUT} as "programmeName",
  t.site_id as "siteId", h.group_id as "groupId", t.key, t.title, t.why, t.done_when as "doneWhen", t.position, t.owner_role as "ownerRole", t.assignee_id as "assigneeId",
  a.display_name as "assigneeName", t.due_on as "dueOn", t.do_now as "doNow", t.blocking, t.state, t.reason,
  t.done_at as "doneAt", t.done_by as "doneBy", t.escalated_to as "escalatedTo", t.later_until as "laterUntil", t.evidence, t.draft,
  t.acted_at as "actedAt", t.acted_by as "actedBy", t.act, ${AFTER} as "after", s.stage as "nextStage", s.due_at as "nextStageAt",
  t.version, ${READER}`;

export const TASK_TABLES = `
  handover_task t join handover h on h.id = t.handover_id left join programme p on p.id = h.programme_id
  left join follow_on_group g on g.id = h.group_id left join account a on a.id = t.assignee_id
  left join lateral (select stage, due_at from task_stage where task_id = t.id and due_on = t.due_on and reached_at is null
    and skipped_because is null and ${unsettled('t')} order by due_at limit 1) s on true`;

export interface HandoverRow extends ReaderFlags {
  readonly id: string;
  readonly kind: HandoverView['kind'];
  readonly programmeId: string | null;
  readonly programmeName: string;
  readonly lastSessionOn: string;
  readonly groupId: string | null;
  readonly route: string;
  readonly suggestedRoute: HandoverView['suggestedRoute'];
  readonly routeChosenAt: Date | null;
  readonly withGroupId: string | null;
  readonly withProgrammeId: string | null;
  readonly withoutPtv: boolean;
  readonly templateVersion: string;
  readonly openedOn: string;
  readonly state: HandoverState;
  readonly signedOffAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly version: number;
}

export const HANDOVER_COLUMNS = `
  h.id, h.kind, h.site_id as "siteId", h.programme_id as "programmeId", ${ABOUT} as "programmeName",
  coalesce(p.last_session_on, h.opened_on) as "lastSessionOn",
  h.group_id as "groupId", h.route, h.suggested_route as "suggestedRoute",
  h.route_chosen_at as "routeChosenAt", h.with_group_id as "withGroupId", h.with_programme_id as "withProgrammeId",
  h.without_ptv as "withoutPtv", h.template_version as "templateVersion", h.opened_on as "openedOn", h.state,
  h.signed_off_at as "signedOffAt", h.accepted_at as "acceptedAt", h.version, ${READER}`;

/** The stream that its events belong to: of the programme, or of the group whose list it is. */
export function streamOf({ programmeId, groupId }: Pick<TaskRow, 'programmeId' | 'groupId'>) {
  const id = programmeId ?? groupId;
  if (!id) throw new Error('a checklist is of a programme or of a group');
  return { streamId: id, streamKind: programmeId ? 'programme' : 'group' } as const;
}

export const HANDOVER_TABLES = `
  handover h left join programme p on p.id = h.programme_id left join follow_on_group g on g.id = h.group_id`;

export interface Counts {
  readonly done: number;
  readonly late: number;
  readonly total: number;
}

export const COUNTS = `
  left join lateral (select count(*) as total, count(*) filter (where state in ('done', 'not-applicable')) as done,
    count(*) filter (where state = 'overdue') as late from handover_task where handover_id = h.id) c on true`;
