import { z } from 'zod';
import { EvidenceSchema } from '../rules/handover/facts.js';
import { PageQuery, pageOf } from './page.js';

export const TaskState = z.enum(['open', 'overdue', 'done', 'cannot', 'passed-on', 'not-applicable']);
export type TaskState = z.infer<typeof TaskState>;
export const OwnerRole = z.enum(['clinician', 'volunteer', 'lead', 'contact', 'system']);
export type OwnerRole = z.infer<typeof OwnerRole>;
/** Reasons are codes, never free text. */
export const TaskReason = z.enum([
  'not-needed-here',
  'group-said-no',
  'done-another-way',
  'no-time',
  'not-now',
  'need-help',
  'wrong-person',
  'prefer-not-to-say',
]);
export type TaskReason = z.infer<typeof TaskReason>;

export const HandoverTaskView = z.object({
  id: z.uuid(),
  handoverId: z.uuid(),
  /** Null in a list of a group. */
  programmeId: z.uuid().nullable(),
  /** What the list is about: its programme's name, or its group's. */
  programmeName: z.string(),
  siteId: z.uuid(),
  groupId: z.uuid().nullable(),
  key: z.string(),
  /** English; screens have translated words of their own for the shipped tasks, and show these where `ownWords` is true. */
  title: z.string(),
  why: z.string(),
  doneWhen: z.string(),
  /** The site, or the route, words this task in its own way. */
  ownWords: z.boolean(),
  ownerRole: OwnerRole,
  /** First name of the person it is with (staff and volunteers only), null while nobody has it. */
  assignee: z.object({ accountId: z.uuid(), displayName: z.string() }).nullable(),
  dueOn: z.iso.date(),
  doNow: z.boolean(),
  blocking: z.boolean(),
  state: TaskState,
  reason: TaskReason.nullable(),
  doneAt: z.iso.datetime().nullable(),
  /** True when the reader may change it. */
  mine: z.boolean(),
  mayChange: z.boolean(),
  version: z.int(),
});
export type HandoverTaskView = z.infer<typeof HandoverTaskView>;

/** `state: open` undoes a tick. `cannot`, `passed-on` and `not-applicable` need a reason code. */
export const TaskPatch = z
  .strictObject({
    state: z.enum(['open', 'done', 'cannot', 'passed-on', 'not-applicable']),
    evidence: EvidenceSchema.optional(),
    reason: TaskReason.optional(),
  })
  .refine((p) => !['cannot', 'passed-on', 'not-applicable'].includes(p.state) || p.reason !== undefined, {
    path: ['reason'],
    message: 'Choose one of the listed reasons.',
  });
export type TaskPatch = z.infer<typeof TaskPatch>;

export const HandoverState = z.enum(['open', 'signed-off', 'accepted', 'closed', 'declined']);

export const HandoverView = z.object({
  id: z.uuid(),
  /** A programme's handover, or a group's list: starting again, handing a role on, closing well. */
  kind: z.enum(['programme', 'restart', 'hand-on', 'closing']),
  siteId: z.uuid(),
  /** Null in a list of a group. */
  programmeId: z.uuid().nullable(),
  programmeName: z.string(),
  /** The day a group's list opened. */
  lastSessionOn: z.iso.date(),
  groupId: z.uuid().nullable(),
  route: z.string(),
  templateVersion: z.string(),
  openedOn: z.iso.date(),
  state: HandoverState,
  signedOffAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  maySignOff: z.boolean(),
  mayAccept: z.boolean(),
  /** Keys of blocking tasks that still stand in the way of signing off. */
  blocking: z.array(z.string()),
  tasks: z.array(HandoverTaskView),
  version: z.int(),
});
export type HandoverView = z.infer<typeof HandoverView>;

export const HandoverSummary = HandoverView.omit({ tasks: true, blocking: true }).extend({
  done: z.int(),
  late: z.int(),
  total: z.int(),
  nextTask: HandoverTaskView.nullable(),
});
export type HandoverSummary = z.infer<typeof HandoverSummary>;
export const HandoverPage = pageOf(HandoverSummary);

export const HandoverQuery = PageQuery.extend({
  site: z.uuid().optional(),
  state: HandoverState.optional(),
  mine: z.enum(['true', 'false']).optional(),
  /** `true`: only those that are under way and have a task past its day: `lateHandovers` of the overview. */
  late: z.enum(['true']).optional(),
});
export type HandoverQuery = z.infer<typeof HandoverQuery>;

/** `GET /api/handover-tasks?mine=true`: what *My tasks* shows, open and lately done, due first. */
export const TaskPage = pageOf(HandoverTaskView);
export const TaskQuery = PageQuery.extend({
  mine: z.enum(['true', 'false']).optional(),
  handover: z.uuid().optional(),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

/** Sign-off and accept take an empty body. */
export const Nothing = z.strictObject({});
