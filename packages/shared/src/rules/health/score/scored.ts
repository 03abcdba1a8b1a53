import type { Reason } from '../facts.js';

/** What the score adds to the evidence at a meeting. */
export type Scored = {
  /** The standing at the last two counted meetings, oldest first: chances from 0 to 1, rounded. */
  readonly scores: readonly number[];
  /** Evidence, in log-likelihood, that numbers fell to 60% of what is usual. */
  readonly cusum: number;
  /** What moved the score away from the group's own calm state, strongest first; never empty. */
  readonly drivers: () => readonly Reason[];
};
