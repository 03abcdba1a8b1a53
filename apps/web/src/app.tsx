import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { dailyRoutes } from './daily-routes.js';
import { openRoutes } from './open-routes.js';
import { root, signedIn } from './root-route.js';
import { siteRoutes } from './site-routes.js';
import { Failed, Loading } from './ui/states.js';

const routeTree = root.addChildren([...openRoutes, signedIn.addChildren([...dailyRoutes, ...siteRoutes])]);

/** The pages and their addresses. Filters are typed and live in the address; Back always works. */
export const appRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPendingComponent: () => <Loading isPage />,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} again={reset} isPage />,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof appRouter>;
  }
}
