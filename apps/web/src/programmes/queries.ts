import { queryOptions } from '@tanstack/react-query';
import type { Page } from '@followon/shared/contract/page';
import type { NewProgramme, ProgrammeView } from '@followon/shared/contract/programmes';
import type { VolunteerView } from '@followon/shared/contract/volunteers';
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
  one: (id: string) =>
    queryOptions({ queryKey: ['programmes', id], queryFn: () => get<ProgrammeView>(`/programmes/${id}`) }),
};

/** Names the patient tutor volunteer who goes with a programme. */
export const nameVolunteer = (
  { id, version }: Pick<ProgrammeView, 'id' | 'version'>,
  ptvAccountId: string,
  key: string,
): Promise<ProgrammeView> => send('PATCH', `/programmes/${id}`, { body: { ptvAccountId }, key, version });

export const finishProgramme = (id: string, finishedOn: string, key: string): Promise<ProgrammeView> =>
  send('POST', `/programmes/${id}/finish`, { body: { finishedOn }, key });

export const addProgramme = (programme: NewProgramme, key: string): Promise<ProgrammeView> =>
  send('POST', '/programmes', { body: programme, key });
