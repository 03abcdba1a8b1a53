import type { TrialKindView, TrialView } from '@followon/shared/contract/trials';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { ArmsTable } from './arms-table.js';
import { Declared } from './declared.js';
import { Interval } from './interval.js';
import { StopTrial, SwitchOnAgain } from './trial-acts.js';
import { sayDifference, sayKind, sayMeaning, sayQuestion, sayReason, sayState } from './trial-words.js';

interface CardProps {
  readonly trial: TrialView;
  readonly stands: TrialKindView['stands'] | undefined;
  readonly mayChange: boolean;
  readonly now: string;
}

const daysOf = ({ startedAt, endedAt }: TrialView, now: string): string =>
  endedAt === null
    ? t('trials.since', { day: sayDay(startedAt, now) })
    : t('trials.fromTo', { from: sayDay(startedAt, now), to: sayDay(endedAt, now) });

function Acts({ trial, stands, mayChange }: CardProps) {
  if (!mayChange) return null;
  if (trial.state === 'running') return <StopTrial trial={trial} />;
  const isWhatKeepsItBack = trial.state === 'retired' && trial.switchedOnAt === null && stands === 'retired';
  return isWhatKeepsItBack ? <SwitchOnAgain trial={trial} /> : null;
}

/** One trial: what is asked, what was found, what was declared before, and what may be done. */
export function TrialCard(props: CardProps) {
  const { trial, now } = props;
  const { difference, terms } = trial;
  const said = sayDifference(trial);
  const id = `trial-${trial.id}`;
  return (
    <article className="fo-card fo-trial" aria-labelledby={id}>
      <h3 className="nhsuk-heading-s" id={id}>
        {t('trials.heading', { kind: sayKind(trial.key), state: sayState(trial.state) })}
      </h3>
      <p>{sayQuestion(trial.key)}</p>
      <p className="fo-note">{daysOf(trial, now)}</p>
      <p>{sayMeaning(trial.state)}</p>
      <p>{said}</p>
      {difference ? (
        <Interval difference={difference} smallestEffect={terms.smallestEffect} said={said} />
      ) : null}
      <ArmsTable trial={trial} />
      {trial.switchedOnAt && trial.switchedOnWhy ? (
        <p>
          {t('trials.onAgain', { day: sayDay(trial.switchedOnAt, now), why: sayReason(trial.switchedOnWhy) })}
        </p>
      ) : null}
      <Declared trial={trial} now={now} />
      <Acts {...props} />
    </article>
  );
}
