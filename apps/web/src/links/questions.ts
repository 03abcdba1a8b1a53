import type { TaskDraft, TaskQuestion } from '@followon/shared/contract/handovers';
import type { ComponentType } from 'react';

export interface QuestionsProps {
  readonly asks: readonly TaskQuestion[];
  readonly now: string;
  readonly onAnswer: (evidence: TaskDraft) => void;
}

/** The questions of tasks belong to handovers, which show them in their own words. */
export type Questions = ComponentType<QuestionsProps>;
