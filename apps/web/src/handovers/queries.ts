import { queryOptions } from '@tanstack/react-query';
import type { EscalationStage, SkipReason } from '@followon/shared/contract/handover-policy';
import type { HandoverSummary, HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';
import type { Kept } from './kept-acts.js';

export type MyTasksAnswer = Page<HandoverTaskView>;

export const handoverQueries = {
  /** Asked again each minute while something can be undone, so that the offer goes when its ten minutes are over. */
  myTasks: () =>
    queryOptions({
      queryKey: ['handovers', 'my-tasks'],
      queryFn: () => get<MyTasksAnswer>('/handover-tasks', { mine: 'true', limit: 100 }),
      refetchInterval: ({ state }) => (state.data?.items.some(({ undoUntil }) => undoUntil) ? 60_000 : false),
    }),
  one: (id: string) =>
    queryOptions({ queryKey: ['handovers', id], queryFn: () => get<HandoverView>(`/handovers/${id}`) }),
  /** The lists of a group: its programme's, handing a role on, starting again, ending well. */
  ofGroup: (groupId: string) =>
    queryOptions({
      queryKey: ['handovers', 'of-group', groupId],
      queryFn: () => get<Page<HandoverSummary>>('/handovers', { group: groupId, limit: 50 }),
    }),
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

/** Sends one act; the same key again is answered with the first answer. */
export function sendAct({ task, act, key }: Pick<Kept, 'task' | 'act' | 'key'>): Promise<HandoverTaskView> {
  const path = `/handover-tasks/${task.id}`;
  const { version } = task;
  if (act.kind === 'patch') return send('PATCH', path, { body: act.patch, key, version });
  if (act.kind === 'answers') return send('PUT', `${path}/draft`, { body: act.answers, key });
  const body = act.kind === 'later' ? { days: act.days } : act.body;
  return send('POST', `${path}/${act.kind}`, { body, key, version });
}

/** The list with a task as the server now has it, where it stood. */
export const withTask = (
  page: MyTasksAnswer | undefined,
  task: HandoverTaskView,
): MyTasksAnswer | undefined =>
  page && { ...page, items: page.items.map((one) => (one.id === task.id ? task : one)) };

export interface Skipping {
  readonly id: string;
  readonly stage: EscalationStage;
  readonly reason: SkipReason;
}

/** Somebody need not hear of a late task. */
export const skipStage = ({ id, stage, reason }: Skipping, key: string): Promise<HandoverTaskView> =>
  send('POST', `/handover-tasks/${id}/stages/${stage}/skip`, { body: { reason }, key });

export type Ending = 'sign-off' | 'accept';

/** The two sides of a handover: the clinician lets go, the volunteer takes it on. */
export const endHandover = (id: string, ending: Ending, key: string): Promise<HandoverView> =>
  send('POST', `/handovers/${id}/${ending}`, { body: {}, key });
