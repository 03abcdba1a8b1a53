import { z } from 'zod';
import type { Route } from './routes.js';
import type { TaskTemplate } from './task.js';
import { inOrder, templateOf } from './templates/of-route.js';
import { withoutPtv } from './templates/without-ptv.js';

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

export const noChanges: SiteChanges = { drop: [], add: [], reword: {}, shift: {} };

/** The list as the site has it. What is said about a task that is not on the list does nothing. */
export function applyChanges(tasks: readonly TaskTemplate[], changes: SiteChanges): readonly TaskTemplate[] {
  return inOrder(changedTasks(tasks, changes));
}

/** As {@link applyChanges}, in no order and with what each task waits for left as it was written. */
export function changedTasks(
  tasks: readonly TaskTemplate[],
  { drop, add, reword, shift }: SiteChanges,
): TaskTemplate[] {
  const kept = tasks.filter(({ key }) => !drop.includes(key));
  const reworded = kept.map((task) => ({
    ...task,
    ...reword[task.key],
    dueOffsetDays: shift[task.key] ?? task.dueOffsetDays,
  }));
  return [...reworded, ...add.map((task): TaskTemplate => ({ ...task, closedBy: 'person' }))];
}

/** The list that a handover of this route gets at a site. */
export function listFor(
  route: Route,
  changes: SiteChanges = noChanges,
  options: { readonly withoutPtv?: boolean } = {},
): readonly TaskTemplate[] {
  const tasks = applyChanges(templateOf(route), changes);
  return options.withoutPtv ? inOrder(withoutPtv(tasks)) : tasks;
}

/** What of a list can still come into a running one: after the sign-off nothing can stand in its way any more. */
export function stillToCome(
  list: readonly TaskTemplate[],
  running: { readonly tasks: readonly { readonly key: string }[]; readonly isSignedOff: boolean },
): readonly TaskTemplate[] {
  if (!running.isSignedOff) return list;
  return list.filter(({ key, blocking }) => !blocking || running.tasks.some((task) => task.key === key));
}
