import { Link } from '@tanstack/react-router';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { civilDate, sayDay, sayDistance } from '../dates.js';
import { t } from '../i18n.js';

/** When the last session is or was. */
export function sayEnd(programme: ProgrammeView, now: string): string {
  if (programme.finishedOn) return t('programme.finished', { day: sayDay(programme.finishedOn, now) });
  return t('programme.ends', {
    day: sayDay(programme.lastSessionOn, now),
    distance: sayDistance(programme.lastSessionOn, now),
  });
}

/** Its day is over and nobody has said whether it took place. */
export const awaitsAnswer = ({ finishedOn, lastSessionOn }: ProgrammeView, now: string): boolean =>
  finishedOn === null && lastSessionOn < civilDate(now);

/** In a list: an end that nobody has confirmed is a question, and leads to where it is answered. */
function End({ programme, now }: { readonly programme: ProgrammeView; readonly now: string }) {
  if (!awaitsAnswer(programme, now)) return <p>{sayEnd(programme, now)}</p>;
  return (
    <p>
      {t('programme.ended', { distance: sayDistance(programme.lastSessionOn, now) })}{' '}
      <Link to="/programmes/$id" params={{ id: programme.id }}>
        {t('programme.ended.ask')} <span className="nhsuk-u-visually-hidden">{programme.name}</span>
      </Link>
    </p>
  );
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
      <End programme={programme} now={now} />
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
