import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  AlertDetail,
  AlertFeedbackView,
  AlertVerdict,
  AlertView,
  ResolveAlert,
} from '@followon/shared/contract/alerts';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

/** What the inbox can be narrowed to; it lives in the address. Without a state: what needs somebody. */
export interface AlertFilters {
  readonly state?: AlertView['state'] | undefined;
  readonly cause?: AlertView['cause'] | undefined;
  readonly site?: string | undefined;
}

const PAGE = 50;

const inboxPage = ({ state, ...others }: AlertFilters, cursor: string | undefined) =>
  get<Page<AlertView>>('/alerts', {
    ...others,
    state,
    needsYou: state === undefined ? 'true' : undefined,
    cursor,
    limit: PAGE,
  });

export const alertQueries = {
  /** Every alert that somebody may still do something about. */
  standing: () =>
    queryOptions({
      queryKey: ['alerts', 'standing'],
      queryFn: async () => {
        const states = ['open', 'acknowledged'] as const;
        const pages = await Promise.all(
          states.map((state) => get<Page<AlertView>>('/alerts', { state, limit: 200 })),
        );
        return pages.flatMap((page) => page.items);
      },
    }),
  inbox: (filters: AlertFilters) =>
    infiniteQueryOptions({
      queryKey: ['alerts', 'inbox', filters],
      queryFn: ({ pageParam }) => inboxPage(filters, pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  one: (id: string) =>
    queryOptions({ queryKey: ['alerts', 'one', id], queryFn: () => get<AlertDetail>(`/alerts/${id}`) }),
  ofGroup: (group: string) =>
    queryOptions({
      queryKey: ['alerts', group],
      queryFn: () => get<Page<AlertView>>('/alerts', { group, limit: 50 }),
    }),
  /** What people of a site said of its alerts, by rule. */
  verdicts: (site: string) =>
    queryOptions({
      queryKey: ['alert-feedback', site],
      queryFn: () => get<AlertFeedbackView>('/alert-feedback', { site }),
    }),
};

/** What a person does about an alert, in one press or two. */
export type AlertAct =
  | { readonly what: 'take' }
  | { readonly what: 'snooze'; readonly until: string }
  | { readonly what: 'close'; readonly answer: ResolveAlert };

export function sendAct(id: string, act: AlertAct, key: string): Promise<AlertView> {
  if (act.what === 'take') return send('POST', `/alerts/${id}/acknowledge`, { body: {}, key });
  if (act.what === 'snooze') return send('POST', `/alerts/${id}/snooze`, { body: { until: act.until }, key });
  return send('POST', `/alerts/${id}/resolve`, { body: act.answer, key });
}

export const giveVerdict = (id: string, verdict: AlertVerdict, key: string): Promise<AlertView> =>
  send('POST', `/alerts/${id}/feedback`, { body: { verdict }, key });
