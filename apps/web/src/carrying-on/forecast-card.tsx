import { useQuery } from '@tanstack/react-query';
import type { ForecastView, InterestView } from '@followon/shared/contract/carrying-on';
import { useState } from 'react';
import { t } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Details } from '../ui/details.js';
import { useStay } from '../ui/focus-here.js';
import { Asked } from '../ui/states.js';
import { carryingOnQueries } from './queries.js';
import { WishForm } from './wish-form.js';
import { DO, LOOKS, MISSING, saySlot } from './words.js';

/** The likely number with its range, the times, and what is missing with one thing to do about it. */
function Outlook({ forecast }: { readonly forecast: ForecastView }) {
  const { looks, atBest, bestTimes, missing, otherWay, answers, minimum } = forecast;
  if (looks === 'too-few-answers' || !atBest) return <p>{t('carry.forecast.tooFew', { count: answers })}</p>;
  return (
    <>
      <p className="fo-outlook__looks">{t(LOOKS[looks])}</p>
      <p>{t('carry.forecast.number', { ...atBest })}</p>
      {bestTimes.length > 0 ? (
        <>
          <h4 className="nhsuk-heading-xs">{t('carry.forecast.times')}</h4>
          <ul className="fo-outlook__list">
            {bestTimes.map(({ slot, ...many }) => (
              <li key={slot}>{t('carry.forecast.time', { slot: saySlot(slot), ...many })}</li>
            ))}
          </ul>
        </>
      ) : null}
      {missing.length > 0 ? (
        <>
          <h4 className="nhsuk-heading-xs">{t('carry.forecast.missing')}</h4>
          <ul className="fo-outlook__list">
            {missing.map((what) => (
              <li key={what}>
                <strong>{t(MISSING[what], { likely: otherWay?.likely ?? 0 })}</strong> {t(DO[what])}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Details summary={t('figure.how')}>
        <p>{t('carry.forecast.how', { count: answers, minimum })}</p>
      </Details>
    </>
  );
}

/** What people wish, together: nobody's slip is shown again. */
export function ForecastCard({ interest }: { readonly interest: InterestView }) {
  const forecast = useQuery(carryingOnQueries.forecast(interest.programmeId));
  const [writing, write] = useState(false);
  const { here, stay } = useStay<HTMLDivElement>();
  const done = () => {
    write(false);
    stay();
  };
  return (
    <div {...here} className="fo-card fo-here">
      <h3 className="nhsuk-heading-s">{t('carry.forecast.title')}</h3>
      <Asked query={forecast}>{(it) => <Outlook forecast={it} />}</Asked>
      {interest.mayRecord && !writing ? (
        <Button kind="secondary" onClick={() => write(true)}>
          {t('carry.wish.open')}
        </Button>
      ) : null}
      {interest.mayRecord && writing ? <WishForm programmeId={interest.programmeId} onDone={done} /> : null}
    </div>
  );
}
