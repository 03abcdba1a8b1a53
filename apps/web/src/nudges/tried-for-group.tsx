import { useQuery } from '@tanstack/react-query';
import { useSession } from '../api/session.js';
import { sayDistance } from '../dates.js';
import { t } from '../i18n.js';
import { nudgeQueries } from './queries.js';

/** In one line: what has already been tried for a group, so that nobody tries it twice. */
export function TriedForGroup({ groupId }: { readonly groupId: string }) {
  const { now } = useSession();
  const nudges = useQuery(nudgeQueries.ofGroup(groupId));
  if (nudges.data === undefined) return null;
  const asked = nudges.data.items.find(({ state, key }) => state === 'sent' && key === 'would_a_hand_help');
  return <p>{asked ? t('tried.asked', { when: sayDistance(asked.dueAt, now) }) : t('tried.nothing')}</p>;
}
