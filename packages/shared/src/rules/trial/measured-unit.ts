import type { Arm } from './assign.js';

/** One occasion of a group whose time is over. Everybody who would have been written to is in its arm. */
export interface MeasuredUnit {
  readonly groupId: string | null;
  readonly arm: Arm;
  /** Whether what the message is for came about, whoever got the message in the end (intention to treat). */
  readonly good: boolean;
}
