import { z } from 'zod';

export const ImportQuery = z.strictObject({
  site: z.uuid().optional(),
  dryRun: z.enum(['true', 'false']).optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;
export const ImportStarted = z.object({ id: z.uuid() });

/** `line` counts from the header, which is line 1. `reason` says what is wrong and how to mend it. */
export const ImportRefusal = z.object({ line: z.int(), reason: z.string() });

/** `new` counts meetings that were not there before; `kept` also counts lines that were already there, unchanged. */
export const ImportReport = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'done', 'failed']),
  dryRun: z.boolean(),
  read: z.int(),
  kept: z.int(),
  new: z.int(),
  /** Lines applied so far, for a progress bar against `kept`. */
  applied: z.int(),
  refused: z.array(ImportRefusal),
  /** There may be more refused lines than the 1,000 that are listed. */
  refusedTotal: z.int(),
  groups: z.int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;
