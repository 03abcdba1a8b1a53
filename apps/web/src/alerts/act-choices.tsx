import type { AlertView } from '@followon/shared/contract/alerts';
import { useState, type ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { civilDate, dayAfter, sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { FocusHere } from '../ui/focus-here.js';
import { BECAUSE, OUTCOMES, outcomesOf, type Because } from './alert-words.js';
import { monthLater } from './month-later.js';
import type { AlertAct } from './queries.js';

interface AskProps {
  readonly question: MessageKey;
  readonly onBack: () => void;
  readonly children: ReactNode;
  readonly after?: ReactNode;
}

/** One question, its answers, and the way back. */
function Ask({ question, onBack, children, after }: AskProps) {
  return (
    <FocusHere label={t(question)}>
      <p className="fo-task__ask">{t(question)}</p>
      <div className="fo-acts fo-acts--wrap">{children}</div>
      {after}
      <Button kind="quiet" onClick={onBack}>
        {t('task.back')}
      </Button>
    </FocusHere>
  );
}

export interface ChoiceProps {
  readonly alert: AlertView;
  readonly busy: boolean;
  readonly give: (act: AlertAct) => void;
  readonly onBack: () => void;
}

const SOON = 7;
const LATER = 14;
/** As far as every three months reach, February among them or not. */
const MOST_DAYS = 89;

/** Any other day, from tomorrow on. */
function AnotherDay({ alert, busy, give }: ChoiceProps) {
  const { now } = useSession();
  const today = civilDate(now);
  const bounds = { min: dayAfter(today, 1), max: dayAfter(today, MOST_DAYS) };
  const [until, choose] = useState('');
  const [isWrong, setWrong] = useState(false);
  const send = () => {
    const wrong = until < bounds.min || until > bounds.max;
    setWrong(wrong);
    if (!wrong) give({ what: 'snooze', until });
  };
  const lastDay = { day: sayDay(bounds.max, now) };
  return (
    <form
      className="fo-form fo-another-day"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isWrong ? <p role="alert">{t('alert.remind.wrong', lastDay)}</p> : null}
      <TextField
        {...bounds}
        name={`until-${alert.id}`}
        type="date"
        label={t('alert.remind.date')}
        hint={t('alert.remind.hint', lastDay)}
        invalid={isWrong}
        value={until}
        onChange={(event) => choose(event.target.value)}
      />
      <Button type="submit" kind="secondary" busy={busy}>
        {t('alert.remind.go')}
      </Button>
    </form>
  );
}

/** Back on a day: three near ones in one press, or any other. */
export function RemindMe(props: ChoiceProps) {
  const { busy, give, onBack } = props;
  const { now } = useSession();
  const today = civilDate(now);
  const days = {
    'alert.remind.week': dayAfter(today, SOON),
    'alert.remind.fortnight': dayAfter(today, LATER),
    'alert.remind.month': monthLater(today),
  } as const satisfies Partial<Record<MessageKey, string>>;
  return (
    <Ask question="alert.remind.ask" onBack={onBack} after={<AnotherDay {...props} />}>
      {(Object.entries(days) as [keyof typeof days, string][]).map(([words, until]) => (
        <Button key={words} kind="secondary" busy={busy} onClick={() => give({ what: 'snooze', until })}>
          {t(words, { day: sayDay(until, now) })}
        </Button>
      ))}
    </Ask>
  );
}

/** Why it is no concern: the answer closes it. */
export function NoConcern({ busy, give, onBack }: ChoiceProps) {
  const close = (noConcernBecause: Because) =>
    give({ what: 'close', answer: { outcome: 'no-concern', noConcernBecause } });
  return (
    <Ask question="alert.fine.ask" onBack={onBack}>
      {(Object.keys(BECAUSE) as readonly Because[]).map((because) => (
        <Button key={because} kind="secondary" busy={busy} onClick={() => close(because)}>
          {t(BECAUSE[because])}
        </Button>
      ))}
    </Ask>
  );
}

/** What came of it: the answer closes it. */
export function WhatHappened({ alert, busy, give, onBack }: ChoiceProps) {
  return (
    <Ask question="alert.what" onBack={onBack}>
      {outcomesOf(alert).map((outcome) => (
        <Button
          key={outcome}
          kind="secondary"
          busy={busy}
          onClick={() => give({ what: 'close', answer: { outcome } })}
        >
          {t(OUTCOMES[outcome])}
        </Button>
      ))}
    </Ask>
  );
}
