import { z } from 'zod';
import { id, ofAny, ofGroup, ofSite, on } from './shapes.js';

const nudge = { nudgeId: id, key: z.string() };

/** Messages, what people say about them, and what providers say became of them. */
export const messageEvents = {
  'nudge.planned.v1': { stream: 'any', payload: z.object({ ...nudge, deliveryId: id }) },
  'nudge.suppressed.v1': { stream: 'any', payload: z.object({ ...nudge, reason: z.string() }) },
  'nudge.sent.v1': { stream: 'any', payload: z.object({ ...nudge, deliveryId: id }) },
  /** What its reader chose; `choice` is a code of the nudge. */
  'nudge.answered.v1': ofAny({ ...nudge, choice: z.string() }),
  /** Somebody wants no more of this: one purpose, or `all`. Ids only; who it is stands in their wishes. */
  'nudge.opted-out.v1': ofAny({
    personKind: z.enum(['account', 'member']),
    personId: id,
    purpose: z.string(),
    channel: z.string(),
    /** `contact`: as their group's contact person wrote it down. */
    by: z.enum(['self', 'contact', 'reply', 'unsubscribe']),
  }),
  /** Language, format, hours, a pause, a bad day, a consent or an address: what it is now stands in their wishes. */
  'message-wishes.changed.v1': ofAny({ personKind: z.enum(['account', 'member']), personId: id }),
  /** A phone answered a message. `nudgeId` is the message that the answer belongs to, where there is one. */
  'reply.received.v1': ofAny({
    inboundId: id,
    nudgeId: id.nullable(),
    said: z.enum(['stop', 'start', 'pause', 'count', 'not-met', 'unknown']),
  }),
  /** What a provider says became of a message. */
  'delivery.delivered.v1': ofAny({ ...nudge, deliveryId: id }),
  'delivery.bounced.v1': ofAny({ ...nudge, deliveryId: id, reason: z.string() }),
  /** It cannot be known whether it arrived, or it could not be handed over: a person decides. */
  'delivery.stuck.v1': ofAny({ ...nudge, deliveryId: id, state: z.enum(['unknown', 'dead']) }),
  'delivery.settled.v1': ofAny({
    ...nudge,
    deliveryId: id,
    how: z.enum(['again', 'let-go', 'posted', 'arrived']),
  }),

  /** A round of messages is due: of the volunteers' week, the administrators' month. */
  'site-round.due.v1': ofSite({
    siteId: id,
    round: z.enum(['volunteers-weekly', 'administrators-monthly']),
    on,
  }),
  /** A question to a group that comes with the calendar: the winter, a turn of roles. */
  'group-round.due.v1': ofGroup({ groupId: id, round: z.enum(['winter', 'roles']), on }),

  /** Whether a nudge helps: pre-declared, and over when its stop rule says so. */
  'nudge-trial.started.v1': ofSite({ siteId: id, trialId: id, key: z.string() }),
  'nudge-trial.ended.v1': ofSite({
    siteId: id,
    trialId: id,
    key: z.string(),
    how: z.enum(['helps', 'retired', 'no-answer', 'stopped']),
  }),
} as const;
