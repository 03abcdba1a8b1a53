import { Link } from '@tanstack/react-router';
import type { SiteHandoverFigures } from '@followon/shared/contract/handover-figures';
import type { ReactNode } from 'react';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Details } from '../ui/details.js';
import { Section } from '../ui/page.js';

/** A figure with its sentence; one that is too small to be told says so instead of a number. */
function Figure(props: {
  readonly figure: number | null;
  readonly sentence: string;
  readonly children?: ReactNode;
}) {
  const { figure, sentence, children } = props;
  return (
    <div className="fo-figure">
      <p className="fo-figure__words">
        <span className="fo-figure__number">{figure ?? t('running.few')}</span> <span>{sentence}</span>
      </p>
      {children}
    </div>
  );
}

type Part = { readonly site: SiteHandoverFigures; readonly now: string };

function WithoutVolunteer({ site: { withoutVolunteer }, now }: Part) {
  return (
    <Figure figure={withoutVolunteer.count} sentence={t('running.without')}>
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

/** What the days say, in a sentence; with too few programmes there is none. */
function sayDays({ n, median, lowerQuartile, upperQuartile }: SiteHandoverFigures['firstMeeting']): string {
  if (median === null) return t('running.daysFew');
  return t('running.days', { n: n ?? 0, lower: lowerQuartile ?? median, upper: upperQuartile ?? median });
}

function FirstMeeting({ site: { firstMeeting } }: Part) {
  return (
    <Figure figure={firstMeeting.median} sentence={t('running.median')}>
      <p>{sayDays(firstMeeting)}</p>
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
    <Figure figure={expiring.count} sentence={t('running.expiring')}>
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
  const { withVolunteer } = site;
  return (
    <Section title={site.siteName} id={`site-${site.siteId}`}>
      <div className="fo-figures">
        <WithoutVolunteer site={site} now={now} />
        <Figure figure={site.lateHandovers} sentence={t('running.late', { count: site.lateHandovers ?? 0 })}>
          {site.lateHandovers ? <a href="/#late">{t('running.lateList')}</a> : null}
        </Figure>
        <FirstMeeting site={site} now={now} />
        <Figure figure={withVolunteer.count} sentence={t('running.with', { of: withVolunteer.of ?? 0 })} />
        <Expiring site={site} now={now} />
      </div>
    </Section>
  );
}
