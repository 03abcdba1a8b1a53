import { z } from 'zod';

export const ClockView = z.object({ now: z.iso.datetime() });
export type ClockView = z.infer<typeof ClockView>;
export const AdvanceClock = z.strictObject({ advanceDays: z.int().min(1).max(92) });
export type AdvanceClock = z.infer<typeof AdvanceClock>;

/** What `GET /api/live` sends: which stream changed. The client fetches again what it shows of it. */
export const LiveMessage = z.object({
  kind: z.enum(['programme', 'group', 'site']),
  id: z.uuid(),
  siteId: z.uuid(),
});
export type LiveMessage = z.infer<typeof LiveMessage>;
