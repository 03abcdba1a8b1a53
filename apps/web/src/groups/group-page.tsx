import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { KindTag, LevelTag, standingOf, type Standing } from '../ui/level-tag.js';
import { PageTitle } from '../ui/page.js';
import { ReasonList } from '../ui/reason-list.js';
import { Asked } from '../ui/states.js';
import { GroupActs } from './group-acts.js';
import { CADENCE_WORDS, sayLevelSince } from './group-words.js';
import { groupQueries } from './queries.js';
import { GroupTurnout } from './turnout-chart.js';

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

/** A state that needs no reason is told as what it is; silence is never told as a failing. */
const NOTE: Readonly<Partial<Record<Standing | GroupView['state'], MessageKey>>> = {
  resting: 'group.note.resting',
  forming: 'group.note.forming',
  merged: 'group.note.merged',
  'closed-well': 'group.note.closed-well',
  closed: 'group.note.closed',
  unknown: 'group.note.unknown',
};

function Note({ group }: { readonly group: GroupView }) {
  const words = NOTE[group.state] ?? NOTE[standingOf(group)];
  return words ? <p className="fo-note">{t(words)}</p> : null;
}

function Why({ group, now }: { readonly group: GroupView; readonly now: string }) {
  if (group.ownGroup) return <Kindly group={group} />;
  return (
    <>
      <ReasonList reasons={group.reasons} clearsWhen={group.clearsWhen} now={now} groupId={group.id} />
      <Note group={group} />
    </>
  );
}

/** To its own people a group that meets needs no tag, and no group is judged. */
const OwnTag = ({ group }: { readonly group: GroupView }) =>
  group.state === 'meeting' ? null : <KindTag group={group} />;

function Head({ group, now }: { readonly group: GroupView; readonly now: string }) {
  const { ownGroupIds } = useSession();
  const since = sayLevelSince(group, now);
  const up = group.ownGroup ? t('nav.myGroups', { count: ownGroupIds.length }) : t('nav.groups');
  return (
    <PageTitle title={group.name} before={<Breadcrumb trail={[{ to: '/groups', words: up }]} />}>
      <p className="fo-tag-line">
        {group.ownGroup ? <OwnTag group={group} /> : <LevelTag group={group} />}
        {since && !group.ownGroup ? (
          <span className="fo-muted">{t('need.since', { day: since })}</span>
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
          {it.ownGroup ? null : <div className="fo-need__acts">{acts}</div>}
          <GroupTurnout group={it} now={now} />
          {children(it)}
          <GroupActs group={it} />
        </>
      )}
    </Asked>
  );
}
