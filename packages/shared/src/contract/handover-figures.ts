import { z } from 'zod';
import { Currency } from './volunteers.js';

export const FiguresQuery = z.strictObject({ site: z.uuid().optional() });
export type FiguresQuery = z.infer<typeof FiguresQuery>;

/** A count, or null where it is too small to be told outside the site. */
const Count = z.int().nullable();

export const EndingProgramme = z.object({
  programmeId: z.uuid(),
  name: z.string(),
  lastSessionOn: z.iso.date(),
  daysLeft: z.int(),
  /** Volunteers who are asked and have not answered. */
  asked: z.int(),
});
export const ExpiringVolunteer = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  training: z.object({ until: z.iso.date().nullable(), state: Currency }),
  checks: z.object({ until: z.iso.date().nullable(), state: Currency }),
});

export const SiteHandoverFigures = z.object({
  siteId: z.uuid(),
  siteName: z.string(),
  /** Programmes that end within 60 days and have no volunteer yet. The list is the site's own. */
  withoutVolunteer: z.object({ count: Count, items: z.array(EndingProgramme).nullable() }),
  /** Handovers in which something is late; its rows are `GET /api/handovers?late=true&site=`. */
  lateHandovers: Count,
  /** Days from the last session to the first patient-led meeting of the programmes that ended in the last two years. */
  firstMeeting: z.object({
    n: Count,
    median: z.number().nullable(),
    lowerQuartile: z.number().nullable(),
    upperQuartile: z.number().nullable(),
    /** Programmes that have ended and whose group has not met yet. */
    notYet: Count,
  }),
  /** Programmes under way, and how many of them have a volunteer. */
  withVolunteer: z.object({ of: Count, count: Count, percent: z.int().nullable() }),
  /** Volunteers whose training or checks run out within 60 days or have run out. The list is the site's own. */
  expiring: z.object({ count: Count, items: z.array(ExpiringVolunteer).nullable() }),
});
export type SiteHandoverFigures = z.infer<typeof SiteHandoverFigures>;
export const HandoverFigures = z.object({ items: z.array(SiteHandoverFigures), nextCursor: z.null() });
export type HandoverFigures = z.infer<typeof HandoverFigures>;
