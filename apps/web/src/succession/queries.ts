import { queryOptions } from '@tanstack/react-query';
import type { GroupRoleView, MemberView } from '@followon/shared/contract/groups';
import type { Page } from '@followon/shared/contract/page';
import type {
  AnswerRoleOffer,
  AskedRoleView,
  NewRoleOffer,
  RoleOfferView,
  SuccessionPage,
} from '@followon/shared/contract/succession';
import type { VolunteerView } from '@followon/shared/contract/volunteers';
import { get, send } from '../api/client.js';

export const successionQueries = {
  roles: (groupId: string) =>
    queryOptions({
      queryKey: ['groups', groupId, 'roles'],
      queryFn: () => get<Page<GroupRoleView>>(`/groups/${groupId}/roles`, { limit: 50 }),
    }),
  /** Questions that wait for an answer. */
  offers: (groupId: string) =>
    queryOptions({
      queryKey: ['groups', groupId, 'role-offers'],
      queryFn: () => get<Page<RoleOfferView>>(`/groups/${groupId}/role-offers`, { limit: 50 }),
    }),
  /** Whom a contact person may ask. */
  members: (groupId: string) =>
    queryOptions({
      queryKey: ['groups', groupId, 'members'],
      queryFn: () => get<Page<MemberView>>(`/groups/${groupId}/members`, { limit: 200 }),
    }),
  /** Whom a lead may ask to stand beside a group. */
  volunteers: (site: string) =>
    queryOptions({
      queryKey: ['programmes', 'volunteers', site],
      queryFn: () => get<Page<VolunteerView>>('/volunteers', { site, limit: 200 }),
    }),
  /** What the reader is asked to be. */
  asked: () =>
    queryOptions({
      queryKey: ['roles-asked'],
      queryFn: () => get<Page<AskedRoleView>>('/role-offers', { limit: 50 }),
    }),
  /** Groups that look for a contact person, the nearest day first. */
  looking: () =>
    queryOptions({
      queryKey: ['successions'],
      queryFn: () => get<SuccessionPage>('/successions', { limit: 50 }),
    }),
};

/** What changes with a role: the group, the questions, the lists, and what its holder may see. */
export const refreshes = ['groups', 'roles-asked', 'successions', 'handovers', 'session'] as const;

export const offerRole = (groupId: string, offer: NewRoleOffer, key: string): Promise<RoleOfferView> =>
  send('POST', `/groups/${groupId}/role-offers`, { body: offer, key });

export const withdrawOffer = (id: string, key: string): Promise<RoleOfferView> =>
  send('POST', `/role-offers/${id}/withdraw`, { body: {}, key });

export const answerOffer = (
  id: string,
  answer: AnswerRoleOffer['answer'],
  key: string,
): Promise<RoleOfferView> => send('POST', `/role-offers/${id}/answer`, { body: { answer }, key });

/** A day that was told is taken back. */
export const stay = ({ id, groupId }: { id: string; groupId: string }, key: string): Promise<GroupRoleView> =>
  send('DELETE', `/groups/${groupId}/roles/${id}/step-down`, { key });

/** `on`: the last day; left out: today. */
export const stepDown = (
  { id, groupId, on }: { id: string; groupId: string; on: string | undefined },
  key: string,
): Promise<GroupRoleView> =>
  send('POST', `/groups/${groupId}/roles/${id}/step-down`, { body: on ? { on } : {}, key });
