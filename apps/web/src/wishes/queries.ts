import { queryOptions } from '@tanstack/react-query';
import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import type { AccessNeeds, WishesChange, WishesView } from '@followon/shared/contract/wishes';
import { get, send } from '../api/client.js';

export const ownWishes = queryOptions({
  queryKey: ['wishes'],
  queryFn: () => get<WishesView>('/wishes'),
});

export const changeWishes = (change: WishesChange, version: number): Promise<WishesView> =>
  send<WishesView>('PUT', '/wishes', { body: change, version });

const pathOf = (groupId: string, memberId: string) => `/groups/${groupId}/members/${memberId}/wishes`;

/** The list of a group's names, which says who wants messages. */
export const membersKey = (groupId: string) => ['groups', groupId, 'members'];

/** What a member would like: only a contact person of their group is given it. */
export const memberWishes = (groupId: string, memberId: string) =>
  queryOptions({
    queryKey: [...membersKey(groupId), memberId, 'wishes'],
    queryFn: () => get<MemberWishesView>(pathOf(groupId, memberId)),
  });

export const changeMemberWishes = (
  groupId: string,
  said: { readonly memberId: string; readonly change: WishesChange; readonly version: number },
): Promise<MemberWishesView> =>
  send('PUT', pathOf(groupId, said.memberId), { body: said.change, version: said.version });

/** How many people of a site need another form of message. */
export const accessNeeds = (site: string) =>
  queryOptions({
    queryKey: ['wishes', 'needs', site],
    queryFn: () => get<AccessNeeds>('/wishes/needs', { site }),
  });
