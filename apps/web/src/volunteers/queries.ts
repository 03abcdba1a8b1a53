import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@followon/shared/contract/page';
import type {
  AnswerRequest,
  BreakCover,
  BreakView,
  NewBreak,
  VolunteerPatch,
  VolunteerRequestView,
  VolunteerView,
} from '@followon/shared/contract/volunteers';
import { get, send } from '../api/client.js';

/** The first word of a key is the one that live news of its stream refreshes. */
export const volunteerQueries = {
  list: () =>
    queryOptions({
      queryKey: ['programmes', 'volunteers', 'all'],
      queryFn: () => get<Page<VolunteerView>>('/volunteers', { limit: 200 }),
    }),
  askedOfMe: () =>
    queryOptions({
      queryKey: ['programmes', 'asked-of-me'],
      queryFn: () => get<Page<VolunteerRequestView>>('/volunteer-requests', { mine: 'true', state: 'asked' }),
    }),
  declined: () =>
    queryOptions({
      queryKey: ['programmes', 'declined'],
      queryFn: () => get<Page<VolunteerRequestView>>('/volunteer-requests', { state: 'declined', limit: 20 }),
    }),
  breaks: () =>
    queryOptions({
      queryKey: ['sites', 'breaks'],
      queryFn: () => get<Page<BreakView>>('/volunteer-breaks'),
    }),
  cover: (site: string, weeks: number) =>
    queryOptions({
      queryKey: ['handovers', 'cover', site, weeks],
      queryFn: () => get<BreakCover>('/volunteer-breaks/cover', { site, weeks }),
    }),
};

export const changeVolunteer = (id: string, patch: VolunteerPatch, key: string): Promise<VolunteerView> =>
  send('PATCH', `/volunteers/${id}`, { body: patch, key });

export const answerRequest = (id: string, body: AnswerRequest, key: string): Promise<VolunteerRequestView> =>
  send('POST', `/volunteer-requests/${id}/answer`, { body, key });

export const takeBreak = (body: NewBreak, key: string): Promise<BreakView> =>
  send('POST', '/volunteer-breaks', { body, key });

export const endBreak = (id: string, key: string): Promise<BreakView> =>
  send('DELETE', `/volunteer-breaks/${id}`, { key });
