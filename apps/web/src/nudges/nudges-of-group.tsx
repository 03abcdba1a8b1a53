import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { t } from '../i18n.js';
import { Section } from '../ui/page.js';
import { Asked } from '../ui/states.js';
import { sayNudge } from './nudge-words.js';
import { nudgeQueries } from './queries.js';

interface NudgesProps {
  readonly groupId: string;
  /** What the group can say about being sent anything. */
  readonly children?: ReactNode;
}

/** What the group was sent, or spared, and when. */
export function NudgesOfGroup({ groupId, children }: NudgesProps) {
  const { now } = useSession();
  const nudges = useQuery(nudgeQueries.ofGroup(groupId));
  return (
    <Section title={t('nudges.title')} id="messages">
      <Asked query={nudges}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="fo-muted">{t('nudges.none')}</p>
          ) : (
            <ul className="fo-lines">
              {[...new Set(items.map((nudge) => sayNudge(nudge, now)))].map((said) => (
                <li key={said}>{said}</li>
              ))}
            </ul>
          )
        }
      </Asked>
      {children}
    </Section>
  );
}
