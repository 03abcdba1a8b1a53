import type { GroupHistory } from '@followon/shared/rules/health/facts';

/** A stretch of a group's history without a very long break, and what became of it. Dates are `YYYY-MM-DD`. */
export type Episode = {
  readonly first: string;
  readonly last: string;
  /** The last meeting with three or more people; null while the group lives or its fate is not known. */
  readonly lastViable: string | null;
};

/** Everything recorded of one group. What it is called is needed to join the files and leaves in no answer. */
export type Series = {
  readonly name: string;
  /** From registers with people, not from head counts alone. */
  readonly isNamed: boolean;
  readonly history: GroupHistory;
  readonly episodes: readonly Episode[];
  /** The last day on which anything was recorded at this site. */
  readonly recordEndsOn: string;
};

/** The same with head counts only: what is said of it is what would be said of a group that notes no names. */
export const withoutNames = (series: Series): Series => ({
  ...series,
  isNamed: false,
  history: {
    ...series.history,
    meetings: series.history.meetings.map(({ attendees: _, ...meeting }) => meeting),
  },
});
