import { z } from 'zod';

const Key = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);
const Days = z.int().min(-9999).max(9999);
const Title = z.string().trim().min(1).max(120);
const Words = z.string().trim().min(1).max(300);

/** A task that only this site has. A person ticks it: no fact of ours can know of it. */
const OwnTask = z.strictObject({
  key: z.string().regex(/^site_[a-z0-9_]{1,50}$/, 'The key of your own task starts with "site_".'),
  title: Title,
  why: Words,
  doneWhen: Words,
  ownerRole: z.enum(['clinician', 'volunteer', 'lead', 'contact']),
  anchor: z.enum(['last-session', 'first-meeting']),
  dueOffsetDays: Days,
  blocking: z.boolean(),
  after: z.array(Key).max(20).default([]),
});

/** What a site changed in the shipped list of a route: kept instead of a copy, so that mended words of ours still arrive. */
export const SiteChangesSchema = z.strictObject({
  drop: z.array(Key).max(60).default([]),
  add: z.array(OwnTask).max(20).default([]),
  reword: z
    .record(
      Key,
      z.strictObject({ title: Title.optional(), why: Words.optional(), doneWhen: Words.optional() }),
    )
    .default({}),
  /** New days from the task's anchor, by key. */
  shift: z.record(Key, Days).default({}),
});
export type SiteChanges = z.infer<typeof SiteChangesSchema>;
