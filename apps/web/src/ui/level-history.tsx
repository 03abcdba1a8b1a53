import type { GroupHealthView } from '@followon/shared/contract/health';
import { Link } from '@tanstack/react-router';
import { explained } from '../dates.js';
import { explainedIn, t } from '../i18n.js';
import { Details } from './details.js';
import { seenChanges, standingAt } from './level-steps.js';
import { Sign, standingWord } from './level-tag.js';
import { byNews, sayReason } from './reason-words.js';

type Change = GroupHealthView['history'][number];

const SHOWN = 3;
const MOST_REASONS = 2;

interface HistoryProps {
  readonly groupId: string;
  readonly history: readonly Change[];
  readonly now: string;
  /** How many usually come, as the line beside it shows it. */
  readonly usual: number | null;
}

/** One step: when, to what, and why it was said then. */
function Step({ change, groupId, now, usual }: Omit<HistoryProps, 'history'> & { readonly change: Change }) {
  const standing = standingAt(change.to);
  return (
    <li>
      <Sign standing={standing} />
      <div>
        <p className="fo-history__step">
          {t('ribbon.change', { day: explained.day(change.on, now), level: standingWord(standing) })}
        </p>
        {byNews(change.reasons, change.at, usual)
          .telling.slice(0, MOST_REASONS)
          .map((reason) => (
            <p key={reason.key} className="fo-muted">
              {sayReason(reason, change.at, usual)}{' '}
              {reason.meetingIds.length > 0 ? (
                <Link to="/groups/$id" params={{ id: groupId }} hash="meetings">
                  {t('reason.see', { count: reason.meetingIds.length })}
                  <span className="nhsuk-u-visually-hidden">
                    {t('reason.seeWhat', { count: reason.meetingIds.length })}
                  </span>
                </Link>
              ) : null}
            </p>
          ))}
      </div>
    </li>
  );
}

/** How the level moved, newest first, each step with its reasons; the earlier ones open for whoever asks. */
export function LevelHistory({ history, ...rest }: HistoryProps) {
  const changes = seenChanges(history).toReversed();
  const list = (some: readonly Change[]) => (
    <ul className="fo-history">
      {some.map((change) => (
        <Step key={change.eventId} change={change} {...rest} />
      ))}
    </ul>
  );
  const earlier = changes.slice(SHOWN);
  return (
    <div lang={explainedIn()}>
      <h3 className="fo-history__title">{t('ribbon.show')}</h3>
      {changes.length === 0 ? <p>{t('ribbon.none')}</p> : list(changes.slice(0, SHOWN))}
      {earlier.length > 0 ? (
        <Details summary={t('ribbon.earlier', { count: earlier.length })}>{list(earlier)}</Details>
      ) : null}
    </div>
  );
}
