import type { TaskDraft, TaskQuestion } from '@followon/shared/contract/handovers';
import { useId, useState } from 'react';
import { civilDate, dayAfter } from '../dates.js';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { FocusHere } from '../ui/focus-here.js';
import { Stepper } from '../ui/stepper.js';
import { optionWords, questionWords } from './question-words.js';

/** Its name in answers and lists; the day has none of its own. */
export const nameOf = (question: TaskQuestion): string => (question.kind === 'day' ? 'on' : question.key);

interface AnswerProps {
  readonly now: string;
  readonly onAnswer: (answers: TaskDraft) => void;
}

function Day({ now, onAnswer }: AnswerProps) {
  const [other, setOther] = useState<string>();
  const id = useId();
  const today = civilDate(now);
  if (other === undefined)
    return (
      <>
        <Button kind="secondary" onClick={() => onAnswer({ on: today })}>
          {t('ask.day.today')}
        </Button>
        <Button kind="secondary" onClick={() => onAnswer({ on: dayAfter(today, -1) })}>
          {t('ask.day.yesterday')}
        </Button>
        <Button kind="secondary" onClick={() => setOther(dayAfter(today, -2))}>
          {t('ask.day.other')}
        </Button>
      </>
    );
  return (
    <div className="fo-question__typed">
      <label className="nhsuk-label" htmlFor={id}>
        {t('ask.day.which')}
      </label>
      <input
        className="nhsuk-input"
        id={id}
        type="date"
        max={today}
        value={other}
        onChange={(event) => setOther(event.target.value)}
      />
      <Button onClick={() => (other === '' ? undefined : onAnswer({ on: other }))}>{t('ask.save')}</Button>
    </div>
  );
}

function Count({ question, onAnswer }: AnswerProps & { readonly question: { readonly key: string } }) {
  const [count, setCount] = useState(0);
  const id = useId();
  return (
    <div className="fo-question__typed">
      <Stepper id={id} label={t('ask.howMany')} value={count} onChange={setCount} />
      <Button onClick={() => onAnswer({ answers: { [question.key]: count } })}>{t('ask.save')}</Button>
    </div>
  );
}

function Answers({ question, ...rest }: AnswerProps & { readonly question: TaskQuestion }) {
  const { onAnswer } = rest;
  if (question.kind === 'day') return <Day {...rest} />;
  if (question.kind === 'number') return <Count {...rest} question={question} />;
  const { key } = question;
  const options: readonly (readonly [words: string, answer: string | boolean])[] =
    question.kind === 'yes-no'
      ? [
          [t('ask.is.yes'), true],
          [t('ask.is.no'), false],
        ]
      : question.options.map((option) => [optionWords(key, option), option] as const);
  return options.map(([words, answer]) => (
    <Button key={words} kind="secondary" onClick={() => onAnswer({ answers: { [key]: answer } })}>
      {words}
    </Button>
  ));
}

interface OneQuestionProps extends AnswerProps {
  readonly question: TaskQuestion;
  readonly place: { readonly number: number; readonly of: number };
  /** Without it the one other way is to say that it is enough. */
  readonly onSkip?: (() => void) | undefined;
  /** All of the rest at once, where more than this one are left. */
  readonly onEnough?: (() => void) | undefined;
}

/** One question, one tap; nobody has to answer. */
export function OneQuestion({ question, place, now, onAnswer, onSkip, onEnough }: OneQuestionProps) {
  const words = questionWords(nameOf(question));
  return (
    <FocusHere className="fo-question" label={words}>
      {place.of > 1 ? <p className="fo-muted fo-question__place">{t('ask.place', place)}</p> : null}
      <p className="fo-task__ask">{words}</p>
      <div className="fo-acts fo-acts--wrap">
        <Answers question={question} now={now} onAnswer={onAnswer} />
        {onSkip ? (
          <Button kind="quiet" onClick={onSkip}>
            {t('ask.notNow')}
          </Button>
        ) : null}
        {onEnough ? (
          <Button kind="quiet" onClick={onEnough}>
            {t('ask.enough')}
          </Button>
        ) : null}
      </div>
    </FocusHere>
  );
}
