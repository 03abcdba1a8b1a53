import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { LevelRibbon } from '../ui/level-ribbon.js';
import { LevelTag } from '../ui/level-tag.js';
import { PageTitle, Section } from '../ui/page.js';
import { asReasoned, concernOf, ReasonList } from '../ui/reason-list.js';
import { Asked } from '../ui/states.js';
import { TurnoutStrip } from '../ui/turnout-strip.js';
import { CADENCE_WORDS } from './group-words.js';
import { GroupActs } from './group-acts.js';
import { groupQueries } from './queries.js';

function Facts({ group, now }: { readonly group: GroupView; readonly now: string }) {
  const facts = [
    t(CADENCE_WORDS[group.cadence]),
    group.lastMetOn ? t('group.lastMet', { day: sayDay(group.lastMetOn, now) }) : t('group.notMet'),
    group.nextMeetingOn ? t('group.next', { day: sayDay(group.nextMeetingOn, now) }) : t('group.noNext'),
  ];
  return <p className="fo-facts">{facts.join(' ')}</p>;
}

/** The group's own people are asked, never judged. */
function Kindly({ group }: { readonly group: GroupView }) {
  return group.level === 'fading' || group.level === 'at-risk' ? (
    <div className="fo-kind">
      <p className="fo-kind__title">{t('group.hand.title')}</p>
      <p>{t('group.hand.what')}</p>
    </div>
  ) : null;
}

function Why({ group, now }: { readonly group: GroupView; readonly now: string }) {
  if (group.ownGroup) return <Kindly group={group} />;
  return (
    <ReasonList reasons={group.reasons} clearsWhen={group.clearsWhen} now={now} meetingsHref="#meetings" />
  );
}

function Chart({
  group,
  health,
  now,
}: {
  readonly group: GroupView;
  readonly health: GroupHealthView;
  readonly now: string;
}) {
  const concern = group.ownGroup ? undefined : concernOf(health);
  const first = health.turnout.slots[0];
  const last = health.turnout.slots.at(-1);
  return (
    <div className="fo-chart">
      <TurnoutStrip turnout={asReasoned(health)} now={now} size="full" concern={concern} />
      {first && last ? (
        <p className="fo-chart__span" aria-hidden="true">
          <span>{sayDay(first.on, now)}</span>
          <span>{sayDay(last.on, now)}</span>
        </p>
      ) : null}
      {group.ownGroup ? null : <LevelRibbon health={health} now={now} />}
    </div>
  );
}

function Head({ group, now }: { readonly group: GroupView; readonly now: string }) {
  return (
    <PageTitle title={group.name} before={<Breadcrumb trail={[{ to: '/groups', words: t('nav.groups') }]} />}>
      <p className="fo-need__tag">
        {group.ownGroup && group.state === 'meeting' ? null : <LevelTag group={group} />}
        {group.levelSince && !group.ownGroup ? (
          <span className="fo-muted">{t('need.since', { day: sayDay(group.levelSince, now) })}</span>
        ) : null}
        <span className="fo-muted">{group.siteName}</span>
      </p>
      <Facts group={group} now={now} />
    </PageTitle>
  );
}

interface GroupPageProps {
  readonly id: string;
  /** What can be done about it now, beside the reasons. */
  readonly acts: ReactNode;
  readonly children: (group: GroupView) => ReactNode;
}

/** A group as its reader may see it: how it goes, why, and what can be done. `children` bring meetings, alerts and messages. */
export function GroupPage({ id, acts, children }: GroupPageProps) {
  const { now } = useSession();
  const group = useQuery(groupQueries.one(id));
  const health = useQuery(groupQueries.health(id));
  return (
    <Asked query={group} lines={6}>
      {(it) => (
        <>
          <Head group={it} now={now} />
          {it.may.record ? (
            <p>
              <Link to="/record" search={{ group: id }} className="nhsuk-button fo-button fo-button--primary">
                {t('nav.record')}
              </Link>
            </p>
          ) : null}
          <Why group={it} now={now} />
          {it.ownGroup ? null : acts}
          <Section title={t('group.turnout')} id="turnout">
            <Asked query={health}>{(known) => <Chart group={it} health={known} now={now} />}</Asked>
          </Section>
          {children(it)}
          <GroupActs group={it} />
        </>
      )}
    </Asked>
  );
}
