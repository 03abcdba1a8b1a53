import type { LinkView } from '@followon/shared/contract/links';
import type { WishesView } from '@followon/shared/contract/wishes';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { LinkScreen } from '../link-screen.js';
import { Announcer } from '../ui/announcer.js';

const NOW = '2026-11-24T10:00:00.000Z';
let token = 0;

beforeEach(() => {
  token += 1;
  window.history.replaceState(null, '', `/l#wishes-${token}`);
});
afterEach(cleanup);

const wishes = (told: Partial<WishesView> = {}): WishesView => ({
  version: 0,
  purposes: [
    { purpose: 'meeting-reminder', wants: true },
    { purpose: 'something-new', wants: true },
  ],
  channels: [{ channel: 'sms', wants: true }],
  ...{ language: 'en', format: 'standard', hours: 'any', quietWeekdays: [] },
  ...{ badUntil: null, pausedUntil: null, stoppedAt: null, addresses: [], today: '2026-11-24' },
  ...told,
});

const link = (action: 'preferences' | 'stop', told: Partial<LinkView> = {}): LinkView => ({
  ...{ action, state: 'ready', choices: [], fields: [], asks: [], notYet: [], happened: null },
  ...{ undoUntil: null, wishes: wishes(), now: NOW },
  subject: { title: '', key: 'meeting-reminder', why: null, about: null, dueOn: null, on: null },
  ...told,
});

function show(answer: (asked: Asked) => { status?: number; body?: unknown }) {
  const server = aServer(answer);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Announcer>
        <LinkScreen />
      </Announcer>
    </QueryClientProvider>,
  );
  return { ...server, user: userEvent.setup() };
}

const isOpening = ({ path }: Asked): boolean => path === '/api/links/open';

describe('my messages, by link', () => {
  test('are said in words a person knows, and each tick is saved at once', async () => {
    const off = wishes({ version: 1, purposes: [{ purpose: 'meeting-reminder', wants: false }] });
    const { asked, user } = show((request) => ({
      body: link('preferences', isOpening(request) ? {} : { wishes: off }),
    }));
    await user.click(await screen.findByRole('checkbox', { name: 'Dates of meetings' }));
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(asked[1]?.body).toMatchObject({ purposes: { 'meeting-reminder': false } });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Dates of meetings' }).checked).toBe(false);
    expect(screen.queryByText(/something-new/)).toBeNull();
  });

  test('stop with one tap and start with another; while they are stopped nothing else is asked', async () => {
    const stopped = link('preferences', { wishes: wishes({ stoppedAt: NOW }) });
    const { asked, user } = show((request) => {
      const stops = (request.body as { stopAll?: boolean }).stopAll === true;
      return { body: stops ? stopped : link('preferences') };
    });
    await user.click(await screen.findByRole('button', { name: 'Stop everything' }));
    expect(await screen.findByText('Everything is stopped.')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo: start again' }));
    await screen.findByRole('checkbox', { name: 'Dates of meetings' });
    expect(asked[2]?.body).toMatchObject({ stopAll: false });
  });

  test('why something cannot be is said in the words of the server', async () => {
    const message = 'Write a phone number, like 07700 900123.';
    const { user } = show((request) =>
      isOpening(request)
        ? { body: link('preferences') }
        : { status: 400, body: { title: 'x', errors: [{ path: 'address', message }] } },
    );
    await user.type(await screen.findByRole('textbox', { name: 'Mobile number' }), 'call me');
    await user.click(screen.getByRole('button', { name: 'Keep this number' }));
    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(screen.queryByText('Saved')).toBeNull();
  });
});

test('where letters go is asked in the words of an envelope, and a refusal keeps what was typed', async () => {
  const message = 'Write a postcode, like BS1 4ND.';
  const { asked, user } = show((request) =>
    isOpening(request)
      ? { body: link('preferences', { wishes: wishes({ format: 'paper' }) }) }
      : { status: 400, body: { title: 'x', errors: [{ path: 'address.address.postcode', message }] } },
  );
  await user.type(await screen.findByRole('textbox', { name: 'Address' }), '7 Invented Row');
  await user.type(screen.getByRole('textbox', { name: 'Postcode' }), 'Avonside');
  await user.click(screen.getByRole('button', { name: 'Keep this address' }));
  expect((await screen.findByRole('alert')).textContent).toBe(message);
  const address = { lines: ['7 Invented Row'], postcode: 'Avonside' };
  expect(asked[1]?.body).toMatchObject({ address: { channel: 'letter', address } });
  expect(screen.getByDisplayValue('7 Invented Row')).toBeTruthy();
});

test('a link to stop has stopped nothing yet, says what it would stop, and takes it back', async () => {
  const choices = ['stop', 'stop-all', 'pause'];
  const done = link('stop', {
    choices: ['undo', 'stop-all', 'pause'],
    happened: { what: 'stop', at: NOW, count: null },
  });
  const { asked, user } = show((request) => ({
    body: (request.body as { choice?: string }).choice === 'stop' ? done : link('stop', { choices }),
  }));
  expect(await screen.findByText('This message was about: Dates of meetings.')).toBeTruthy();
  expect(asked).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Stop these messages' }));
  expect(await screen.findByText('These messages are stopped.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Stop everything' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo: keep them coming' }));
  expect(await screen.findByRole('button', { name: 'Stop these messages' })).toBeTruthy();
  expect(asked.map(({ body }) => (body as { choice?: string }).choice)).toEqual([undefined, 'stop', 'undo']);
});
