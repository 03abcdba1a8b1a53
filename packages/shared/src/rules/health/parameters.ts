import type { Cadence } from './facts.js';

/**
 * The numbers of the rules that no site sets for itself (those are {@link Thresholds}); what was fitted is in fitted.ts.
 * Unless another source is named, they come from the comparison of simple rules recorded in
 * docs/decisions/0006-first-health-engine.md.
 */
export const parameters = {
  /** Recorded meetings before a level is given: below that we are getting to know the group. */
  meetingsForALevel: 4,
  /** Head counts that make the group's "usual". */
  usualMeetings: 6,
  /** What people would call usual reaches further back than the rules look. */
  usualMeetingsRemembered: 12,
  /** Fewest head counts that may be called "usual" (own choice: 2 before and 2 now are the 4 above). */
  usualMeetingsAtLeast: 2,
  /** `watch`: this many running below this share of usual. */
  lowRunning: 2,
  /** `fading`: the mean of the last few below this share of the mean of the six before. */
  fewLatelyMeetings: 3,
  /** `at-risk`: this many running with fewer than `tooFewPeople`, where `enoughPeople` or more were usual. */
  tooFewMeetings: 3,
  enoughPeople: 5,
  /** Fewer are no meeting: what the score forecasts (docs/group-health.md). */
  viablePeople: 3,
  /** Dips in winter (from month-day to month-day) and school holidays are ordinary: rules about numbers ask for so many meetings more. */
  quietSeasonExtraMeetings: 1,
  winterFrom: '11-15',
  winterUntil: '02-29',
  /** Gaps whose median is the usual gap; with fewer than `ownGapsAtLeast` the agreed cadence speaks. */
  gapsKept: 20,
  ownGapsAtLeast: 3,
  /** Silence worth watching needs both; when a group has gone quiet is for its site to set. */
  silentGaps: 2,
  silentMoreThanDays: 21,
  /** Registers of meetings that took place: losing more than `lostForDoubt` of them lowers the confidence. */
  registersKept: 6,
  lostForDoubt: 2,
  /** People on the books below which shares of usual are noise. */
  smallGroup: 6,
  /** `watch`: evidence, in log-likelihood, for 40% fewer than usual; .5 false edges a group-year. */
  cusumForWatch: 1.9,
  /** A fall below a share of usual is worth a call from this share of the watch score on; below it, it is only watched. */
  fallNeedsShareOfWatch: 0.5,
  /** Usual gaps without news of any kind before the group's state is unknown. */
  noNewsGaps: 3,
  /** Dates reported as not held, one after the other. */
  cancelledForWatch: 2,
  /** A cancelled date this share of a usual gap after the one before is an expected date (own choice). */
  expectedAfterShare: 0.5,
  /** A level that only the score raised is calm below this share of its mark. */
  calmShare: 0.8,
  /** Readings in a row without a rule before a raised level falls. */
  calmReadings: 2,
} as const;

/** Days between meetings while the group has too few gaps of its own. Monthly is a fair default for peer support. */
export const cadenceDays: { readonly [C in Cadence]: number } = {
  weekly: 7,
  fortnightly: 14,
  monthly: 30,
  irregular: 30,
};
