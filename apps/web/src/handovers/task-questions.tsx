import type { HandoverTaskView, TaskDraft } from '@followon/shared/contract/handovers';
import { saysNotYet } from '@followon/shared/rules/handover/not-yet';
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

/**
 * What a done task asks, one question at a time. What was answered or let be is not asked again on this device; what
 * is left is asked where it stopped, on any device, while the card stands.
 */
export function TaskQuestions({ task, now, onAnswer }: QuestionsProps) {
  const [letBe, setLetBe] = useRemembered<readonly string[]>(`followon.asked.${task.id}`, []);
  // What takes the tick back is asked again with the next one.
  const [notYet, setNotYet] = useState<readonly string[]>([]);
  const [isBegun] = useState(() => task.asks.length > 0 && letBe.length === 0);
  const open = task.asks.filter((question) => {
    const name = nameOf(question);
    // A tick is kept with today's day; which day it really was is asked all the same.
    return ![...letBe, ...notYet].includes(name) && (name === 'on' || task.unanswered.includes(name));
  });
  const [question] = open;
  if (!question) return isBegun ? <FocusHere className="fo-question">{t('ask.thanks')}</FocusHere> : null;
  const pass = (names: readonly string[]) => setLetBe([...letBe, ...names]);
  const name = nameOf(question);
  return (
    <OneQuestion
      key={name}
      question={question}
      now={now}
      place={{ number: task.asks.length - open.length + 1, of: task.asks.length }}
      onAnswer={(answers) => {
        if (saysNotYet(question, answers.answers?.[name])) setNotYet([...notYet, name]);
        else pass([name]);
        onAnswer(answers);
      }}
      onSkip={() => pass([name])}
      onEnough={open.length > 1 ? () => pass(open.map(nameOf)) : undefined}
    />
  );
}
