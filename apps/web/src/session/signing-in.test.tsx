import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer } from '../api/a-server.test-support.js';
import { appRouter } from '../app.js';
import { Announcer } from '../ui/announcer.js';
import { aSession } from '../ui/on-a-page.test-support.js';

/** The router sends a stranger to the sign-in page with an answer of the browser's kind, which jsdom has not got. */
class Answer {
  readonly status: number;
  readonly headers: Headers;
  constructor(_body: unknown, { status = 200, headers = {} }: ResponseInit = {}) {
    this.status = status;
    this.headers = new Headers(headers);
  }
}
Object.assign(globalThis, { Response: globalThis.Response ?? Answer });

/** The first page brings its code with it, which a busy machine takes its time over. */
const FIRST_PAGE = { timeout: 8_000 };

/** The whole product in front of a server that knows nobody until they have signed in. */
function theProduct() {
  let known = false;
  aServer(({ path, method }) => {
    if (path !== '/api/session') return { body: { items: [], nextCursor: null } };
    known ||= method === 'POST';
    return known ? { body: aSession() } : { status: 401 };
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <Announcer>
        <RouterProvider router={appRouter(queries)} />
      </Announcer>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('signing in brings the pages, the demo and the way out, without loading the page again', async () => {
  const user = theProduct();
  await user.type(await screen.findByLabelText('Email address', {}, FIRST_PAGE), 'priya@example.org');
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull();
  await user.type(screen.getByLabelText('Password'), 'a password');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));

  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Sign out' })).toBeTruthy();
  expect(screen.getByText('This is a demo.')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'No group needs you today' })).toBeTruthy();
}, 15_000);
