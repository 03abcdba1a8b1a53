import { z } from 'zod';

/** A stream is an aggregate: its events are numbered without gaps and read in that order. */
export const StreamKind = z.enum(['programme', 'group', 'site']);
export type StreamKind = z.infer<typeof StreamKind>;

/** `import` and `replay`: every reaction that only computes runs, nothing that speaks to a person does. */
export const Origin = z.enum(['live', 'import', 'replay']);
export type Origin = z.infer<typeof Origin>;

/** Everything a fact carries beside its payload. */
export interface Envelope {
  /** uuid; `causedBy` of what follows points at it. */
  readonly id: string;
  readonly streamId: string;
  readonly streamKind: StreamKind;
  readonly seq: number;
  readonly siteId: string;
  readonly origin: Origin;
  readonly causedBy: string | null;
  /** Business time, from the injected clock. */
  readonly occurredAt: Date;
}
