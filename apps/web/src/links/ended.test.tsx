import { afterEach, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer } from '../api/a-server.test-support.js';
import { LinkScreen } from '../link-screen.js';
import { Announcer } from '../ui/announcer.js';
import { LinkLanguageChoice } from './link-language-choice.js';

afterEach(cleanup);

test('a link that has ended knows nobody’s language, so Welsh is one tap away', async () => {
  window.history.replaceState(null, '', '/l#ended');
  aServer(() => ({ status: 404 }));
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Announcer>
        <LinkLanguageChoice />
        <LinkScreen />
      </Announcer>
    </QueryClientProvider>,
  );
  expect(screen.queryByRole('button', { name: 'Cymraeg' })).toBeNull();
  await screen.findByRole('heading', { name: 'This link does not work' });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Cymraeg' }));
  const title = await screen.findByRole('heading', { name: 'Nid yw’r ddolen hon yn gweithio' });
  expect(title.closest('[lang]')?.getAttribute('lang')).toBe('cy');
  expect(screen.getByRole('button', { name: 'English' })).toBeTruthy();
});
