import { z } from 'zod';
import { alertCauses } from '../rules/alert/causes.js';
import { reasonKeys } from '../rules/health/facts.js';

const cause = z.enum(alertCauses);

/** An alert's weightiest reason, with its numbers. */
export const reasonFigures = {
  key: z.enum(reasonKeys).optional().catch(undefined),
  usual: z.number().min(0).optional().catch(undefined),
  recent: z.array(z.int().min(0)).optional().catch(undefined),
  lastOn: z.iso.date().optional().catch(undefined),
  expectedOn: z.iso.date().optional().catch(undefined),
  sinceOn: z.iso.date().optional().catch(undefined),
  upToOn: z.iso.date().optional().catch(undefined),
  likely: z.number().min(0).optional().catch(undefined),
  gapDays: z.int().min(0).optional().catch(undefined),
  usualGapDays: z.number().min(1).optional().catch(undefined),
  count: z.int().min(0).optional().catch(undefined),
  of: z.int().min(0).optional().catch(undefined),
};

/** The alerts that a message tells of: ids, causes and numbers of groups. */
export const AlertsTold = z.array(
  z.object({
    ...{ alertId: z.guid(), cause },
    groupId: z.guid().optional(),
    programmeId: z.guid().optional(),
    ...reasonFigures,
  }),
);
export type AlertTold = z.infer<typeof AlertsTold>[number];

export const weekKinds = ['stand-beside', 'help-asked', 'first-meeting', 'met-first', 'recovered'] as const;

/** What a volunteer's week holds. */
export const WeekTold = z.array(
  z.object({
    what: z.enum(weekKinds),
    groupId: z.guid().optional(),
    programmeId: z.guid().optional(),
    on: z.iso.date().optional(),
  }),
);

const many = z.int().min(0);
/** A site's month, in counts. */
export const MonthTold = z.object({
  ...{ recovered: many, metFirst: many, handoversDone: many },
  ...{ late: many, silent: many, fading: many, stuck: many },
});
export type MonthTold = z.infer<typeof MonthTold>;
