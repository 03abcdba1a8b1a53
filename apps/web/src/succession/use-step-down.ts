import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { GroupRoleView } from '@followon/shared/contract/groups';
import { sessionQuery, useSession } from '../api/session.js';
import { useAct } from '../api/use-act.js';
import { sayDay } from '../dates.js';
import { t } from '../i18n.js';
import { useAnnounce } from '../ui/announcer.js';
import { refreshes, stepDown } from './queries.js';

/**
 * Gives a role back, today (`null`) or on a day to come. Whose group it is no longer goes home before anything of the group is
 * asked for again; everybody else stays, and `onStayed` gets the words to show.
 */
export function useStepDown(role: GroupRoleView, groupId: string, onStayed: (words: string) => void) {
  const { now } = useSession();
  const queries = useQueryClient();
  const go = useNavigate();
  const announce = useAnnounce();
  const afterwards = async (day: string | null) => {
    const words = day === null ? t('stepDown.said.now') : t('stepDown.said.later', { day: sayDay(day, now) });
    announce(words);
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => undefined);
    const hasLeft = day === null && session?.ownGroupIds.includes(groupId) === false;
    if (hasLeft) {
      await go({ to: '/', state: { steppedDown: true } });
      queries.removeQueries({ queryKey: ['groups', groupId] });
    } else onStayed(words);
    for (const word of refreshes) void queries.invalidateQueries({ queryKey: [word] });
  };
  return useAct(
    (day: string | null, key) => stepDown({ id: role.id, groupId, on: day ?? undefined }, key),
    [],
    (_, day) => void afterwards(day),
  );
}
