import { queryOptions } from '@tanstack/react-query';
import type { GroupSummary, GroupView } from '@followon/shared/contract/groups';
import type { MeetingView, Register } from '@followon/shared/contract/meetings';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

export const meetingQueries = {
  /** Newest first. */
  ofGroup: (group: string) =>
    queryOptions({
      queryKey: ['meetings', group],
      queryFn: () => get<Page<MeetingView>>(`/groups/${group}/meetings`, { limit: 60 }),
    }),
  /** The groups the person may record for. */
  ownGroups: () =>
    queryOptions({
      queryKey: ['groups', 'own'],
      queryFn: () => get<Page<GroupSummary>>('/groups', { own: 'true', limit: 50 }),
    }),
  group: (id: string) =>
    queryOptions({ queryKey: ['groups', id], queryFn: () => get<GroupView>(`/groups/${id}`) }),
};

/** What a person says of a meeting: the one they chose, or a day nobody had written down yet. */
export interface Told {
  readonly groupId: string;
  readonly meeting: MeetingView | null;
  readonly on: string;
  readonly register: Register;
}

/** Somebody has already said how it went. */
export const isTold = (meeting: MeetingView | null): boolean =>
  meeting?.outcome === 'held' || meeting?.outcome === 'not-held';

/** Saves a register; a meeting nobody planned is written down first. A first register needs no version. */
export async function saveRegister(
  { groupId, meeting, on, register }: Told,
  key: string,
): Promise<MeetingView> {
  const target =
    meeting ??
    (await send<MeetingView>('POST', `/groups/${groupId}/meetings`, { body: { date: on }, key: `${key}-m` }));
  return send<MeetingView>('PUT', `/meetings/${target.id}/register`, {
    body: register,
    key,
    ...(isTold(target) ? { version: target.version } : {}),
  });
}
