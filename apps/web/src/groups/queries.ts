import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { GroupRoleView, GroupSummary, GroupView, MemberView } from '@followon/shared/contract/groups';
import type { GroupHealthView, GroupReportView, ReportKind } from '@followon/shared/contract/health';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

/** What the groups list can be narrowed to; it lives in the address. */
export interface GroupFilters {
  readonly site?: string | undefined;
  readonly level?: 'steady' | 'fading' | 'at-risk' | undefined;
  readonly state?: GroupSummary['state'] | undefined;
  readonly q?: string | undefined;
  readonly needsYou?: 'true' | undefined;
  readonly own?: 'true' | undefined;
  readonly registersMissing?: 'true' | undefined;
}

export const groupQueries = {
  needingYou: () =>
    queryOptions({
      queryKey: ['groups', 'needing-you'],
      queryFn: () => get<Page<GroupSummary>>('/groups', { needsYou: 'true', limit: 100 }),
    }),
  own: () =>
    queryOptions({
      queryKey: ['groups', 'own'],
      queryFn: () => get<Page<GroupSummary>>('/groups', { own: 'true', limit: 50 }),
    }),
  list: (filters: GroupFilters) =>
    infiniteQueryOptions({
      queryKey: ['groups', 'list', filters],
      queryFn: ({ pageParam }) =>
        get<Page<GroupSummary>>('/groups', { ...filters, cursor: pageParam, limit: 50 }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  one: (id: string) =>
    queryOptions({ queryKey: ['groups', id], queryFn: () => get<GroupView>(`/groups/${id}`) }),
  roles: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'roles'],
      queryFn: () => get<Page<GroupRoleView>>(`/groups/${id}/roles`, { limit: 50 }),
    }),
  /** Names: only a contact person of the group is given any. */
  members: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'members'],
      queryFn: () => get<Page<MemberView>>(`/groups/${id}/members`, { limit: 200 }),
    }),
  /** What the group said about itself: what still stands, then the rest, each newest first. */
  reports: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'reports'],
      queryFn: () => get<Page<GroupReportView>>(`/groups/${id}/reports`, { limit: 20 }),
    }),
  health: (id: string) =>
    queryOptions({
      queryKey: ['groups', id, 'health'],
      queryFn: () => get<GroupHealthView>(`/groups/${id}/health`),
    }),
};

/** No message to anybody of the group, or messages again: its contact people's word. */
export const switchMessages = (
  { id, version }: Pick<GroupView, 'id' | 'version'>,
  messagesOff: boolean,
  key: string,
): Promise<GroupView> => send('PATCH', `/groups/${id}`, { body: { messagesOff }, version, key });

/** New people may come, or the group stays as it is: its own people's word. */
export const welcomeNew = (
  { id, version }: Pick<GroupView, 'id' | 'version'>,
  welcomesNew: boolean,
  key: string,
): Promise<GroupView> => send('PATCH', `/groups/${id}`, { body: { welcomesNew }, version, key });

/** One tap: what is said, or which of it is over. */
export type Telling = { readonly say: ReportKind } | { readonly settle: string };

/** Something the group says about itself, or that it is over. */
export const tell = (id: string, telling: Telling, key: string): Promise<GroupReportView> =>
  'say' in telling
    ? send('POST', `/groups/${id}/reports`, { body: { kind: telling.say }, key })
    : send('POST', `/groups/${id}/reports/${telling.settle}/settle`, { body: {}, key });

interface Wish {
  readonly memberId: string;
  readonly wantsMessages: boolean;
}

/** What a member said when somebody asked whether they want messages. */
export const preferMessages = (
  id: string,
  { memberId, wantsMessages }: Wish,
  key: string,
): Promise<MemberView> =>
  send('PUT', `/groups/${id}/members/${memberId}/preferences`, { body: { wantsMessages }, key });
