import type { HandoverTaskView, TaskDraft, TaskQuestion } from '@followon/shared/contract/handovers';
import { useState } from 'react';
import { t } from '../i18n.js';
import { FocusHere } from '../ui/focus-here.js';
import { nameOf, OneQuestion } from './one-question.js';
import { useRemembered } from './remembered.js';

interface QuestionsProps {
  readonly task: HandoverTaskView;
  readonly now: string;
  readonly onAnswer: (answers: TaskDraft) => void;
}

/** The question that is next, and what can be said to it. */
export interface Asking {
  readonly question: TaskQuestion;
  readonly place: { readonly number: number; readonly of: number };
  readonly answer: (answers: TaskDraft) => void;
  readonly skip: () => void;
  /** This one and all after it are let be. */
  readonly enough: () => void;
  readonly isLast: boolean;
}

/** Takes the tick back, as the server sees it too: it is asked again with the next one. */
function saysNotYet(question: TaskQuestion, answer: string | number | boolean | undefined): boolean {
  if (question.kind === 'yes-no') return question.needs === true && answer === false;
  return question.kind === 'number' && Number(answer) < (question.least ?? 0);
}

/**
 * What a done task asks, one question at a time. What was answered or let be is not asked again on this device; what
 * is left is asked where it stopped, on any device, while the card stands.
 */
export function useAsking(
  task: HandoverTaskView,
  onAnswer: (answers: TaskDraft) => void,
): { readonly asking: Asking | undefined; readonly isBegun: boolean } {
  const [letBe, setLetBe] = useRemembered<readonly string[]>(`followon.asked.${task.id}`, []);
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const [isBegun] = useState(() => task.asks.length > 0 && letBe.length === 0);
  const open = task.asks.filter((question) => {
    const name = nameOf(question);
    // A tick is kept with today's day; which day it really was is asked all the same.
    return ![...letBe, ...notYet].includes(name) && (name === 'on' || task.unanswered.includes(name));
  });
  const [question] = open;
  if (!question) return { asking: undefined, isBegun };
  const pass = (names: readonly string[]) => setLetBe([...letBe, ...names]);
  const name = nameOf(question);
  const answer = (answers: TaskDraft) => {
    if (saysNotYet(question, answers.answers?.[name])) setNotYet([...notYet, name]);
    else pass([name]);
    onAnswer(answers);
  };
  const place = { number: task.asks.length - open.length + 1, of: task.asks.length };
  const [skip, enough] = [() => pass([name]), () => pass(open.map(nameOf))];
  return { asking: { question, place, answer, skip, enough, isLast: open.length === 1 }, isBegun };
}

/** The questions of a task, where its card stands. */
export function TaskQuestions({ task, now, onAnswer }: QuestionsProps) {
  const { asking, isBegun } = useAsking(task, onAnswer);
  if (!asking) return isBegun ? <FocusHere className="fo-question">{t('ask.thanks')}</FocusHere> : null;
  const { question, place, answer, skip, enough, isLast } = asking;
  return (
    <OneQuestion
      key={nameOf(question)}
      {...{ question, now, place }}
      onAnswer={answer}
      onSkip={skip}
      onEnough={isLast ? undefined : enough}
    />
  );
}
