import { queryOptions } from '@tanstack/react-query';
import type {
  ChooseRoute,
  ForecastView,
  InterestCounts,
  InterestView,
  NewWish,
  WishTaken,
} from '@followon/shared/contract/carrying-on';
import type { HandoverView } from '@followon/shared/contract/handovers';
import { get, send } from '../api/client.js';

export const carryingOnQueries = {
  interest: (programmeId: string) =>
    queryOptions({
      queryKey: ['programmes', programmeId, 'interest'],
      queryFn: () => get<InterestView>(`/programmes/${programmeId}/interest`),
    }),
  forecast: (programmeId: string) =>
    queryOptions({
      queryKey: ['programmes', programmeId, 'forecast'],
      queryFn: () => get<ForecastView>(`/programmes/${programmeId}/forecast`),
    }),
  handover: (id: string) =>
    queryOptions({ queryKey: ['handovers', id], queryFn: () => get<HandoverView>(`/handovers/${id}`) }),
};

export interface Counted {
  readonly programmeId: string;
  readonly counts: InterestCounts;
  /** The counts that were seen when these were typed; 0: there were none. */
  readonly version: number;
}

export const saveCounts = ({ programmeId, counts, version }: Counted, key: string): Promise<InterestView> =>
  send('PUT', `/programmes/${programmeId}/interest`, { body: counts, key, version });

export const addWish = (programmeId: string, wish: NewWish, key: string): Promise<WishTaken> =>
  send('POST', `/programmes/${programmeId}/wishes`, { body: wish, key });

export interface Choosing {
  readonly handover: Pick<HandoverView, 'id' | 'version'>;
  readonly choice: ChooseRoute;
}

export const chooseRoute = ({ handover, choice }: Choosing, key: string): Promise<HandoverView> =>
  send('POST', `/handovers/${handover.id}/route`, { body: choice, key, version: handover.version });
