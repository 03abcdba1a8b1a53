import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@followon/shared/contract/page';
import type { NewProgramme, ProgrammeView } from '@followon/shared/contract/programmes';
import type { AskVolunteer, VolunteerRequestView, VolunteerView } from '@followon/shared/contract/volunteers';
import { get, send } from '../api/client.js';

export interface ProgrammeFilters {
  readonly state?: ProgrammeView['state'] | undefined;
  readonly site?: string | undefined;
}

export const programmeQueries = {
  list: (filters: ProgrammeFilters) =>
    queryOptions({
      queryKey: ['programmes', 'list', filters],
      queryFn: () => get<Page<ProgrammeView>>('/programmes', { ...filters, limit: 200 }),
    }),
  volunteers: (site: string) =>
    queryOptions({
      queryKey: ['programmes', 'volunteers', site],
      queryFn: () => get<Page<VolunteerView>>('/volunteers', { site, limit: 200 }),
    }),
  asked: (id: string) =>
    queryOptions({
      queryKey: ['programmes', 'asked', id],
      queryFn: () => get<Page<VolunteerRequestView>>(`/programmes/${id}/volunteers`),
    }),
  one: (id: string) =>
    queryOptions({ queryKey: ['programmes', id], queryFn: () => get<ProgrammeView>(`/programmes/${id}`) }),
};

/** Asks somebody to go with a programme, or to stand in. */
export const askVolunteer = (id: string, body: AskVolunteer, key: string): Promise<VolunteerRequestView> =>
  send('POST', `/programmes/${id}/volunteers`, { body, key });

export const withdrawQuestion = (id: string, key: string): Promise<VolunteerRequestView> =>
  send('POST', `/volunteer-requests/${id}/withdraw`, { body: {}, key });

export const finishProgramme = (id: string, finishedOn: string, key: string): Promise<ProgrammeView> =>
  send('POST', `/programmes/${id}/finish`, { body: { finishedOn }, key });

/** Another day for the last session. */
export const moveLastSession = (
  { id, version }: Pick<ProgrammeView, 'id' | 'version'>,
  lastSessionOn: string,
  key: string,
): Promise<ProgrammeView> => send('PATCH', `/programmes/${id}`, { body: { lastSessionOn }, key, version });

export const addProgramme = (programme: NewProgramme, key: string): Promise<ProgrammeView> =>
  send('POST', '/programmes', { body: programme, key });
