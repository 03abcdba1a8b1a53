import { z } from 'zod';

/** A kind word about hard days was asked for; it leaves in the hours of messages. */
export const KindnessView = z.object({
  /** The day on which it was asked for. */
  on: z.iso.date(),
  /** False when one was asked for so lately that nothing more is sent. */
  isNew: z.boolean(),
});
export type KindnessView = z.infer<typeof KindnessView>;
