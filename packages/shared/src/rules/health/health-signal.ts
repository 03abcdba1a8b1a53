import type { Evidence } from './evidence.js';
import type { ClearsWhen, Level, Reason, ReasonKey, Thresholds } from './facts.js';
import type { Scored } from './score/scored.js';
import type { Silence } from './silence.js';

/** What a signal says when it speaks: how much it weighs, why, and what would quieten it. */
export type Finding = {
  readonly level: Level;
  /** The strongest first. */
  readonly reasons: readonly Reason[];
  readonly clearsWhen: ClearsWhen;
};

/** One thing that may be noticed about a group. `Seen` is what it looks at. */
export interface HealthSignal<Seen> {
  readonly key: ReasonKey;
  /** A hard fact: it speaks even about a group we hardly know. */
  readonly speaksEarly: boolean;
  /** It may raise the level by more than one step at a meeting. */
  readonly mayJump: boolean;
  /** It compares numbers with what is usual; in a small group that is noise unless something else speaks too. */
  readonly comparesTurnout?: boolean;
  /** It speaks of meetings that were not held, and is all that such a meeting can say. */
  readonly ofCancelled?: boolean;
  read(seen: Seen, thresholds: Thresholds): Finding | undefined;
}

/** Read at every recorded meeting. */
export type MeetingSignal = HealthSignal<Evidence & Scored>;

/** Read on any day, from how long it is since the group met. */
export type SilenceSignal = HealthSignal<Silence>;

/** A finding, with what its signal says of itself. */
export type Weighed = Finding & {
  readonly mayJump: boolean;
  readonly comparesTurnout: boolean;
  readonly ofCancelled: boolean;
  readonly isScore: boolean;
};
