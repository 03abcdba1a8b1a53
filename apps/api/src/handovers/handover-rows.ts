import type { HandoverView, OwnerRole, TaskReason, TaskState } from '@followon/shared/contract/handovers';
import { holdsRoleIn, holdsTaskOf, isClinicianOf, isPtvOf } from '../auth/own.js';

type HandoverState = HandoverView['state'];

/** How the reader, who is $1, stands to the programme `p` and its handover `h`. */
const READER = `
  ${isClinicianOf()} as "isClinician", ${isPtvOf()} as "isPtv", ${holdsTaskOf()} as "holdsTask",
  ${holdsRoleIn('h.group_id', 'contact')} as "isContact"`;

interface ReaderFlags {
  readonly siteId: string;
  readonly isClinician: boolean;
  readonly isPtv: boolean;
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
  readonly version: number;
}

/** What the list is about, in words: its programme, or its group. */
const ABOUT = 'coalesce(p.name, g.name)';

export const TASK_COLUMNS = `
  t.id, t.handover_id as "handoverId", h.state as "handoverState", h.programme_id as "programmeId", ${ABOUT} as "programmeName",
  t.site_id as "siteId", h.group_id as "groupId", t.key, t.title, t.why, t.done_when as "doneWhen", t.position, t.owner_role as "ownerRole", t.assignee_id as "assigneeId",
  a.display_name as "assigneeName", t.due_on as "dueOn", t.do_now as "doNow", t.blocking, t.state, t.reason,
  t.done_at as "doneAt", t.done_by as "doneBy", t.version, ${READER}`;

export const TASK_TABLES = `
  handover_task t join handover h on h.id = t.handover_id left join programme p on p.id = h.programme_id
  left join follow_on_group g on g.id = h.group_id left join account a on a.id = t.assignee_id`;

export interface HandoverRow extends ReaderFlags {
  readonly id: string;
  readonly kind: HandoverView['kind'];
  readonly programmeId: string | null;
  readonly programmeName: string;
  readonly lastSessionOn: string;
  readonly groupId: string | null;
  readonly route: string;
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
  h.group_id as "groupId", h.route, h.template_version as "templateVersion", h.opened_on as "openedOn", h.state,
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
