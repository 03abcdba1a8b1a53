import { queryOptions } from '@tanstack/react-query';
import type { HandoverFigures } from '@followon/shared/contract/handover-figures';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import type { Reassign, ReassignView } from '@followon/shared/contract/reassign';
import type { VolunteerView } from '@followon/shared/contract/volunteers';
import { get, send } from '../api/client.js';

export const runningQueries = {
  figures: () =>
    queryOptions({
      queryKey: ['handovers', 'figures'],
      queryFn: () => get<HandoverFigures>('/handover-figures'),
    }),
  /** What is still to do comes first. */
  tasks: () =>
    queryOptions({
      queryKey: ['handovers', 'tasks-of-sites'],
      queryFn: () => get<Page<HandoverTaskView>>('/handover-tasks', { limit: 200 }),
    }),
  volunteers: () =>
    queryOptions({
      queryKey: ['programmes', 'volunteers', 'all'],
      queryFn: () => get<Page<VolunteerView>>('/volunteers', { limit: 200 }),
    }),
};

export const reassign = (body: Reassign, key?: string): Promise<ReassignView> =>
  send('POST', '/handover-tasks/reassign', { body, ...(key ? { key } : {}) });
