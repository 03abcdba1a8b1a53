import { z } from 'zod';
import { civilDate } from './civil-date.js';
import { PageQuery, pageOf } from './page.js';

/** How a training or a check stands today; what it said is kept elsewhere. */
export const Currency = z.enum(['current', 'expiring', 'expired', 'not-written-down']);
export type Currency = z.infer<typeof Currency>;

const Dated = z.object({ until: z.iso.date().nullable(), state: Currency });

/** A patient tutor volunteer, for volunteer leads and site administrators. `id` is what `ptvAccountId` takes. */
export const VolunteerView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  displayName: z.string(),
  /** Handover tasks that are with this person and not settled. */
  openTasks: z.int(),
  /** The first day back from a break; null while there is none. */
  pausedUntil: z.iso.date().nullable(),
  /** Programmes beside which this person stands now, and how many that may be. */
  caseload: z.int(),
  caseloadCap: z.int(),
  training: Dated,
  checks: Dated,
});
export type VolunteerView = z.infer<typeof VolunteerView>;
export const VolunteerPage = pageOf(VolunteerView);
export const VolunteerQuery = PageQuery.extend({ site: z.uuid().optional() });
export type VolunteerQuery = z.infer<typeof VolunteerQuery>;

/** `siteId` is needed only for somebody who volunteers at several of the reader's sites. A null date is one not written down. */
export const VolunteerPatch = z
  .strictObject({
    siteId: z.uuid().optional(),
    caseloadCap: z.int().min(0).max(50).optional(),
    trainingUntil: civilDate.nullable().optional(),
    checksUntil: civilDate.nullable().optional(),
  })
  .refine(({ siteId: _siteId, ...fields }) => Object.keys(fields).length > 0, {
    message: 'Say what to change.',
  });
export type VolunteerPatch = z.infer<typeof VolunteerPatch>;

/** Stands beside a programme, or stands in for whoever does. */
export const Part = z.enum(['ptv', 'deputy']);
export type Part = z.infer<typeof Part>;

export const AskVolunteer = z.strictObject({
  accountId: z.uuid(),
  part: Part,
  /** Whoever has the part now keeps it until this person says yes. */
  instead: z.boolean().optional(),
});
export type AskVolunteer = z.infer<typeof AskVolunteer>;

/** A "no" needs no reason. */
export const DeclineReason = z.enum(['no-time', 'not-now', 'too-far', 'not-well', 'prefer-not-to-say']);
export type DeclineReason = z.infer<typeof DeclineReason>;

export const AnswerRequest = z
  .strictObject({ answer: z.enum(['accept', 'decline']), reason: DeclineReason.optional() })
  .refine(({ answer, reason }) => answer === 'decline' || reason === undefined, {
    path: ['reason'],
    message: 'A yes needs no reason. Leave it out.',
  });
export type AnswerRequest = z.infer<typeof AnswerRequest>;

export const RequestState = z.enum(['asked', 'accepted', 'declined', 'withdrawn']);
export const VolunteerRequestView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  programmeId: z.uuid(),
  programmeName: z.string(),
  lastSessionOn: z.iso.date(),
  volunteer: z.object({ accountId: z.uuid(), displayName: z.string() }),
  part: Part,
  state: RequestState,
  reason: DeclineReason.nullable(),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  /** Withdrawn because somebody else said yes first. */
  somebodyElse: z.boolean(),
});
export type VolunteerRequestView = z.infer<typeof VolunteerRequestView>;
export const RequestPage = pageOf(VolunteerRequestView);
/** `mine=true`: what the reader is asked. Otherwise what leads and administrators have asked at their sites. */
export const RequestQuery = PageQuery.extend({
  mine: z.enum(['true', 'false']).optional(),
  site: z.uuid().optional(),
  state: RequestState.optional(),
});
export type RequestQuery = z.infer<typeof RequestQuery>;

/** Weeks a break may last; nobody is asked why. */
export const breakWeeks = [2, 4, 8] as const;
export const NewBreak = z.strictObject({ siteId: z.uuid(), weeks: z.literal(breakWeeks) });
export type NewBreak = z.infer<typeof NewBreak>;
export const BreakView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  siteName: z.string(),
  fromOn: z.iso.date(),
  /** The first day back. */
  untilOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
});
export type BreakView = z.infer<typeof BreakView>;
export const BreakPage = pageOf(BreakView);

export const CoverQuery = z.strictObject({
  site: z.uuid(),
  weeks: z.enum(['2', '4', '8']),
});
export type CoverQuery = z.infer<typeof CoverQuery>;
/** Who would have which share of the reader's tasks during a break from today, before it is taken. */
export const BreakCover = z.object({
  /** The first day back. */
  untilOn: z.iso.date(),
  deputies: z.array(z.object({ displayName: z.string(), tasks: z.int() })),
  /** Tasks that the volunteer lead would look after. */
  withLead: z.int(),
});
export type BreakCover = z.infer<typeof BreakCover>;
