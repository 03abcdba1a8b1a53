import { Link } from '@tanstack/react-router';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { sayDay, sayDistance } from '../dates.js';
import { t } from '../i18n.js';

/** When the last session is or was. */
export function sayEnd(programme: ProgrammeView, now: string): string {
  if (programme.finishedOn) return t('programme.finished', { day: sayDay(programme.finishedOn, now) });
  return t('programme.ends', {
    day: sayDay(programme.lastSessionOn, now),
    distance: sayDistance(programme.lastSessionOn, now),
  });
}

/** How far the handover is; "late" only when something is. */
function sayHandover(programme: ProgrammeView): string {
  if (!programme.handover) return t('programme.noHandover');
  return t('programme.progress', {
    done: programme.handover.done,
    total: programme.handover.total,
    late: programme.handover.late,
  });
}

/** One programme in a list: its name, its end, its handover. */
export function ProgrammeLine({
  programme,
  now,
}: {
  readonly programme: ProgrammeView;
  readonly now: string;
}) {
  return (
    <li className="fo-line">
      <p className="fo-line__name">
        <Link to="/programmes/$id" params={{ id: programme.id }}>
          {programme.name}
        </Link>
      </p>
      <p>{sayEnd(programme, now)}</p>
      <p className="fo-muted">{sayHandover(programme)}</p>
      {programme.handover?.withoutPtv ? <p>{t('programme.withoutPtv')}</p> : null}
      {programme.handover ? (
        <progress
          className="fo-progress"
          max={programme.handover.total}
          value={programme.handover.done}
          aria-label={sayHandover(programme)}
        />
      ) : null}
    </li>
  );
}
