import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertDetail } from '@followon/shared/contract/alerts';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay, sayMoment } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { PageTitle, Section } from '../ui/page.js';
import { byNews, sayReason } from '../ui/reason-words.js';
import { Asked } from '../ui/states.js';
import { TurnoutTable } from '../ui/turnout-table.js';
import { AlertActs } from './alert-acts.js';
import { Strip } from './alert-card.js';
import { nameOf, sayEnd, sayHand } from './alert-words.js';
import { CameAbout } from './came-about.js';
import { CauseTag } from './cause-tag.js';
import { NextSteps } from './next-steps.js';
import { CLEARS, isAboutMeetings, isAhead, saidOnce, sayReached, sayStep } from './page-words.js';
import { alertQueries } from './queries.js';
import { WasItUseful } from './was-it-useful.js';

interface OfAlert {
  readonly alert: AlertDetail;
  readonly now: string;
}

/** That it is over stands first, and why: nobody acts on what is no longer so. */
function Ended({ alert, now }: OfAlert) {
  const end = sayEnd(alert, now);
  if (!end) return null;
  return (
    <p className="fo-alert-end">
      <strong>{end}</strong> {alert.state === 'withdrawn' ? t('alert.nothingToDo') : null}
    </p>
  );
}

function Subject({ alert }: { readonly alert: AlertDetail }) {
  const { groupId, programmeId } = alert;
  if (groupId)
    return (
      <Link to="/groups/$id" params={{ id: groupId }}>
        {t('alert.page.openGroup')}
      </Link>
    );
  if (!programmeId) return null;
  return (
    <Link to="/programmes/$id" params={{ id: programmeId }}>
      {t('alert.page.openProgramme')}
    </Link>
  );
}

function Head({ alert, now }: OfAlert) {
  const name = nameOf(alert);
  return (
    <PageTitle
      title={t('alert.page.title', { name })}
      before={<Breadcrumb trail={[{ to: '/alerts', words: t('inbox.nav') }]} />}
    >
      <Ended alert={alert} now={now} />
      <p className="fo-tag-line">
        <CauseTag {...alert} />
        <span>{t('alert.since', { day: sayDay(alert.openedAt, now) })}</span>
        {name === alert.siteName ? null : <span className="fo-muted">{alert.siteName}</span>}
        <Subject alert={alert} />
      </p>
      {alert.closedAt ? null : <p className="fo-facts">{sayHand(alert, now)}</p>}
    </PageTitle>
  );
}

/** The sentence of the cause, then each reason that says something of its own. */
function Reasons({ alert, now }: OfAlert) {
  const asOf = alert.closedAt ?? now;
  const { so, reasons } = alert.closedAt ? { so: undefined, reasons: alert.reasons } : saidOnce(alert);
  const { telling } = byNews(reasons, asOf, alert.turnout?.usual);
  return (
    <>
      {so ? <p>{t(so)}</p> : null}
      {telling.length > 0 ? (
        <ul className="fo-reasons__list" lang={explainedIn()}>
          {telling.map((reason) => (
            <li key={reason.key}>{sayReason(reason, asOf, alert.turnout?.usual)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What would clear it; of a group's meetings its page knows the number. */
function Clears({ alert, clears }: Pick<PageProps, 'clears'> & { readonly alert: AlertDetail }) {
  if (alert.closedAt) return null;
  const known = alert.groupId && isAboutMeetings(alert) ? alert.groupId : undefined;
  return (
    <p className="fo-reasons__clears">
      {known ? clears(known, t(CLEARS[alert.cause])) : t(CLEARS[alert.cause])}
    </p>
  );
}

function Meetings({ alert, now }: OfAlert) {
  if (!alert.turnout) return null;
  return (
    <Section title={t('alert.page.meetings')} id="meetings">
      <Strip alert={alert} now={now} size="full" />
      <TurnoutTable turnout={alert.turnout} now={now} />
    </Section>
  );
}

function Tried({ alert, now }: OfAlert) {
  return (
    <Section title={t('alert.page.tried')} id="tried">
      <ol className="fo-trace">
        {alert.history.map((step) => (
          <li key={`${step.at}-${step.what}`}>
            {sayStep(step, now)}{' '}
            {isAhead(step) ? null : <span className="fo-muted">{sayMoment(step.at, now)}</span>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function sayNext({ nextStage, closedAt }: AlertDetail, now: string): string {
  if (!nextStage || closedAt) return t('alert.next.none');
  const day = sayDay(nextStage.on, now);
  return t(nextStage.stage === 'site-admin' ? 'alert.next.site-admin' : 'alert.next.clinician', { day });
}

function Hears({ alert, now }: OfAlert) {
  return (
    <Section title={t('alert.page.hears')} id="hears">
      <p>
        {sayReached(alert, now)} {sayNext(alert, now)}
      </p>
    </Section>
  );
}

interface PageProps {
  readonly id: string;
  /** What a group's own page says would be enough; `instead` while it says nothing. */
  readonly clears: (groupId: string, instead: string) => ReactNode;
}

/** One alert: what is so and why, what can be done, what was tried, and the way back to what people wrote down. */
export function AlertPage({ id, clears }: PageProps) {
  const { now } = useSession();
  const alert = useQuery(alertQueries.one(id));
  return (
    <Asked query={alert} lines={6} isPage>
      {(it) => (
        <>
          <Head alert={it} now={now} />
          <div className="fo-need__acts">
            <AlertActs alert={it} isSaid />
          </div>
          <Section title={t(it.closedAt ? 'alert.page.whyThen' : 'alert.page.why')} id="why">
            <Reasons alert={it} now={now} />
            <Clears alert={it} clears={clears} />
          </Section>
          <Meetings alert={it} now={now} />
          {it.closedAt || it.nextSteps.length === 0 ? null : (
            <Section title={t('alert.page.next')} id="next">
              <p className="fo-muted">{t('alert.page.nextHow')}</p>
              <NextSteps alert={it} />
            </Section>
          )}
          <Tried alert={it} now={now} />
          <Hears alert={it} now={now} />
          <Section title={t('alert.page.trace')} id="trace">
            <CameAbout alert={it} now={now} />
          </Section>
          <Section title={t('alert.page.useful')} id="useful">
            <WasItUseful alert={it} />
          </Section>
        </>
      )}
    </Asked>
  );
}
