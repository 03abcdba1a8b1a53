import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { SessionView } from '@followon/shared/contract/session';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { Suspense, type ReactNode } from 'react';
import { sessionQuery } from '../api/session.js';
import { Announcer } from './announcer.js';

window.scrollTo = () => undefined;

export const NOW = '2026-11-24T09:12:00.000Z';

/** For tests: a clinician at Avonside, unless told otherwise. */
export const aSession = (told: Partial<SessionView> = {}): SessionView => ({
  accountId: 'me',
  displayName: 'Priya',
  memberships: [{ siteId: 'avonside', siteName: 'Avonside', role: 'clinician' }],
  actions: ['see-groups', 'see-alerts', 'see-nudges', 'see-programmes'],
  ownGroupIds: [],
  mode: 'demo',
  now: NOW,
  ...told,
});

/** For tests: shows a part as it stands on a page of ours, with somebody signed in. */
export function onAPage(part: ReactNode, session: SessionView = aSession()): UserEvent {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  queries.setQueryData(sessionQuery.queryKey, session);
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '$', component: () => part });
  const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() });
  render(
    <QueryClientProvider client={queries}>
      <Announcer>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </Announcer>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}
