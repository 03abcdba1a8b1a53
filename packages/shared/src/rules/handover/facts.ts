import { z } from 'zod';

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'Use one of the listed codes: lower case, digits and hyphens.');
const count = z
  .int('Give a whole number from 0 to 500.')
  .min(0, 'Count from 0 upwards.')
  .max(500, 'Count up to 500.');

/**
 * What somebody says beside a tick: codes, counts and dates, never free text. `on`: the day it was done. `choice`, `count`:
 * the answer to a task's one question. `answers`: answers by key to the questions of a task that has several.
 */
export const EvidenceSchema = z.strictObject({
  on: z.iso.date().optional(),
  count: count.optional(),
  choice: code.optional(),
  answers: z
    .record(
      code,
      z.union(
        [code, count, z.boolean()],
        'Answer with one of the options, a whole number from 0 to 500, or true or false.',
      ),
    )
    .refine((answers) => Object.keys(answers).length <= 20, 'At most 20 answers belong to one task.')
    .optional(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;
