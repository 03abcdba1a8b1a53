import type { GroupView } from '@followon/shared/contract/groups';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { CalendarAddress } from './calendar-address.js';

/** For its contact people: the group's dates, to be given to everybody in it. */
export function CalendarOfGroup({ group }: { readonly group: GroupView }) {
  // Whoever answers for what the group is sent also shares its dates: both are its contact people's.
  if (!group.may.switchMessages || group.lookingBack) return null;
  if (['closed', 'closed-well', 'merged'].includes(group.state)) return null;
  return (
    <Section title={t('calendar.ours')} id="group-calendar">
      <p>{t('calendar.oursWhy')}</p>
      <CalendarAddress groupId={group.id} />
    </Section>
  );
}
