import type { HandoverSummary } from '@followon/shared/contract/handovers';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { taskTitle } from '../ui/task-words.js';
import { handoverQueries } from './queries.js';

/** A group's own list stands on the group's page. */
function HandoverLink({ handover }: { readonly handover: HandoverSummary }) {
  const { programmeId, groupId, programmeName } = handover;
  if (programmeId) {
    return (
      <Link to="/programmes/$id" params={{ id: programmeId }}>
        {programmeName}
      </Link>
    );
  }
  return (
    <Link to="/groups/$id" params={{ id: groupId ?? '' }}>
      {programmeName}
    </Link>
  );
}

/** The handovers in which something is late, and what that is. */
export function LateHandovers() {
  const { now } = useSession();
  const handovers = useQuery(handoverQueries.late());
  return (
    <Section title={t('late.title')} id="late">
      <Asked query={handovers}>
        {({ items: late }) => {
          if (late.length === 0) return <p className="fo-muted">{t('late.none')}</p>;
          return (
            <ul className="fo-lines">
              {late.map((handover) => (
                <li key={handover.id} className="fo-line">
                  <p className="fo-line__name">
                    <HandoverLink handover={handover} />
                  </p>
                  <p>{t('late.count', { late: handover.late })}</p>
                  {handover.nextTask ? (
                    <p className="fo-muted">
                      {t('late.first', {
                        task: taskTitle(handover.nextTask),
                        day: sayDay(handover.nextTask.dueOn, now),
                      })}
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
    </Section>
  );
}
