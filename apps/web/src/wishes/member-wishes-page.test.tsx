import type { MemberWishesView } from '@followon/shared/contract/member-wishes';
import type { WishesView } from '@followon/shared/contract/wishes';
import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { MemberWishesPage } from './member-wishes-page.js';

const wishes = (told: Partial<WishesView> = {}): WishesView => ({
  version: 2,
  purposes: [
    { purpose: 'meeting-reminder', wants: false },
    { purpose: 'missed-you', wants: false },
  ],
  channels: [{ channel: 'letter', wants: true }],
  ...{ language: 'en', format: 'standard', hours: 'any', quietWeekdays: [] },
  ...{ badUntil: null, pausedUntil: null, stoppedAt: null, addresses: [], today: '2026-11-24' },
  ...told,
});
const nothingOwn = { stopped: false, paused: false, purposes: [], channels: [] };
const jo = (told: Partial<MemberWishesView> = {}): MemberWishesView => ({
  member: { id: 'jo', displayName: 'Jo' },
  group: { id: 'quay', name: 'Thursday group, Quay' },
  ...{ closed: null, wishes: wishes(), own: nothingOwn, version: 2 },
  ...told,
});
const saved = (told: Partial<WishesView>): MemberWishesView =>
  jo({ version: 3, wishes: wishes({ version: 3, ...told }) });

function show(answer: (asked: Asked) => { status?: number; body?: unknown }) {
  const server = aServer(answer);
  const page = <MemberWishesPage groupId="quay" memberId="jo" />;
  return { ...server, user: onAPage(page, aSession({ ownGroupIds: ['quay'] })) };
}

test('speaks of the member by name, and never of them to the browser’s history', async () => {
  show(() => ({ body: jo() }));
  expect(await screen.findByRole('heading', { level: 1, name: 'What Jo would like' })).toBeTruthy();
  expect(
    screen.getByText(/^Only write what Jo told you\. They can change it any time from a message\./),
  ).toBeTruthy();
  for (const name of ['What Jo gets', 'How Jo gets it', 'When Jo gets it', 'Where we can reach Jo'])
    expect(screen.getByRole('heading', { name })).toBeTruthy();
  expect(
    screen.getByRole('checkbox', { name: 'A friendly word when Jo has not been for a while' }),
  ).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/\b(you get|your group|for you)\b/i);
  expect(document.title).toBe('What a member would like – Followon');
});

test('each word is kept as it is given, on top of what was there', async () => {
  const on = [{ purpose: 'meeting-reminder', wants: true }];
  const { asked, user } = show(({ method }) => ({ body: method === 'PUT' ? saved({ purposes: on }) : jo() }));
  await user.click(await screen.findByRole('checkbox', { name: 'Dates of meetings' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  const put = asked.find(({ method }) => method === 'PUT');
  expect(put).toMatchObject({
    path: '/api/groups/quay/members/jo/wishes',
    body: { purposes: { 'meeting-reminder': true } },
  });
  expect(put?.headers['if-match']).toBe('"2"');
});

test('where letters go is written as on an envelope, and then only that there is one', async () => {
  const addresses = [{ channel: 'letter', addedAt: '2026-11-24T09:00:00.000Z', isBroken: false }];
  const { asked, user } = show(({ method }) => ({ body: method === 'PUT' ? saved({ addresses }) : jo() }));
  await user.click(await screen.findByText('Postal address, for letters'));
  const lines = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Address' });
  expect(lines.autocomplete).toBe('off');
  await user.type(lines, '7 Invented Row{enter}Avonside');
  await user.type(screen.getByRole('textbox', { name: 'Postcode' }), 'av1 2cd');
  await user.click(screen.getByRole('button', { name: 'Keep this address' }));
  expect(await screen.findByText(/^We have a postal address for Jo, since /)).toBeTruthy();
  const address = { lines: ['7 Invented Row', 'Avonside'], postcode: 'av1 2cd' };
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
    address: { channel: 'letter', address },
  });
  expect(screen.queryByDisplayValue(/Invented/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Remove the postal address' })).toBeTruthy();
});

test('where somebody else was quicker, it says so, shows the newest, and loses nothing', async () => {
  let isFirst = true;
  const newest = jo({ version: 7, wishes: wishes({ version: 7, format: 'large-print' }) });
  const { asked, user } = show(({ method }) => {
    if (method !== 'PUT') return { body: isFirst ? jo() : newest };
    if (!isFirst) return { body: saved({ format: 'large-print', hours: 'mornings' }) };
    isFirst = false;
    return { status: 412, body: { title: 'x' } };
  });
  await user.click(await screen.findByRole('radio', { name: 'Mornings only' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/changed a moment ago, by somebody else/);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Large print' }).checked).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Save mine now' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  const last = asked.filter(({ method }) => method === 'PUT').at(-1);
  expect([last?.body, last?.headers['if-match']]).toEqual([{ hours: 'mornings' }, '"7"']);
});

test('a stop that was written down can be undone; one of the member’s own only by them', async () => {
  const stopped = wishes({ stoppedAt: '2026-11-20T09:00:00.000Z' });
  const { user } = show(({ method }) => ({ body: method === 'PUT' ? saved({}) : jo({ wishes: stopped }) }));
  expect(await screen.findByText('Jo gets no more messages from us.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo: start again' }));
  expect(await screen.findByRole('checkbox', { name: 'Dates of meetings' })).toBeTruthy();
});

test('of a stop of their own the way back is told, and not offered', async () => {
  const stopped = wishes({ stoppedAt: '2026-11-20T09:00:00.000Z' });
  show(() => ({ body: jo({ wishes: stopped, own: { ...nothingOwn, stopped: true } }) }));
  expect(await screen.findByText(/^Jo said this themselves; only they can change it/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /start again/ })).toBeNull();
});

test('a no and a pause of their own stand as theirs, and the rest can still be written down', async () => {
  const own = { ...nothingOwn, paused: true, purposes: ['meeting-reminder'], channels: ['letter'] };
  const channels = [{ channel: 'letter' as const, wants: false }];
  show(() => ({ body: jo({ own, wishes: wishes({ pausedUntil: '2026-12-20', channels }) }) }));
  const theirs = await screen.findAllByRole<HTMLInputElement>('checkbox', {
    name: /Jo said this themselves; only they can change it/,
  });
  expect(theirs.map(({ name, disabled }) => [name, disabled])).toEqual([
    ['meeting-reminder', true],
    ['letter', true],
  ]);
  expect(screen.queryByRole('button', { name: 'End the pause' })).toBeNull();
  const free = screen.getByRole<HTMLInputElement>('checkbox', { name: /^A friendly word/ });
  expect(free.disabled).toBe(false);
});

test.each([
  ['group-ended', /^The group has ended/, 'Back to Thursday group, Quay'],
  ['messages-off', /switched all its messages off/, 'Back to Thursday group, Quay'],
  ['signs-in', /^Jo signs in to Followon/, 'Back to Thursday group, Quay'],
  ['own', /^This is you/, 'My messages'],
] as const)('%s: nothing is asked, and why is said', async (closed, words, link) => {
  show(() => ({ body: jo({ closed, wishes: null }) }));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByRole('link', { name: link })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByText(/Only write/)).toBeNull();
});
