import { queryOptions } from '@tanstack/react-query';
import type {
  HandoverSummary,
  HandoverTaskView,
  HandoverView,
  TaskPatch,
} from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

export const handoverQueries = {
  myTasks: () =>
    queryOptions({
      queryKey: ['handovers', 'my-tasks'],
      queryFn: () => get<Page<HandoverTaskView>>('/handover-tasks', { mine: 'true', limit: 100 }),
    }),
  one: (id: string) =>
    queryOptions({ queryKey: ['handovers', id], queryFn: () => get<HandoverView>(`/handovers/${id}`) }),
  late: () =>
    queryOptions({
      queryKey: ['handovers', 'late'],
      queryFn: () => get<Page<HandoverSummary>>('/handovers', { late: 'true', limit: 200 }),
    }),
  /** Those of the reader's own that wait to be taken on. */
  signedOff: () =>
    queryOptions({
      queryKey: ['handovers', 'signed-off'],
      queryFn: () =>
        get<Page<HandoverSummary>>('/handovers', { state: 'signed-off', mine: 'true', limit: 50 }),
    }),
};

export interface TaskAct {
  readonly task: Pick<HandoverTaskView, 'id' | 'version'>;
  readonly patch: TaskPatch;
}

export const changeTask = ({ task, patch }: TaskAct, key: string): Promise<HandoverTaskView> =>
  send('PATCH', `/handover-tasks/${task.id}`, { body: patch, key, version: task.version });

export type Ending = 'sign-off' | 'accept';

/** The two sides of a handover: the clinician lets go, the volunteer takes it on. */
export const endHandover = (id: string, ending: Ending, key: string): Promise<HandoverView> =>
  send('POST', `/handovers/${id}/${ending}`, { body: {}, key });
