import { z } from 'zod';
import { PageQuery, pageOf } from './page.js';

export const Audience = z.enum(['member', 'role-holder', 'volunteer', 'staff']);
/** As its reader wishes. */
export const MessageLanguage = z.enum(['en', 'cy']);
export const DeliveryState = z.enum([
  'queued',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'held',
  'suppressed',
  'dead',
  'unknown',
]);

/** What was planned, held back and why. Nobody's address is here; `to` is a role, never a name. */
export const NudgeView = z.object({
  id: z.uuid(),
  eventId: z.uuid(),
  key: z.string(),
  groupId: z.uuid().nullable(),
  programmeId: z.uuid().nullable(),
  audience: Audience,
  state: z.enum(['planned', 'suppressed', 'sent']),
  reason: z.string().nullable(),
  dueAt: z.iso.datetime(),
});
export type NudgeView = z.infer<typeof NudgeView>;
export const NudgePage = pageOf(NudgeView);
export const NudgeQuery = PageQuery.extend({ group: z.uuid().optional(), programme: z.uuid().optional() });
export type NudgeQuery = z.infer<typeof NudgeQuery>;

export const DeliveryView = z.object({
  id: z.uuid(),
  eventId: z.uuid(),
  nudgeId: z.uuid(),
  groupId: z.uuid().nullable(),
  programmeId: z.uuid().nullable(),
  to: z.string(),
  audience: Audience,
  channel: z.string(),
  state: DeliveryState,
  reason: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
  links: z.array(z.object({ rel: z.string(), href: z.string() })),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
export const DeliveryPage = pageOf(DeliveryView);
export const DeliveryQuery = PageQuery.extend({ state: DeliveryState.optional() });
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

/** Something that can be done from a message, without signing in unless it is a `page`; `href` is a path of this service. */
export const MessageLinkView = z.object({ rel: z.string(), href: z.string(), label: z.string() });
export type MessageLinkView = z.infer<typeof MessageLinkView>;

const OutboxWords = z.object({
  lang: MessageLanguage,
  subject: z.string(),
  text: z.string(),
  choices: z.array(z.string()),
  links: z.array(MessageLinkView),
});
export type OutboxWords = z.infer<typeof OutboxWords>;

/** Demo only: a message as its reader would see it, worded by key and values. `toName` is an invented person. */
export const OutboxMessage = DeliveryView.extend({
  toName: z.string(),
  /** Of `subject`, `text`, `choices` and what the links are called. */
  lang: MessageLanguage,
  subject: z.string(),
  text: z.string(),
  choices: z.array(z.string()),
  /** It left, and what it tells has stopped being so: since when, and why (`withdrawnBecause` of the alert). */
  noLongerSo: z.object({ on: z.iso.date(), because: z.string() }).nullable(),
  links: z.array(MessageLinkView),
  /** The same in the languages that come after it. */
  also: z.array(OutboxWords),
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;
export const OutboxPage = pageOf(OutboxMessage);
