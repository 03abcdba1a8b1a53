import type { SessionView } from '@followon/shared/contract/session';
import { afterEach, expect, jest, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer } from '../api/a-server.test-support.js';
import { sessionQuery } from '../api/session.js';
import { RoomLink } from './room-link.js';

afterEach(cleanup);

const link = {
  href: 'https://followon.example/l#abc',
  expiresAt: '2026-12-05T00:00:00.000Z',
  svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
};

function show(actions: SessionView['actions']) {
  const server = aServer(() => ({ body: link }));
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, {
    ...{ accountId: 'a', displayName: 'Priya', memberships: [], actions, ownGroupIds: [] },
    ...{ mode: 'live', now: '2026-11-24T10:00:00.000Z' },
  });
  render(
    <QueryClientProvider client={queries}>
      <RoomLink programmeId="p" />
    </QueryClientProvider>,
  );
  return { ...server, user: userEvent.setup() };
}

test('whoever counts wishes makes a sheet for the room, and prints it', async () => {
  const print = jest.fn();
  window.print = print;
  const { asked, user } = show(['record-interest']);
  await user.click(screen.getByText('A link for the room'));
  await user.click(screen.getByRole('button', { name: 'Make the link' }));
  const picture = await screen.findByRole<HTMLImageElement>('img');
  expect(picture.src).toContain('data:image/svg+xml');
  expect(screen.getByText(link.href)).toBeTruthy();
  expect(screen.getByText(/until Friday 4 December/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledTimes(1);
  expect(asked).toMatchObject([{ method: 'POST', path: '/api/programmes/p/wish-link' }]);
});

test('nobody else is offered one', () => {
  show(['see-programme']);
  expect(screen.queryByText('A link for the room')).toBeNull();
});
