import { z } from 'zod';
import { countries } from '../rules/calendar/country.js';
import { pageOf } from './page.js';

export const SiteView = z.object({ id: z.uuid(), name: z.string(), country: z.enum(countries) });
export type SiteView = z.infer<typeof SiteView>;
export const SitePage = pageOf(SiteView);

const count = z.int().min(0);

/** Counts of groups, never of people: `GET /api/sites/:id/overview`. */
export const SiteOverview = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  groups: count,
  byState: z.record(z.string(), count),
  /** Keys: steady, fading, at-risk, none (too early to tell, no news, or not meeting). `watch` counts as steady. */
  byLevel: z.record(z.string(), count),
  /** Handovers with `state=open`. */
  openHandovers: count,
  /** Overdue tasks of the handovers that are counted as late. */
  lateTasks: count,
  /** Handovers with `late=true`. */
  lateHandovers: count,
  /** Groups with `state=unknown`: three usual gaps without any news. */
  silentGroups: count,
  openAlerts: count,
  missingRegisters: count,
  blockedStreams: count,
});
export type SiteOverview = z.infer<typeof SiteOverview>;

/** `GET /api/network`: every site that the reader administers, by name. */
export const NetworkOverview = z.array(SiteOverview);
export type NetworkOverview = z.infer<typeof NetworkOverview>;
