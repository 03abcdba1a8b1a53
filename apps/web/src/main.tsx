import { hashKey, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listen } from './api/live.js';
import { Problem } from './api/problem.js';
import { sessionQuery } from './api/session.js';
import { appRouter } from './app.js';
import { Announcer } from './ui/announcer.js';
import { InLanguage, speakAsRemembered } from './ui/language.js';
import './styles/main.scss';

const FRESH_MS = 15_000;
const RETRIES = 2;

/** A lost answer is asked for again; a refusal is an answer. */
const askAgain = (count: number, error: Error): boolean =>
  count < RETRIES && !(error instanceof Problem && error.status >= 400 && error.status < 500);

/** Signed out meanwhile: the page asks for a sign-in and comes back to where it was. */
const signedOut = (error: Error): void => {
  if (!(error instanceof Problem) || error.status !== 401) return;
  queries.setQueryData(sessionQuery.queryKey, null);
  void router.invalidate();
};

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  defaultOptions: { queries: { retry: askAgain, staleTime: FRESH_MS } },
});
const router = appRouter(queries);

/** Listens only while somebody is signed in, and stops when they leave. */
let stop: (() => void) | undefined;
queries.getQueryCache().subscribe(({ query }) => {
  if (query.queryHash !== hashKey(sessionQuery.queryKey)) return;
  const signedIn = Boolean(query.state.data);
  if (signedIn && !stop) stop = listen(queries);
  if (!signedIn && stop) {
    stop();
    stop = undefined;
  }
});

const draw = (place: HTMLElement): void =>
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Announcer>
          <InLanguage>
            <RouterProvider router={router} />
          </InLanguage>
        </Announcer>
      </QueryClientProvider>
    </StrictMode>,
  );

const place = document.getElementById('root');
if (place) void speakAsRemembered().then(() => draw(place));
