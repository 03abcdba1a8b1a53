import { z } from 'zod';
import { PageQuery, pageOf } from './page.js';

export const EventView = z.object({
  id: z.uuid(),
  streamId: z.uuid(),
  streamKind: z.enum(['programme', 'group', 'site']),
  seq: z.int(),
  name: z.string(),
  payload: z.record(z.string(), z.unknown()),
  origin: z.enum(['live', 'import', 'replay']),
  causedBy: z.uuid().nullable(),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
});
export type EventView = z.infer<typeof EventView>;
export const EventPage = pageOf(EventView);
export const EventQuery = z.strictObject({
  stream: z.uuid(),
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EventQuery = z.infer<typeof EventQuery>;
/** Message or latest event first, then what caused it, back to the first fact. */
export const TraceView = z.object({ items: z.array(EventView) });
export type TraceView = z.infer<typeof TraceView>;

export const DeadEventView = z.object({
  id: z.uuid(),
  reactor: z.string(),
  eventId: z.uuid(),
  eventName: z.string(),
  streamId: z.uuid(),
  reason: z.string(),
  firstAt: z.iso.datetime(),
  resolution: z.enum(['retried', 'skipped']).nullable(),
  /** Somebody asked to skip it and a second administrator has to agree; null when nobody did. */
  skipAskedAt: z.iso.datetime().nullable().optional(),
});
export type DeadEventView = z.infer<typeof DeadEventView>;
export const DeadEventPage = pageOf(DeadEventView);
export const DeadEventQuery = PageQuery;
export const SkipDeadEvent = z.strictObject({
  reason: z.enum(['seen-and-harmless', 'fixed-by-hand', 'duplicate']),
});
export type SkipDeadEvent = z.infer<typeof SkipDeadEvent>;
