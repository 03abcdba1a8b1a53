import { z } from 'zod';
import { civilDate } from './civil-date.js';
import { PageQuery, pageOf } from './page.js';

export const NotHeldReason = z.enum([
  'few-could-come',
  'weather',
  'venue',
  'host-away',
  'holiday',
  'illness',
  'other',
  'not-said',
]);
export type NotHeldReason = z.infer<typeof NotHeldReason>;
export const MarkValue = z.enum(['present', 'apologies', 'absent']);

export const PlanMeeting = z.strictObject({ date: civilDate });
export type PlanMeeting = z.infer<typeof PlanMeeting>;

const HeldRegister = z
  .strictObject({
    state: z.literal('held'),
    headcount: z.int().min(0).max(500),
    newcomers: z.int().min(0).max(500).optional(),
    marks: z
      .array(z.strictObject({ memberId: z.uuid(), mark: MarkValue }))
      .max(500)
      .optional(),
    /** Needed when a site administrator corrects somebody else's register. */
    correctionReason: z.enum(['mistake', 'late-news', 'wrong-meeting', 'other']).optional(),
  })
  .refine((r) => (r.marks ?? []).filter((m) => m.mark === 'present').length <= r.headcount, {
    path: ['headcount'],
    message:
      'The number who came is lower than the people marked present. Raise the number or change a mark.',
  })
  .refine((r) => (r.newcomers ?? 0) <= r.headcount, {
    path: ['newcomers'],
    message: 'There are more newcomers than people who came. Lower one of the two numbers.',
  })
  .refine((r) => new Set((r.marks ?? []).map((m) => m.memberId)).size === (r.marks ?? []).length, {
    path: ['marks'],
    message: 'One person is marked twice. Keep one mark for each person.',
  });

const NotHeldRegister = z.strictObject({
  state: z.literal('not-held'),
  reason: NotHeldReason,
  correctionReason: z.enum(['mistake', 'late-news', 'wrong-meeting', 'other']).optional(),
});

export const Register = z.discriminatedUnion('state', [HeldRegister, NotHeldRegister]);
export type Register = z.infer<typeof Register>;

/** What people answered to the reminder of a meeting. */
export const AnswersBefore = z.object({ coming: z.int().min(0), notThisTime: z.int().min(0) });
export type AnswersBefore = z.infer<typeof AnswersBefore>;

export const MeetingView = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  on: z.iso.date(),
  outcome: z.enum(['planned', 'held', 'not-held', 'missing']),
  /** True when the day has passed and nobody has said how it went. */
  registerDue: z.boolean(),
  headcount: z.int().nullable(),
  newcomers: z.int().nullable(),
  named: z.boolean(),
  reason: NotHeldReason.nullable(),
  recordedAt: z.iso.datetime().nullable(),
  /** Marks are present only for the group's own contact people. */
  marks: z.array(z.object({ memberId: z.uuid(), mark: MarkValue })).optional(),
  /** Present only for the group's own contact people, and once somebody has answered. */
  answers: AnswersBefore.optional(),
  version: z.int(),
});
export type MeetingView = z.infer<typeof MeetingView>;
export const MeetingPage = pageOf(MeetingView);
/** Newest first. */
export const MeetingQuery = PageQuery.extend({
  outcome: z.enum(['planned', 'held', 'not-held', 'missing']).optional(),
});
export type MeetingQuery = z.infer<typeof MeetingQuery>;
