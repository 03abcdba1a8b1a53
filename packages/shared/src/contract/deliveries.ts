import { z } from 'zod';
import { DeliveryQuery, DeliveryState, DeliveryView, MessageLanguage } from './messages.js';
import { pageOf } from './page.js';

/** What a person may decide about a message that machines cannot bring to its end. */
export const Settlement = z.enum(['again', 'let-go', 'posted', 'arrived']);
export type Settlement = z.infer<typeof Settlement>;

/** One line of the administrators' list. Still nobody's name or address: `to` says in which capacity. */
export const DeliveryLine = DeliveryView.extend({
  /** Which message. */
  key: z.string(),
  /** When it leaves, or was to leave. */
  dueAt: z.iso.datetime(),
  tries: z.int().min(0),
  /** What the reader may decide about it now; empty for most. */
  ways: z.array(Settlement),
  /** Somebody prints and posts it, or gives it by hand. */
  isLetter: z.boolean(),
});
export type DeliveryLine = z.infer<typeof DeliveryLine>;
export const DeliveryLinePage = pageOf(DeliveryLine);

export const DeliveryLineQuery = DeliveryQuery.extend({
  site: z.uuid().optional(),
  key: z.string().max(60).optional(),
  channel: z.string().max(30).optional(),
});
export type DeliveryLineQuery = z.infer<typeof DeliveryLineQuery>;

/** One step of its way, in order. */
export const DeliveryStepView = z.object({
  at: z.iso.datetime(),
  what: z.string(),
  channel: z.string().nullable(),
  reason: z.string().nullable(),
});
export const DeliveryDetail = DeliveryLine.extend({ steps: z.array(DeliveryStepView) });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

export const CountsQuery = z.strictObject({ site: z.uuid().optional() });
export type CountsQuery = z.infer<typeof CountsQuery>;

/** Why a text from somebody's telephone waits for a person: see docs/decisions/0030. */
export const ReplyWhy = z.enum(['unread', 'not-asked', 'unclear', 'differs']);
export type ReplyWhy = z.infer<typeof ReplyWhy>;

/** A text says another number than the register. Who wrote it nobody knows. */
export const DifferingReply = z.object({
  groupId: z.uuid(),
  groupName: z.string(),
  on: z.iso.date(),
  /** Null: that they did not meet. */
  texted: z.int().min(0).nullable(),
  saved: z.int().min(0).nullable(),
});
export type DifferingReply = z.infer<typeof DifferingReply>;

/** How many are in each state; null where there are too few to be told of outside the site. */
export const DeliveryCounts = z.object({
  states: z.array(z.object({ state: DeliveryState, count: z.int().min(0).nullable() })),
  /** Texts that a person has to look at; nothing for those who are told numbers only. */
  replies: z.array(z.object({ why: ReplyWhy, count: z.int().min(1) })),
  differing: z.array(DifferingReply),
});
export type DeliveryCounts = z.infer<typeof DeliveryCounts>;

/** Why somebody decided so; codes, so that nothing about a person is written here. */
export const SettleReason = z.enum([
  'address-mended',
  'provider-mended',
  'did-not-arrive',
  'they-said',
  'provider-shows',
  'told-another-way',
  'not-needed',
  'asked-to',
]);
export type SettleReason = z.infer<typeof SettleReason>;

export const SettleDelivery = z.strictObject({ how: Settlement, reason: SettleReason.optional() });
export type SettleDelivery = z.infer<typeof SettleDelivery>;

/** Opening a letter opens a person: it says why, and is written down. */
export const LetterQuery = z.strictObject({ reason: z.enum(['to-post', 'came-back', 'person-asked']) });
export type LetterQuery = z.infer<typeof LetterQuery>;

/** One side of paper. What can be answered has a box to tick; a number has a line beside it. */
export const LetterSheet = z.object({
  lang: MessageLanguage,
  /** The day it is printed, in words. */
  day: z.string(),
  subject: z.string(),
  text: z.string(),
  tick: z.string(),
  boxes: z.array(z.object({ label: z.string(), hasNumber: z.boolean() })),
  /** To whom the sheet goes back, who then writes it down. */
  back: z.string(),
  bye: z.string(),
});
export type LetterSheet = z.infer<typeof LetterSheet>;

export const LetterView = z.object({
  id: z.uuid(),
  toName: z.string(),
  /** As it was written down, lines apart; null where nobody wrote one down. */
  address: z.string().nullable(),
  /** No post was wished for: somebody gives it to them. */
  byHand: z.boolean(),
  /** In all its languages. */
  subject: z.string(),
  /** One for each language, in the order in which they are read; all words of a sheet are its language's. */
  sheets: z.array(LetterSheet),
  format: z.enum(['standard', 'large-print', 'easy-read', 'bsl', 'paper']),
});
export type LetterView = z.infer<typeof LetterView>;
