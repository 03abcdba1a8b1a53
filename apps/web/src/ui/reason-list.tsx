import { Link } from '@tanstack/react-router';
import type { GroupSummary } from '@followon/shared/contract/groups';
import { explainedIn, t } from '../i18n.js';
import { Details } from './details.js';
import { focusPart } from './focus-here.js';
import { byNews, sayClears, sayReason, type Reason } from './reason-words.js';

/** Silence is about the time since a meeting, not about how the meeting went. */
const ABOUT_SILENCE: readonly Reason['key'][] = ['silent', 'long-silent', 'resting'];

/** The meetings that the reasons speak of. */
export const concernIds = (reasons: readonly Reason[]): ReadonlySet<string> =>
  new Set(reasons.filter(({ key }) => !ABOUT_SILENCE.includes(key)).flatMap(({ meetingIds }) => meetingIds));

/** The dates the reasons speak of, for the strip to mark. */
export function concernDates(
  reasons: readonly Reason[],
  slots: readonly { readonly meetingId: string | null; readonly on: string }[],
): readonly string[] {
  const ids = concernIds(reasons);
  return slots.filter(({ meetingId }) => meetingId !== null && ids.has(meetingId)).map(({ on }) => on);
}

/** How the strip of a group marks what worries us about it; nothing for a steady group. */
export const concernOf = ({
  level,
  reasons,
  turnout,
}: Pick<GroupSummary, 'level' | 'reasons' | 'turnout'>) =>
  level === 'fading' || level === 'at-risk'
    ? { level, dates: concernDates(reasons, turnout.slots) }
    : undefined;

interface ReasonsProps extends Pick<GroupSummary, 'reasons' | 'clearsWhen'> {
  readonly groupId: string;
  readonly now: string;
  /** How many usually come, where a line beside the reasons shows it. */
  readonly usual?: number | null;
}

interface MeetingsProps {
  readonly reason: Reason;
  readonly groupId: string;
  /** Where every word counts, only the ear is told how many. */
  readonly brief?: boolean;
}

/** The way to the meetings a reason speaks of. */
function Meetings({ reason, groupId, brief = false }: MeetingsProps) {
  const count = reason.meetingIds.length;
  if (count === 0) return null;
  return (
    <Link to="/groups/$id" params={{ id: groupId }} hash="meetings" onClick={() => focusPart('meetings')}>
      {t(brief ? 'reason.see' : 'reason.meetings', { count })}
      {brief ? <span className="nhsuk-u-visually-hidden">{t('reason.seeWhat', { count })}</span> : null}
    </Link>
  );
}

/** The strongest reason alone, and what clears it. */
export function FirstReason(props: ReasonsProps & { readonly brief?: boolean }) {
  const { reasons, clearsWhen, groupId, now, usual = null, brief = false } = props;
  const [first] = reasons;
  if (!first) return null;
  return (
    <div className="fo-reasons" lang={explainedIn()}>
      <p className="fo-reasons__first">
        {sayReason(first, now, usual)} <Meetings reason={first} groupId={groupId} brief={brief} />
      </p>
      {clearsWhen ? <p className="fo-reasons__clears">{sayClears(clearsWhen)}</p> : null}
    </div>
  );
}

const IN_SIGHT = 3;

function Others({ reasons, groupId, now, usual = null }: Omit<ReasonsProps, 'clearsWhen'>) {
  return (
    <ul className="fo-reasons__list">
      {reasons.map((reason) => (
        <li key={reason.key}>
          {sayReason(reason, now, usual)} <Meetings reason={reason} groupId={groupId} />
        </li>
      ))}
    </ul>
  );
}

/** Why, the strongest reason first, and what clears it; what says less that is new opens for whoever asks. */
export function ReasonList(props: ReasonsProps) {
  const { reasons, clearsWhen, groupId, now, usual = null } = props;
  const { telling, again } = byNews(reasons, now, usual);
  const [first, ...others] = telling;
  if (!first) return null;
  const near = others.slice(0, IN_SIGHT - 1);
  const far = [...others.slice(IN_SIGHT - 1), ...again];
  return (
    <div className="fo-why" lang={explainedIn()}>
      <p className="fo-reasons__first">
        {sayReason(first, now, usual)} <Meetings reason={first} groupId={groupId} />
      </p>
      {near.length > 0 ? <Others reasons={near} groupId={groupId} now={now} usual={usual} /> : null}
      {clearsWhen ? <p className="fo-reasons__clears">{sayClears(clearsWhen)}</p> : null}
      {far.length > 0 ? (
        <Details summary={t('reason.more', { count: far.length })}>
          <Others reasons={far} groupId={groupId} now={now} usual={usual} />
          {again.some(({ usual }) => usual !== undefined) ? (
            <p className="fo-muted">{t('reason.moreHow')}</p>
          ) : null}
        </Details>
      ) : null}
    </div>
  );
}
