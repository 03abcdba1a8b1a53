import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { GroupView } from '@followon/shared/contract/groups';
import type { MeetingView } from '@followon/shared/contract/meetings';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { civilDate, sayDay } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Button } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { concernIds } from '../ui/reason-list.js';
import { Asked, Empty } from '../ui/states.js';
import { meetingQueries } from './queries.js';
import { NOT_HELD } from './not-held.js';
import { PlanMeeting } from './plan-meeting.js';

const OUTCOME: Readonly<Record<MeetingView['outcome'], MessageKey>> = {
  planned: 'meeting.planned',
  held: 'meeting.held',
  'not-held': 'meeting.not-held',
  missing: 'meeting.missing',
};

/** What is known of a meeting; a number stays at the group's own site. */
function sayHow(meeting: MeetingView): string {
  if (meeting.outcome === 'held' && meeting.headcount !== null)
    return t('meeting.came', { count: meeting.headcount, newcomers: meeting.newcomers ?? 0 });
  if (meeting.outcome === 'not-held' && meeting.reason && meeting.reason !== 'not-said')
    return t('meeting.notHeldBecause', { reason: t(NOT_HELD[meeting.reason]) });
  return t(meeting.registerDue ? 'meeting.due' : OUTCOME[meeting.outcome]);
}

/** A date to come, for the reader's own calendar. */
function AddDate({ meeting, now }: { readonly meeting: MeetingView; readonly now: string }) {
  if (meeting.outcome !== 'planned' || meeting.on < civilDate(now)) return null;
  return (
    <a className="fo-add-date" href={`/api/meetings/${meeting.id}/calendar.ics`} download>
      {t('calendar.add')}
      <span className="nhsuk-u-visually-hidden"> {sayDay(meeting.on, now)}</span>
    </a>
  );
}

function Row({
  meeting,
  group,
  now,
}: {
  readonly meeting: MeetingView;
  readonly group: GroupView;
  readonly now: string;
}) {
  const open = meeting.outcome !== 'planned' || meeting.registerDue;
  const meant = !group.ownGroup && concernIds(group.reasons).has(meeting.id);
  const words: MessageKey = meeting.recordedAt ? 'meeting.change' : 'meeting.record';
  return (
    <tr className={`nhsuk-table__row ${meant ? `fo-meant fo-meant--${group.level}` : ''}`.trim()}>
      <th scope="row" className="nhsuk-table__header">
        {sayDay(meeting.on, now)}
        {meant ? <span className="nhsuk-u-visually-hidden">{t('meetings.meant')}</span> : null}
      </th>
      <td className="nhsuk-table__cell" data-label={t('meetings.how')}>
        {sayHow(meeting)} <AddDate meeting={meeting} now={now} />
      </td>
      {group.may.record ? (
        <td className="nhsuk-table__cell fo-table__act">
          {open ? (
            <Link to="/record" search={{ group: group.id, meeting: meeting.id }}>
              {t(words)}
              <span className="nhsuk-u-visually-hidden"> {sayDay(meeting.on, now)}</span>
            </Link>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

const FIRST = 8;

/** The next date and what has been: dates further off wait with the earlier ones. */
function nearest(meetings: readonly MeetingView[], today: string): readonly MeetingView[] {
  const ahead = meetings.filter(({ on }) => on > today);
  return [...ahead.slice(-1), ...meetings.filter(({ on }) => on <= today).slice(0, FIRST)];
}

function Table({
  meetings,
  group,
}: {
  readonly meetings: readonly MeetingView[];
  readonly group: GroupView;
}) {
  const { now } = useSession();
  return (
    <table className="nhsuk-table fo-table fo-table--meetings">
      <caption className="nhsuk-u-visually-hidden">{t('meetings.title')}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">{t('meetings.day')}</th>
          <th scope="col">{t('meetings.how')}</th>
          {group.may.record ? (
            <td>
              <span className="nhsuk-u-visually-hidden">{t('meetings.act')}</span>
            </td>
          ) : null}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {meetings.map((meeting) => (
          <Row key={meeting.id} meeting={meeting} group={group} now={now} />
        ))}
      </tbody>
    </table>
  );
}

/** The meetings of a group, newest first; the earlier ones wait until they are asked for. */
export function MeetingsOfGroup({ group }: { readonly group: GroupView }) {
  const { now } = useSession();
  const [all, showAll] = useState(false);
  const meetings = useQuery(meetingQueries.ofGroup(group.id));
  return (
    <Section title={t('meetings.title')} id="meetings">
      {group.may.plan ? <PlanMeeting groupId={group.id} now={now} /> : null}
      <Asked query={meetings}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('meetings.none')}>
              <p>{t('meetings.noneHow')}</p>
            </Empty>
          ) : (
            <>
              <Table meetings={all ? items : nearest(items, civilDate(now))} group={group} />
              {all || items.length === nearest(items, civilDate(now)).length ? null : (
                <Button kind="secondary" onClick={() => showAll(true)}>
                  {t('meetings.more')}
                </Button>
              )}
            </>
          )
        }
      </Asked>
    </Section>
  );
}
