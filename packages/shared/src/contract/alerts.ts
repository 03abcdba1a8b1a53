import { z } from 'zod';
import {
  alertCauses,
  alertOutcomes,
  alertStages,
  nextSteps,
  noConcernReasons,
} from '../rules/alert/causes.js';
import { ReasonSchema } from '../rules/health/facts.js';
import { civilDate } from './civil-date.js';
import { Turnout } from './health.js';
import { PageQuery, pageOf } from './page.js';

export const AlertCauseView = z.enum(alertCauses);
export const AlertState = z.enum(['open', 'acknowledged', 'withdrawn', 'resolved']);
export const AlertStageView = z.enum(alertStages);
export const AlertOutcome = z.enum(alertOutcomes);
export const NoConcernBecause = z.enum(noConcernReasons);
export const NextStepView = z.enum(nextSteps);
export const AlertVerdict = z.enum(['useful', 'not-useful', 'wrong']);
export type AlertVerdict = z.infer<typeof AlertVerdict>;
/** As `resolve` takes it beside an outcome. */
export const AlertUseful = z.enum(['useful', 'not-useful', 'wrong', 'not-applicable']);

/** How many verdicts a rule has had at this site; of the cause first, then of each reason. */
export const RuleVerdicts = z.object({
  rule: z.string(),
  useful: z.int(),
  notUseful: z.int(),
  wrong: z.int(),
});
export type RuleVerdicts = z.infer<typeof RuleVerdicts>;

export const AlertView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  groupId: z.uuid().nullable(),
  groupName: z.string().nullable(),
  programmeId: z.uuid().nullable(),
  programmeName: z.string().nullable(),
  cause: AlertCauseView,
  state: AlertState,
  stage: AlertStageView,
  reasons: z.array(ReasonSchema),
  openedAt: z.iso.datetime(),
  acknowledgedAt: z.iso.datetime().nullable(),
  /** Looked after, and open again on this day. */
  snoozedUntil: z.iso.date().nullable(),
  closedAt: z.iso.datetime().nullable(),
  withdrawnBecause: z.string().nullable(),
  outcome: AlertOutcome.nullable(),
  noConcernBecause: NoConcernBecause.nullable(),
  turnout: Turnout.nullable(),
  mayAct: z.boolean(),
  /** What the reader said of it. */
  myVerdict: AlertVerdict.nullable(),
});
export type AlertView = z.infer<typeof AlertView>;
export const AlertPage = pageOf(AlertView);
export const AlertQuery = PageQuery.extend({
  state: AlertState.optional(),
  site: z.uuid().optional(),
  group: z.uuid().optional(),
  programme: z.uuid().optional(),
  cause: AlertCauseView.optional(),
  /** `true`: open ones, and acknowledged ones whose day has not been put off: the inbox. */
  needsYou: z.enum(['true']).optional(),
});
export type AlertQuery = z.infer<typeof AlertQuery>;

/** What happened to an alert, oldest first: when, what, and how many people of which kind a message went to. */
export const AlertStep = z.object({
  at: z.iso.datetime(),
  what: z.enum([
    'opened',
    'offered-to-group',
    'told-clinicians',
    'told-administrators',
    'acknowledged',
    'snoozed',
    'snooze-ended',
    'withdrawn',
    'resolved',
  ]),
  /**
   * Messages that left for this step, that will not, and that wait for their hour; null where the step is no message. While
   * none has left and some wait, `at` is when the first is to leave.
   */
  sent: z.int().nullable(),
  notSent: z.int().nullable(),
  waiting: z.int().nullable(),
  /** The day of a snooze. */
  until: z.iso.date().nullable(),
});
export type AlertStep = z.infer<typeof AlertStep>;

/** One link of the chain back from the alert to what people wrote down. */
export const AlertTraceStep = z.object({
  eventId: z.uuid(),
  name: z.string(),
  at: z.iso.datetime(),
  /** The meeting that a register of the chain belongs to, for a link to it. */
  meetingId: z.uuid().nullable(),
  on: z.iso.date().nullable(),
});
export type AlertTraceStep = z.infer<typeof AlertTraceStep>;

/** `GET /api/alerts/:id` */
export const AlertDetail = AlertView.extend({
  nextSteps: z.array(NextStepView),
  history: z.array(AlertStep),
  /** The alert first, the register last. */
  trace: z.array(AlertTraceStep),
  /** What others at the site thought of alerts like this one. */
  verdicts: z.array(RuleVerdicts),
  /** The next day on which somebody else hears of it, and who; null when nobody more will. */
  nextStage: z.object({ on: z.iso.date(), stage: AlertStageView }).nullable(),
});
export type AlertDetail = z.infer<typeof AlertDetail>;

/** Back on that day, at most three months ahead. */
export const SnoozeAlert = z.strictObject({ until: civilDate });
export type SnoozeAlert = z.infer<typeof SnoozeAlert>;
export const GiveFeedback = z.strictObject({ verdict: AlertVerdict });
export type GiveFeedback = z.infer<typeof GiveFeedback>;

export const ResolveAlert = z
  .strictObject({
    outcome: AlertOutcome,
    noConcernBecause: NoConcernBecause.optional(),
    useful: AlertUseful.optional(),
  })
  .refine(({ outcome, noConcernBecause }) => noConcernBecause === undefined || outcome === 'no-concern', {
    path: ['noConcernBecause'],
    message: 'Give a reason only together with the outcome no-concern.',
  });
export type ResolveAlert = z.infer<typeof ResolveAlert>;

/** Working days of the site's country: 0 tells the clinicians at the moment at which the group is offered a hand. */
export const AlertTerms = z.strictObject({
  groupFirstDays: z.int().min(0).max(20),
  adminAfterDays: z.int().min(1).max(30),
});
export type AlertTerms = z.infer<typeof AlertTerms>;
export const AlertPolicyQuery = z.strictObject({ site: z.uuid() });
export type AlertPolicyQuery = z.infer<typeof AlertPolicyQuery>;
export const SaveAlertPolicy = z.strictObject({ siteId: z.uuid(), terms: AlertTerms });
export type SaveAlertPolicy = z.infer<typeof SaveAlertPolicy>;
/** `GET, PUT /api/alert-policy?site=`; the version is the ETag, 0 before anything was saved. */
export const AlertPolicyView = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  terms: AlertTerms,
  defaults: AlertTerms,
  mayChange: z.boolean(),
  savedAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type AlertPolicyView = z.infer<typeof AlertPolicyView>;

/** `GET /api/alert-feedback?site=`: every rule that anybody said something of. */
export const AlertFeedbackView = z.object({ siteId: z.uuid(), items: z.array(RuleVerdicts) });
export type AlertFeedbackView = z.infer<typeof AlertFeedbackView>;
