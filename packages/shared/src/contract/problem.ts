import { z } from 'zod';

/**
 * RFC 9457 problem. `code` is stable and machine-readable, `title` says what, `detail` how to mend it,
 * `errors` says where (a JSON path such as `marks.2.memberId`). Never a person's name or free text.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  blocking: z.array(z.string()).optional(),
  /** With 412: what the record is now, and the role of whoever changed it, so that a screen can say so. */
  changed: z
    .object({
      state: z.string(),
      /** Null when it was not a person's act. */
      at: z.iso.datetime().nullable(),
      by: z.enum(['volunteer', 'contact', 'clinician', 'lead', 'site-admin', 'network-admin', 'system']),
      version: z.int(),
    })
    .optional(),
  /** With a choice that cannot be made: what could be chosen instead. */
  wouldFit: z.array(z.string()).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
