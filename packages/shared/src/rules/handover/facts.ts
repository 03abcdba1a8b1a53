import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9-]{1,40}$/);

/**
 * What somebody says beside a tick: codes, counts and dates, never free text. `on`: the day it was done. `choice`, `count`:
 * the answer to a task's one question. `answers`: answers by key to the questions of a task that has several.
 */
export const EvidenceSchema = z.strictObject({
  on: z.iso.date().optional(),
  count: z.int().min(0).max(500).optional(),
  choice: code.optional(),
  answers: z
    .record(code, z.union([code, z.int().min(0).max(500), z.boolean()]))
    .refine((answers) => Object.keys(answers).length <= 20, 'At most 20 answers belong to one task.')
    .optional(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;
