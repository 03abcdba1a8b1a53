import { z } from 'zod';
import { PageQuery, pageOf } from './page.js';

/** A patient tutor volunteer, for volunteer leads and site administrators. `id` is what `ptvAccountId` takes. */
export const VolunteerView = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  displayName: z.string(),
  /** Handover tasks that are with this person and not settled. */
  openTasks: z.int(),
  pausedUntil: z.iso.date().nullable(),
});
export type VolunteerView = z.infer<typeof VolunteerView>;
export const VolunteerPage = pageOf(VolunteerView);
export const VolunteerQuery = PageQuery.extend({ site: z.uuid().optional() });
export type VolunteerQuery = z.infer<typeof VolunteerQuery>;
