import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { daysBetween, sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { volunteerQueries } from './queries.js';

/** After two weeks a "no" is no news any more. */
const NEWS_DAYS = 14;

/** For the volunteer lead: who said no lately, and where somebody else may be asked. */
export function Declined() {
  const { now } = useSession();
  const declined = useQuery(volunteerQueries.declined());
  const news = (declined.data?.items ?? []).filter(
    ({ answeredAt }) => answeredAt !== null && daysBetween(answeredAt, now) <= NEWS_DAYS,
  );
  if (news.length === 0) return null;
  return (
    <Section title={t('declined.title')} id="declined">
      <ul className="fo-lines">
        {news.map(({ id, programmeId, programmeName, volunteer, part, answeredAt }) => (
          <li key={id} className="fo-line">
            <p className="fo-line__name">
              <Link to="/programmes/$id" params={{ id: programmeId }}>
                {programmeName}
              </Link>
            </p>
            <p>
              {t(part === 'ptv' ? 'declined.ptv' : 'declined.deputy', {
                name: volunteer.displayName,
                day: sayDay(answeredAt ?? now, now),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
