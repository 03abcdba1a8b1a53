/** Which half of the day suits somebody; noon parts them. */
export const dayHalves = ['any', 'mornings', 'afternoons'] as const;
type DayHalf = (typeof dayHalves)[number];

/** Of all that a person may wish, what decides whether and when a message leaves. Dates are days of the person's zone. */
export type Wishes = {
  /** Nothing at all any more. */
  readonly stopped: boolean;
  /** What comes before this day is let go. */
  readonly pausedUntil: string | null;
  /** A bad day: what comes waits until this day is over. */
  readonly badUntil: string | null;
  readonly hours: DayHalf;
  /** ISO weekdays on which nothing is wanted: 1 is Monday. */
  readonly quietWeekdays: readonly number[];
};

/** Of somebody who has said nothing. */
export const noWishes: Wishes = {
  ...{ stopped: false, pausedUntil: null, badUntil: null },
  ...{ hours: 'any', quietWeekdays: [] },
};
