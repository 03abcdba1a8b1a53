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
  // Set by the product when it finds cover; refused in a patch.
  'on-a-break',
  'account-disabled',
  'silent',
]);
export type TaskReason = z.infer<typeof TaskReason>;

/** What a task asks when it is ticked; nobody has to answer. See rules/handover/task.ts. */
export const TaskQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day') }),
  z.object({ kind: z.literal('choice'), key: z.string(), options: z.array(z.string()) }),
  /** Below `least` it is not done yet; neither is it with a no to what `needs` a yes. */
  z.object({ kind: z.literal('number'), key: z.string(), least: z.int().optional() }),
  z.object({ kind: z.literal('yes-no'), key: z.string(), needs: z.literal(true).optional() }),
]);
export type TaskQuestion = z.infer<typeof TaskQuestion>;

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
  asks: z.array(TaskQuestion),
  /** Names of the questions without an answer so far; the day is called `on`. */
  unanswered: z.array(z.string()),
  /** Names of the questions whose answer so far says that it is not done yet, for those who may change the task. */
  notYet: z.array(z.string()),
  /** Answers given before the tick, for those who may change the task. */
  draft: EvidenceSchema.nullable(),
  /** Nobody is reminded before this day; `dueOn` stays. */
  laterUntil: z.iso.date().nullable(),
  /** False once somebody was told that it is late: then the question is who does it. */
  mayLater: z.boolean(),
  /** Until then the reader can take back what they did last, with `state: open`. */
  undoUntil: z.iso.datetime().nullable(),
  /** What comes before it and is still to do. Shown, never enforced. */
  after: z.array(z.object({ key: z.string(), title: z.string(), ownerRole: OwnerRole })),
  /** Who hears of it next while it stays undone, and when. */
  stage: z.object({ stage: z.enum(['owner', 'lead', 'site-admin']), at: z.iso.datetime() }).nullable(),
  /** Where it went when it was passed on. */
  passedTo: z.enum(['deputy', 'lead']).nullable(),
  /** True when the reader may change it. */
  mine: z.boolean(),
  mayChange: z.boolean(),
  version: z.int(),
});
export type HandoverTaskView = z.infer<typeof HandoverTaskView>;

/**
 * `state: open` takes back what was done last: a tick, can't, passing it on, putting it off. `cannot`, `passed-on` and
 * `not-applicable` need a reason code.
 */
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

/** "Not today": in how many days the product may remind of it again. The due date stays. */
export const TaskLater = z.strictObject({
  days: z.union([z.literal(1), z.literal(3), z.literal(7)], 'Choose 1, 3 or 7 days.'),
});
export type TaskLater = z.infer<typeof TaskLater>;

/** To the volunteer who stands in, when there is one, else to the volunteer lead; `to` asks for one of them. */
export const TaskPassOn = z.strictObject({
  to: z.enum(['deputy', 'lead']).optional(),
  reason: TaskReason.optional(),
});
export type TaskPassOn = z.infer<typeof TaskPassOn>;

/** Answers so far, by question; each one given replaces the one before. */
export const TaskDraft = EvidenceSchema;
export type TaskDraft = z.infer<typeof TaskDraft>;

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
  /** What we would suggest from the counts, or six weeks on for want of a partner; null while nobody has counted. */
  suggestedRoute: z.string().nullable(),
  /** Null while nobody has written down what the group chose: then `route` is what we go by until it does. */
  routeChosenAt: z.iso.datetime().nullable(),
  /** For `join` and `merge`: whom they would like to go on with. Each says yes for itself. */
  withGroupId: z.uuid().nullable(),
  withProgrammeId: z.uuid().nullable(),
  /** Two weeks before the last session there was no patient tutor volunteer, and there still is none. */
  withoutPtv: z.boolean(),
  templateVersion: z.string(),
  openedOn: z.iso.date(),
  state: HandoverState,
  signedOffAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  maySignOff: z.boolean(),
  mayAccept: z.boolean(),
  /** Keys of blocking tasks that still stand in the way of signing off. */
  blocking: z.array(z.string()),
  /** Keys of blocking tasks that were ticked while we hold neither the fact nor an answer; signing off is possible all the same. */
  unproven: z.array(z.string()),
  tasks: z.array(HandoverTaskView),
  version: z.int(),
});
export type HandoverView = z.infer<typeof HandoverView>;

export const HandoverSummary = HandoverView.omit({ tasks: true, blocking: true, unproven: true }).extend({
  done: z.int(),
  late: z.int(),
  total: z.int(),
  nextTask: HandoverTaskView.nullable(),
});
export type HandoverSummary = z.infer<typeof HandoverSummary>;
export const HandoverPage = pageOf(HandoverSummary);

export const HandoverQuery = PageQuery.extend({
  site: z.uuid().optional(),
  /** Only the lists of this group, its programme's among them. */
  group: z.uuid().optional(),
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
