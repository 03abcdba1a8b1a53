import { queryOptions } from '@tanstack/react-query';
import type { CalendarLinkView } from '@followon/shared/contract/calendar';
import { get, send } from '../api/client.js';

const OWN = '/calendar-links';
/** Where the address of a group's calendar is kept, or one's own. */
const pathOf = (groupId?: string): string => (groupId === undefined ? OWN : `/groups/${groupId}${OWN}`);

export const calendarQuery = (groupId?: string) =>
  queryOptions({
    queryKey: ['calendar', groupId ?? 'mine'],
    queryFn: () => get<CalendarLinkView>(pathOf(groupId)),
  });

export const changeAddress = (
  { groupId, how }: { readonly groupId: string | undefined; readonly how: 'new' | 'end' },
  key: string,
): Promise<CalendarLinkView> =>
  how === 'new' ? send('POST', pathOf(groupId), { body: {}, key }) : send('DELETE', pathOf(groupId), { key });
