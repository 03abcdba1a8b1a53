import { Link } from '@tanstack/react-router';
import type { SiteHandoverFigures } from '@followon/shared/contract/handover-figures';
import type { ReactNode } from 'react';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';

/** A figure with its sentence; where there is none to tell, words stand instead of a number. */
function Figure(props: {
  readonly figure: number | null;
  readonly instead?: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}) {
  const { figure, instead = t('running.few'), sentence, children } = props;
  return (
    <div className="fo-figure">
      <p className="fo-figure__words">
        {figure === null ? null : <span className="fo-figure__number">{figure}</span>} <span>{sentence}</span>
      </p>
      {figure === null ? <p className="fo-muted">{instead}</p> : null}
      {children}
    </div>
  );
}

type Part = { readonly site: SiteHandoverFigures; readonly now: string };

function WithoutVolunteer({ site: { withoutVolunteer }, now }: Part) {
  return (
    <Figure
      figure={withoutVolunteer.count}
      sentence={t('running.without', { count: withoutVolunteer.count ?? 0 })}
    >
      {withoutVolunteer.items && withoutVolunteer.items.length > 0 ? (
        <ul className="fo-lines fo-lines--close">
          {withoutVolunteer.items.map(({ programmeId, name, lastSessionOn, daysLeft, asked }) => (
            <li key={programmeId} className="fo-line">
              <p className="fo-line__name">
                <Link to="/programmes/$id" params={{ id: programmeId }}>
                  {name}
                </Link>
              </p>
              <p>{t('running.ends', { day: sayDay(lastSessionOn, now), days: daysLeft })}</p>
              <p className="fo-muted">{t('running.asked', { asked })}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </Figure>
  );
}

/** Fewer say nothing about a half of them. */
const ENOUGH_FOR_QUARTILES = 4;

/** How far the days lie apart, in a sentence. */
function sayDays({ n, median, lowerQuartile, upperQuartile }: SiteHandoverFigures['firstMeeting']): string {
  if (median === null || (n ?? 0) < ENOUGH_FOR_QUARTILES) return t('running.daysOf', { n: n ?? 0 });
  return t('running.days', { n: n ?? 0, lower: lowerQuartile ?? median, upper: upperQuartile ?? median });
}

function FirstMeeting({ site: { firstMeeting } }: Part) {
  return (
    <Figure
      figure={firstMeeting.median}
      sentence={t('running.median')}
      {...(firstMeeting.n === 0 && { instead: t('running.daysFew') })}
    >
      {firstMeeting.median === null ? null : <p>{sayDays(firstMeeting)}</p>}
      {firstMeeting.notYet ? (
        <p className="fo-muted">{t('running.notYet', { count: firstMeeting.notYet })}</p>
      ) : null}
      <Details summary={t('figure.how')}>
        <p>{t('running.daysHow')}</p>
      </Details>
    </Figure>
  );
}

function Expiring({ site: { expiring }, now }: Part) {
  const say = (until: string | null) => (until ? sayDay(until, now) : t('running.noDate'));
  return (
    <Figure figure={expiring.count} sentence={t('running.expiring', { count: expiring.count ?? 0 })}>
      {expiring.items && expiring.items.length > 0 ? (
        <ul className="fo-lines fo-lines--close">
          {expiring.items.map(({ accountId, displayName, training, checks }) => (
            <li key={accountId} className="fo-line">
              <p>
                {t('running.dates', {
                  name: displayName,
                  training: say(training.until),
                  checks: say(checks.until),
                })}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </Figure>
  );
}

/** What there is to know of one site's handovers. */
export function SiteFigures({ site, now }: Part) {
  const { withVolunteer, withoutVolunteer } = site;
  return (
    <Section title={site.siteName} id={`site-${site.siteId}`}>
      <div className="fo-figures">
        <WithoutVolunteer site={site} now={now} />
        <Figure figure={site.lateHandovers} sentence={t('running.late', { count: site.lateHandovers ?? 0 })}>
          {site.lateHandovers && withoutVolunteer.items ? <a href="#late">{t('running.lateList')}</a> : null}
        </Figure>
        <FirstMeeting site={site} now={now} />
        <Figure figure={withVolunteer.count} sentence={t('running.with', { of: withVolunteer.of ?? 0 })} />
        <Expiring site={site} now={now} />
      </div>
    </Section>
  );
}
