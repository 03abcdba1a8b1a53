import type { Evidence } from './facts.js';
import type { Question } from './task.js';

/** The name under which a question is told of and listed; the day has none of its own. */
export const nameOf = (question: Question): string => (question.kind === 'day' ? 'on' : question.key);

/** What is wrong with an answer: which question, and how to mend it. */
export type EvidenceProblem = { readonly path: string; readonly message: string };

/**
 * What somebody says beside a tick, against what the task asks. Missing answers are fine: a bare tick is that person's
 * word. A task that asks nothing takes a day, one count and one choice, as it always did, and no answers by name.
 */
export function checkEvidence(
  asks: readonly Question[],
  evidence: Evidence,
  today: string,
): readonly EvidenceProblem[] {
  return [
    ...checkDay(evidence, today),
    ...checkSingle(asks, { kind: 'choice', answer: evidence.choice }),
    ...checkSingle(asks, { kind: 'number', answer: evidence.count }),
    ...Object.entries(evidence.answers ?? {}).flatMap(([key, answer]) => checkAnswer(asks, key, answer)),
  ];
}

function checkDay({ on }: Evidence, today: string): readonly EvidenceProblem[] {
  if (on === undefined || on <= today) return [];
  return [
    { path: 'on', message: `The day it was done cannot be in the future. Use ${today} or a day before.` },
  ];
}

type Single =
  | { readonly kind: 'choice'; readonly answer: string | undefined }
  | { readonly kind: 'number'; readonly answer: number | undefined };

/** `choice` and `count` answer the one question of their kind. */
function checkSingle(asks: readonly Question[], { kind, answer }: Single): readonly EvidenceProblem[] {
  if (answer === undefined) return [];
  const path = kind === 'choice' ? 'choice' : 'count';
  if (asks.length === 0) return kind === 'number' ? countProblem(path, answer) : [];
  const [question, ...more] = asks.filter((asked) => asked.kind === kind);
  if (question && more.length === 0) return fits(question, answer, path);
  return [{ path, message: `This task does not ask for one ${path}. ${askedInstead(asks)}` }];
}

function checkAnswer(
  asks: readonly Question[],
  key: string,
  answer: string | number | boolean,
): readonly EvidenceProblem[] {
  const path = `answers.${key}`;
  const question = asks.find((asked) => asked.kind !== 'day' && asked.key === key);
  if (!question) return [{ path, message: `This task does not ask “${key}”. ${askedInstead(asks)}` }];
  return fits(question, answer, path);
}

function fits(
  question: Question,
  answer: string | number | boolean,
  path: string,
): readonly EvidenceProblem[] {
  const name = nameOf(question);
  if (question.kind === 'choice') {
    if (typeof answer === 'string' && question.options.includes(answer)) return [];
    return [{ path, message: `“${name}” takes one of: ${question.options.join(', ')}.` }];
  }
  if (question.kind === 'yes-no') {
    return typeof answer === 'boolean'
      ? []
      : [{ path, message: `“${name}” takes true for yes or false for no.` }];
  }
  return typeof answer === 'number' ? countProblem(path, answer) : [notACount(path)];
}

const notACount = (path: string): EvidenceProblem => ({
  path,
  message: 'Give a whole number from 0 to 500.',
});

const countProblem = (path: string, count: number): readonly EvidenceProblem[] =>
  Number.isInteger(count) && count >= 0 && count <= 500 ? [] : [notACount(path)];

function askedInstead(asks: readonly Question[]): string {
  const names = asks.flatMap((asked) => (asked.kind === 'day' ? [] : [asked.key]));
  return names.length === 0 ? 'Leave it out.' : `It asks: ${names.join(', ')}.`;
}

/** Names of the questions without an answer, in the order in which they are asked. */
export function unanswered(asks: readonly Question[], evidence: Evidence | null): readonly string[] {
  return asks.filter((question) => answerOf(asks, question, evidence ?? {}) === undefined).map(nameOf);
}

/** What was said to a question, by its name or as the one answer of its kind. */
export function answerOf(asks: readonly Question[], question: Question, evidence: Evidence) {
  if (question.kind === 'day') return evidence.on;
  const named = evidence.answers?.[question.key];
  const isOnly = asks.filter(({ kind }) => kind === question.kind).length === 1;
  if (named !== undefined || !isOnly || question.kind === 'yes-no') return named;
  return question.kind === 'choice' ? evidence.choice : evidence.count;
}

/** Answers given so far with newer ones over them: the last word counts, question by question. */
export function mergeEvidence(sofar: Evidence | null, newer: Evidence | undefined): Evidence {
  const answers = { ...sofar?.answers, ...newer?.answers };
  const merged = { ...sofar, ...newer };
  return Object.keys(answers).length === 0 ? merged : { ...merged, answers };
}

/** What is kept with a tick: a task that asks for a day and was told none was done today. */
export const withDay = (asks: readonly Question[], evidence: Evidence, today: string): Evidence =>
  evidence.on === undefined && asks.some(({ kind }) => kind === 'day')
    ? { ...evidence, on: today }
    : evidence;
