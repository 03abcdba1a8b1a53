import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { CalendarAddress } from './calendar-address.js';

/** My dates in the calendar that I use anyway. */
export function MyCalendar() {
  const { memberships } = useSession();
  if (memberships.length === 0) return null;
  return (
    <Section title={t('calendar.mine')} id="calendar">
      <p>{t('calendar.mineWhy')}</p>
      <CalendarAddress />
    </Section>
  );
}
