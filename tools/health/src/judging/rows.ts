import type { Level } from '@followon/shared/rules/health/facts';
import type { Features } from '@followon/shared/rules/health/score/features';
import type { MeetingPoint } from './labels.js';

/** Scores by what they are called; higher means worse. */
export type Scores = { readonly [name: string]: number };

/** Something judged: of which group (its place in the data), what came true, and what was said. */
export type Row = { readonly group: number; readonly y: 0 | 1; readonly scores: Scores };

export type MeetingRow = Row &
  Pick<MeetingPoint, 'place' | 'untilEnd'> & {
    /** One number for each episode, across all groups. */
    readonly episode: number;
    readonly features: Features;
  };

export type TickRow = Row & {
  readonly episode: number;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Days since the last viable meeting, negative before it; null where the group did not end. */
  readonly sinceEnd: number | null;
  /** The day is a whole number of weeks after the group's first meeting. */
  readonly isOwnWeek: boolean;
  /** Two more meetings follow up to the last viable one. */
  readonly isTwoAhead: boolean;
  readonly level: Level | null;
};

export type MemberRow = Row & { readonly values: readonly number[] };

/** What the score of the engine is called in every table. */
export const ENGINE = 'the engine';
