import { queryOptions } from '@tanstack/react-query';
import type { StartTrial, SwitchOn, TrialsView, TrialView } from '@followon/shared/contract/trials';
import { get, send } from '../api/client.js';

export const trialsQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['nudge-trials', siteId],
    queryFn: () => get<TrialsView>('/nudge-trials', { site: siteId }),
  });

export const startTrial = (body: StartTrial, key: string): Promise<TrialView> =>
  send<TrialView>('POST', '/nudge-trials', { body, key });

export const stopTrial = (id: string, key: string): Promise<TrialView> =>
  send<TrialView>('POST', `/nudge-trials/${id}/stop`, { body: {}, key });

export interface SwitchingOn extends SwitchOn {
  readonly id: string;
}
export const switchOn = ({ id, ...body }: SwitchingOn, key: string): Promise<TrialView> =>
  send<TrialView>('POST', `/nudge-trials/${id}/switch-on`, { body, key });
