import { answerOf, nameOf } from './check-evidence.js';
import type { EvidenceProblem } from './check-evidence.js';
import type { Evidence } from './facts.js';
import type { Question } from './task.js';

/** Does this answer say that the task is not done? Refusals that end a task well are no such answers. */
export function saysNotYet(question: Question, answer: string | number | boolean | undefined): boolean {
  if (question.kind === 'yes-no') return question.needs === true && answer === false;
  return question.kind === 'number' && typeof answer === 'number' && answer < (question.least ?? 0);
}

/** Names of the questions whose answer says that the task is not done yet, in the order in which they are asked. */
export const notYet = (asks: readonly Question[], evidence: Evidence | null): readonly string[] =>
  asks
    .filter((question) => saysNotYet(question, answerOf(asks, question, evidence ?? {})))
    .map((question) => nameOf(question));

/** The same for whoever ticked it all the same: which answer, and what it takes. */
export const notYetProblems = (asks: readonly Question[], evidence: Evidence): readonly EvidenceProblem[] =>
  asks
    .filter((question) => notYet(asks, evidence).includes(nameOf(question)))
    .map((question) => ({
      path: evidence.answers?.[nameOf(question)] === undefined ? 'count' : `answers.${nameOf(question)}`,
      message:
        question.kind === 'number'
          ? `“${nameOf(question)}” takes at least ${question.least ?? 0}. Tick it when there are.`
          : `“${nameOf(question)}” takes a yes. Tick it when it is so.`,
    }));

/** What was answered before, without what a tick now says is over. */
export function withoutNotYet(asks: readonly Question[], evidence: Evidence | null): Evidence | null {
  const over = notYet(asks, evidence);
  if (!evidence || over.length === 0) return evidence;
  const { answers, count, ...rest } = evidence;
  const kept = Object.entries(answers ?? {}).filter(([key]) => !over.includes(key));
  const isCountOver = asks.some((question) => saysNotYet(question, count));
  return {
    ...rest,
    ...(count !== undefined && !isCountOver && { count }),
    ...(kept.length > 0 && { answers: Object.fromEntries(kept) }),
  };
}
