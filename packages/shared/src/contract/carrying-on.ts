import { z } from 'zod';
import { distances, interests, looks, slots, ways, whatIsMissing } from '../rules/handover/founding-wish.js';
import { chosenRoutes, suggestionReasons } from '../rules/handover/routes.js';

const people = z.int().min(0).max(500);

export const ChosenRoute = z.enum(chosenRoutes);
export type ChosenRoute = z.infer<typeof ChosenRoute>;

/** How many would like what. Counts only: nobody's answer, and a refusal needs no reason. */
export const InterestCounts = z.strictObject({ yes: people, maybe: people, no: people, otherKind: people });
export type InterestCounts = z.infer<typeof InterestCounts>;

const named = z.object({ id: z.uuid(), name: z.string() });

export const PossibleRoute = z.object({
  route: ChosenRoute,
  /** `insist`: it needs `insists: true`, by which the group says that it knows. `refused`: it cannot work. */
  fit: z.enum(['yes', 'insist', 'refused']),
  because: z.enum(['fewer-than-minimum', 'no-partner', 'one-person', 'no-group']).optional(),
});
export type PossibleRoute = z.infer<typeof PossibleRoute>;

export const InterestView = z.object({
  programmeId: z.uuid(),
  /** Null while nobody has counted. */
  counts: InterestCounts.nullable(),
  recordedAt: z.iso.datetime().nullable(),
  /** Fewer who would come are few for a new group; the site sets it. */
  minimum: z.int(),
  /** What we would suggest; null while nobody has counted. The group decides. */
  suggestion: z.object({ route: ChosenRoute, reasons: z.array(z.enum(suggestionReasons)) }).nullable(),
  possible: z.array(PossibleRoute),
  /** Groups of the site that meet; those that welcome new people first. */
  groups: z.array(named.extend({ welcomesNew: z.boolean() })),
  /** Other programmes of the site that end within six weeks of this one. */
  programmes: z.array(named.extend({ lastSessionOn: z.iso.date() })),
  /** Programmes whose people would like to carry on together with these. */
  askedBy: z.array(named),
  /** How many slips with wishes have been put in. */
  wishes: z.int(),
  /** Counts and wishes may still be put in. */
  mayRecord: z.boolean(),
  /** 0 before anything was counted; the ETag. */
  version: z.int(),
});
export type InterestView = z.infer<typeof InterestView>;

/** One slip, without who. Nothing else is taken, and nothing is kept that says when or from whom it came. */
export const FoundingWish = z.strictObject({
  interest: z.enum(interests),
  distance: z.enum(distances).optional(),
  times: z
    .array(z.enum(slots))
    .max(slots.length)
    .refine((times) => new Set(times).size === times.length, 'Name each time once.')
    .default([]),
  wouldHost: z.boolean().optional(),
  way: z.enum(ways).optional(),
});
export type FoundingWish = z.infer<typeof FoundingWish>;
export type NewWish = z.input<typeof FoundingWish>;

/** How many slips there are now, this one among them. */
export const WishTaken = z.object({ wishes: z.int() });
export type WishTaken = z.infer<typeof WishTaken>;

const howMany = { likely: z.int(), low: z.int(), high: z.int() };

export const ForecastView = z.object({
  /** Slips with wishes. */
  answers: z.int(),
  /** `too-few-answers`: fewer than three slips, and then there are no figures. */
  looks: z.enum([...looks, 'too-few-answers']),
  minimum: z.int(),
  by: z.enum(['in-person', 'online']),
  atBest: z.object(howMany).nullable(),
  bestTimes: z.array(z.object({ slot: z.enum(slots), ...howMany })),
  otherWay: z.object({ by: z.enum(['in-person', 'online']), ...howMany }).nullable(),
  missing: z.array(z.enum(whatIsMissing)),
});
export type ForecastView = z.infer<typeof ForecastView>;

/** What the group chose. `insists`: it knows what speaks against it. */
export const ChooseRoute = z
  .strictObject({
    route: ChosenRoute,
    insists: z.boolean().optional(),
    /** For `join`: a group of the site. Its people are asked first. */
    joinGroupId: z.uuid().optional(),
    /** For `merge`: another programme of the site. Its people choose for themselves. */
    mergeProgrammeId: z.uuid().optional(),
  })
  .refine(({ route, joinGroupId }) => route === 'join' || joinGroupId === undefined, {
    path: ['joinGroupId'],
    message: 'A group is named only to join it.',
  })
  .refine(({ route, mergeProgrammeId }) => route === 'merge' || mergeProgrammeId === undefined, {
    path: ['mergeProgrammeId'],
    message: 'A programme is named only to carry on with it.',
  });
export type ChooseRoute = z.infer<typeof ChooseRoute>;
