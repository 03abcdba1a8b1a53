import type { EntityManager } from 'typeorm';

export interface DueRow {
  readonly id: number;
  readonly rule: string;
  readonly site_id: string;
  readonly stream_id: string;
  readonly subject_id: string;
  readonly occurrence: string;
}

export interface SweepContext {
  readonly manager: EntityManager;
  readonly now: Date;
}

/** What is looked at on a due day. It checks that its question still stands: the day may have been armed long ago. */
export interface SweepRule {
  readonly rule: string;
  /** After downtime: every missed day counts, or only that there were some. */
  readonly afterDowntime: 'catch up' | 'merge';
  /** What was done, or why nothing was; kept with the due row. */
  sweep(due: DueRow, context: SweepContext): Promise<string>;
  /**
   * The same for many rows of one site in one transaction, for what may come by the hundred on one morning. Answers by the
   * row's id. When it throws, the rows are done one by one.
   */
  readonly sweepAll?: (
    dues: readonly DueRow[],
    context: SweepContext,
  ) => Promise<ReadonlyMap<number, string>>;
}
