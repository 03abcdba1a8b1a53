import { z } from 'zod';
import { ClearsWhenSchema, ReasonSchema, reportedKinds } from '../rules/health/facts.js';
import { alertEvents } from './alert-events.js';
import type { Envelope, StreamKind } from './envelope.js';
import { messageEvents } from './message-events.js';
import { count, id, ofAny, ofGroup, ofProgramme, ofSite, on } from './shapes.js';

const level = z.enum(['steady', 'watch', 'fading', 'at-risk']).nullable();
const task = { handoverId: id, taskId: id, key: z.string() };
const checklist = { groupId: id, handoverId: id, kind: z.enum(['restart', 'hand-on', 'closing']) };
const request = { programmeId: id, requestId: id, part: z.enum(['ptv', 'deputy']) };
const roleKind = z.enum(['contact', 'host', 'ptv']);
const offer = { groupId: id, offerId: id, kind: roleKind };
const succession = { groupId: id, successionId: id, kind: roleKind };
const merge = { groupId: id, mergeId: id, intoGroupId: id };
const report = { groupId: id, reportId: id, kind: z.enum(reportedKinds), on };

/**
 * Every fact the service can announce, with the kind of stream it belongs to. Payloads carry ids, counts and
 * dates, never names or free text: they rest in the ledger and in logs, so a reaction re-reads the record it needs.
 * A payload never changes shape: add `.v2` beside it and retire `.v1` when no stream holds it unread.
 */
