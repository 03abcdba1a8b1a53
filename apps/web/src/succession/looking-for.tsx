import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SuccessionView } from '@followon/shared/contract/succession';
import { useSession } from '../api/session.js';
import { sayDay, sayDistance } from '../dates.js';
import { t, type MessageKey } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { successionQueries } from './queries.js';

const WHO: Readonly<Record<SuccessionView['stage'], MessageKey>> = {
  group: 'looking.by.group',
  lead: 'looking.by.lead',
  'site-admin': 'looking.by.site-admin',
};

/** Who sees to it now, and by when; never who has gone, or why. */
function sayWhose({ stage, actBy }: SuccessionView, now: string): string {
  if (actBy === null) return t('looking.resting');
  return t(WHO[stage], { day: sayDay(actBy, now), distance: sayDistance(actBy, now) });
}

/** Groups looking for a contact person; nothing while every group has somebody. */
export function LookingForContact() {
  const { now, actions } = useSession();
  const looking = useQuery(successionQueries.looking());
  return (
    <Asked query={looking}>
      {({ items, counts }) => {
        const all = counts.group + counts.lead + counts['site-admin'];
        if (all === 0) return null;
        return (
          <Section title={t('looking.title', { count: all })} id="looking">
            <p className="fo-muted">{t('looking.what')}</p>
            <ul className="fo-lines">
              {items.map((it) => (
                <li key={it.id} className="fo-line">
                  <p className="fo-line__name">
                    <Link to="/groups/$id" params={{ id: it.groupId }}>
                      {it.groupName}
                    </Link>
                  </p>
                  <p>{sayWhose(it, now)}</p>
                  <p className="fo-muted">
                    {t(it.neverHadOne ? 'looking.never' : 'looking.since', { day: sayDay(it.openedOn, now) })}
                  </p>
                  {actions.includes('name-ptv') ? (
                    <Link to="/groups/$id" params={{ id: it.groupId }} hash="people">
                      {t('looking.ask')}
                      <span className="nhsuk-u-visually-hidden">: {it.groupName}</span>
                    </Link>
                  ) : null}
                </li>
              ))}
            </ul>
            {all > items.length ? (
              <p className="fo-muted">{t('looking.more', { count: all - items.length })}</p>
            ) : null}
          </Section>
        );
      }}
    </Asked>
  );
}
