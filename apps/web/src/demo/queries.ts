import { queryOptions } from '@tanstack/react-query';
import type { TraceView } from '@followon/shared/contract/ledger';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { get, send } from '../api/client.js';

export const demoQueries = {
  trace: (event: string) =>
    queryOptions({
      queryKey: ['trace', event],
      queryFn: () => get<TraceView>(`/events/${event}/trace`),
      staleTime: Infinity,
    }),
  outbox: () =>
    queryOptions({
      queryKey: ['outbox'],
      queryFn: () => get<Page<OutboxMessage>>('/demo/outbox', { limit: 100 }),
    }),
};

/** Moves the demo's clock; the answer comes when every sweep and message of those days is done. */
export const advance = (advanceDays: number): Promise<{ readonly now: string }> =>
  send('POST', '/demo/clock', { body: { advanceDays } });
