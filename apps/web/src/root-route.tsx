import type { QueryClient } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect, useLocation } from '@tanstack/react-router';
import { NotFoundPage } from './about/not-found-page.js';
import { sessionQuery } from './api/session.js';
import { DemoBar } from './demo/demo-bar.js';
import { LinkFrame } from './links/link-frame.js';
import { Frame } from './session/frame.js';

/** A page that is opened by link stands alone: who is signed in here does not matter, and is not asked. */
function Shell() {
  const isByLink = useLocation({ select: ({ pathname }) => pathname === '/l' });
  return isByLink ? <LinkFrame /> : <SignedInShell />;
}

function SignedInShell() {
  const { data } = useQuery(sessionQuery);
  return (
    <Frame session={data ?? null} bar={data?.mode === 'demo' ? <DemoBar now={data.now} signedIn /> : null} />
  );
}

export const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

/** Everything below asks first who is there. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { then: location.href } });
  },
});