export const eventCatalogue = {
  'programme.scheduled.v1': ofProgramme({ programmeId: id, lastSessionOn: on }),
  'programme.rescheduled.v1': ofProgramme({ programmeId: id, from: on, lastSessionOn: on }),
  'programme.finishing.v1': ofProgramme({ programmeId: id, lastSessionOn: on }),
  'programme.finished.v1': ofProgramme({ programmeId: id, finishedOn: on }),
  /** How many would like what; counts only. */
  'programme.interest-recorded.v1': ofProgramme({
    programmeId: id,
    yes: count,
    maybe: count,
    no: count,
    otherKind: count,
  }),
  /** A volunteer is asked to stand beside a programme, or to stand in: says yes or no, or the question is taken back. */
  'programme.volunteer-asked.v1': ofProgramme(request),
  'programme.volunteer-accepted.v1': ofProgramme(request),
  'programme.volunteer-declined.v1': ofProgramme(request),
  'programme.volunteer-withdrawn.v1': ofProgramme(request),

  'handover.opened.v1': ofProgramme({ programmeId: id, handoverId: id, openedOn: on }),
  /** The group chose how it carries on; what is not done is planned anew. */
  'handover.route-chosen.v1': ofProgramme({
    programmeId: id,
    handoverId: id,
    from: z.string(),
    route: z.string(),
  }),
  /** A running list goes on with a newer version of its list. `from` and `to` are versions. */
  'handover.template-moved.v1': ofProgramme({
    programmeId: id,
    handoverId: id,
    from: z.string(),
    to: z.string(),
  }),
  /** No patient tutor volunteer could be found in time. */
  'handover.without-ptv.v1': ofProgramme({ programmeId: id, handoverId: id }),
  /** The last session is over and the people wanted no group. */
  'handover.declined.v1': ofProgramme({ programmeId: id, handoverId: id, on }),
  /** A list of a group: starting again, handing a role on, closing well. */
  'checklist.opened.v1': ofGroup({ ...checklist, openedOn: on }),
  'checklist.closed.v1': ofGroup(checklist),
  /** Tasks belong to the programme or the group whose list they stand in. */
  'handover-task.done.v1': ofAny(task),
  'handover-task.reopened.v1': ofAny(task),
  'handover-task.set-aside.v1': ofAny({
    ...task,
    state: z.enum(['cannot', 'passed-on', 'not-applicable']),
    reason: z.string(),
  }),
  /** "Later": nobody reminds its owner before that day. */
  'handover-task.put-off.v1': ofAny({ ...task, until: on }),
  'handover-task.overdue.v1': ofAny({ ...task, dueOn: on }),
  'handover-task.escalated.v1': ofAny({ ...task, to: z.enum(['lead', 'site-admin']) }),
  /** A stage of the escalation was left out, and why. */
  'handover-task.stage-skipped.v1': ofAny({
    ...task,
    stage: z.enum(['owner', 'lead', 'site-admin']),
    because: z.string(),
  }),
  /** It is with somebody else now. */
  'handover-task.assigned.v1': ofAny({
    ...task,
    because: z.enum(['passed-on', 'break', 'in-bulk', 'account-disabled', 'silent', 'role-taken', 'back']),
  }),
  'handover.signed-off.v1': ofProgramme({ programmeId: id, handoverId: id }),
  'handover.accepted.v1': ofProgramme({ programmeId: id, handoverId: id }),
  'handover.closed.v1': ofProgramme({ programmeId: id, handoverId: id }),

  'group.formed.v1': ofGroup({ groupId: id, programmeId: id.nullable(), formedOn: on.nullable() }),
  /** Its name, its rhythm, or whether it wants messages. */
  'group.changed.v1': ofGroup({ groupId: id }),
  'group.rested.v1': ofGroup({ groupId: id, from: on, until: on.nullable() }),
  'group.resumed.v1': ofGroup({ groupId: id, on }),
  'group.closed.v1': ofGroup({ groupId: id, on, how: z.enum(['closed-well', 'closed']) }),
  /** It will end on a day to come, or goes on after all. */
  'group.closing-announced.v1': ofGroup({ groupId: id, on, how: z.enum(['closed-well', 'closed']) }),
  'group.closing-withdrawn.v1': ofGroup({ groupId: id }),
  /** It starts again after a rest or an end. */
  'group.restarted.v1': ofGroup({ groupId: id, on }),
  /** Two groups that want to go on as one; both say yes. Said on the stream of the group that would join the other. */
  'group.merge-asked.v1': ofGroup(merge),
  'group.merge-declined.v1': ofGroup(merge),
  'group.merged.v1': ofGroup({ ...merge, on }),
  'group.merge-undone.v1': ofGroup({ ...merge, on }),
  /** What its own people, its volunteer or the volunteer lead say of a group, and that it is over. */
  'group.reported.v1': ofGroup(report),
  'group.report-settled.v1': ofGroup(report),
  /** Said beside `group.reported.v1`: somebody asked for a hand. */
  'help.asked.v1': ofGroup({ groupId: id, reportId: id, on }),
  /** Its contact person would like a kind word about hard days sent to its people. */
  'kindness.asked.v1': ofGroup({ groupId: id, on }),

  'member.joined.v1': ofGroup({ groupId: id, memberId: id }),
  'member.left.v1': ofGroup({ groupId: id, memberId: id }),
  'role.offered.v1': ofGroup(offer),
  'role.declined.v1': ofGroup(offer),
  'role.accepted.v1': ofGroup({ groupId: id, roleId: id, kind: z.string() }),
  'role.vacated.v1': ofGroup({ groupId: id, roleId: id, kind: z.string() }),
  /** Somebody would like to stop after this day; until then they hold the role, and may stay after all. */
  'role.stepping-down.v1': ofGroup({ groupId: id, roleId: id, kind: roleKind, on }),
  'role.stays.v1': ofGroup({ groupId: id, roleId: id, kind: roleKind }),

  /** A role that nobody holds any more, with a clock on it: the group, then the lead, then the administrator. */
  'succession.opened.v1': ofGroup({ ...succession, actBy: on }),
  'succession.escalated.v1': ofGroup({ ...succession, to: z.enum(['lead', 'site-admin']) }),
  'succession.closed.v1': ofGroup({ ...succession, how: z.enum(['filled', 'group-ended']) }),

  'meeting.planned.v1': ofGroup({ groupId: id, meetingId: id, on }),
  'meeting.held.v1': ofGroup({ groupId: id, meetingId: id, on, headcount: count, newcomers: count }),
  'meeting.not-held.v1': ofGroup({ groupId: id, meetingId: id, on, reason: z.string() }),
  'register.corrected.v1': ofGroup({ groupId: id, meetingId: id, on }),
  /** The day after a meeting without a register; an import says it of a meeting whose register is lost. */
  'register.missing.v1': ofGroup({ groupId: id, meetingId: id, on }),
  /** The last event an import appends to a group: from here on its present level may reach people. */
  'registers.imported.v1': ofGroup({ groupId: id, importId: id, meetings: count }),
  /** A sweep: nothing has been written down for a while, so the silence is judged again. */
  'silence.due.v1': ofGroup({ groupId: id, on }),

  'attendance.dropped.v1': ofGroup({ groupId: id, meetingId: id, usual: count, recent: z.array(count) }),
  'group.went-quiet.v1': ofGroup({ groupId: id, lastMetOn: on.nullable(), on }),
  'group-health.changed.v1': ofGroup({
    groupId: id,
    on,
    from: level,
    to: level,
    bySilenceOnly: z.boolean(),
    reasons: z.array(ReasonSchema),
    clearsWhen: ClearsWhenSchema.nullable(),
    parameterVersion: z.string(),
    before: z.object({ bySilenceOnly: z.boolean(), quiet: z.boolean() }).optional(),
  }),

  ...alertEvents,
  /** How early its groups are spoken of: the marks themselves stay in the record. */
  /** A site changed the list of a route; running lists stay as they are. */
  'template.saved.v1': ofSite({ siteId: id, route: z.string(), version: count }),
  /** A volunteer has a break; the tasks of those days are covered. `volunteerId` is the record at the site. */
  'volunteer.break-started.v1': ofSite({ siteId: id, volunteerId: id, from: on, until: on }),
  'volunteer.break-ended.v1': ofSite({ siteId: id, volunteerId: id, on }),
  'policy.saved.v1': ofSite({ siteId: id, version: count }),
  /** How a site runs its handovers: when others hear of a late task. */
  'handover-policy.saved.v1': ofSite({ siteId: id, version: count }),
  /** How a site hears of alerts: whether the group has some days first, and when the administrator hears. */
  'alert-policy.saved.v1': ofSite({ siteId: id, version: count }),

  ...messageEvents,
} as const satisfies Record<string, { stream: StreamKind | 'any'; payload: z.ZodType }>;

export type EventName = keyof typeof eventCatalogue;
export type Payload<N extends EventName> = z.infer<(typeof eventCatalogue)[N]['payload']>;

/** A fact as reactions receive it: the envelope, its name and the payload that belongs to that name. */
export type DomainEvent<N extends EventName = EventName> = {
  [K in N]: Envelope & { readonly name: K; readonly payload: Payload<K> };
}[N];

export const eventNames = Object.keys(eventCatalogue) as EventName[];

export const isEventName = (name: string): name is EventName => Object.hasOwn(eventCatalogue, name);

/** Throws a ZodError when the payload does not have the shape its name promises. */
export function parsePayload<N extends EventName>(name: N, payload: unknown): Payload<N> {
  return eventCatalogue[name].payload.parse(payload) as Payload<N>;
}
