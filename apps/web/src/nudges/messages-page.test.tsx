import { expect, jest, test } from '@jest/globals';
import type { DeliveryCounts, DeliveryLine } from '@followon/shared/contract/deliveries';
import { cleanup, screen } from '@testing-library/react';
import type { Asked } from '../api/a-server.test-support.js';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import type { MessageFilters } from './delivery-queries.js';
import { sayStep } from './delivery-words.js';
import { MessagesLink } from './messages-link.js';
import { MessagesPage } from './messages-page.js';

type Texts = Pick<DeliveryCounts, 'replies' | 'differing'>;
const aLine = (told: Partial<DeliveryLine> = {}): DeliveryLine => ({
  ...{ id: 'd', eventId: 'e', nudgeId: 'n', groupId: 'g', programmeId: null, key: 'how_was_it' },
  ...{ to: 'A contact person', audience: 'role-holder', channel: 'smtp', state: 'unknown' },
  ...{ reason: 'sender-lost', sentAt: null, dueAt: '2026-11-23T09:00:00.000Z', tries: 1, links: [] },
  ...{ ways: ['arrived', 'again', 'let-go'], isLetter: false },
  ...told,
});
const letter = {
  ...{
    id: 'd',
    toName: 'Robin',
    lang: 'en',
    address: '7 Invented Row',
    subject: 'How did it go?',
    text: 'How many came?',
  },
  ...{ choices: ['Say how many came'], sheets: [], format: 'large-print', on: '2026-11-24' },
};

const asA = (role: 'site-admin' | 'clinician') =>
  aSession({
    memberships: [{ siteId: 's', siteName: 'Avonside', role }],
    actions: ['see-deliveries', 'settle-deliveries'],
  });

const none: Texts = { replies: [], differing: [] };
function shown(
  lines: readonly DeliveryLine[],
  role: 'site-admin' | 'clinician' = 'site-admin',
  texts: Texts = none,
) {
  const answers = ({ method, path }: Asked) => {
    if (path.startsWith('/api/sites'))
      return { body: { items: [{ id: 's', name: 'Avonside' }], nextCursor: null } };
    if (path.includes('/counts'))
      return {
        body: {
          states: [
            { state: 'sent', count: 12 },
            { state: 'dead', count: null },
          ],
          ...texts,
        },
      };
    if (path.includes('/letter')) return { body: letter };
    if (method === 'POST') return { body: lines[0] };
    return { body: { items: lines, nextCursor: null } };
  };
  const { asked } = aServer(answers);
  const onFilter = jest.fn<(filters: MessageFilters) => void>();
  const page = <MessagesPage filters={{}} onFilter={onFilter} trace={(event) => <p>trace of {event}</p>} />;
  return { user: onAPage(page, asA(role)), asked, onFilter };
}
const settled = (asked: readonly Asked[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => body);

test('a message that may have left is tried again only after a warning, and for a reason', async () => {
  const { user, asked } = shown([aLine()]);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(screen.getByText(/may get it twice/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
  expect(settled(asked)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await user.click(screen.getByRole('button', { name: 'They say it did not come' }));
  expect(settled(asked)).toEqual([{ how: 'again', reason: 'did-not-arrive' }]);
});

test('how somebody knows that it arrived is asked in one press, and letting go is not done by mistake', async () => {
  const { user, asked } = shown([aLine()]);
  await user.click(await screen.findByRole('button', { name: 'It arrived' }));
  expect(screen.getByRole('group', { name: 'How do you know that it arrived?' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'They said so' }));
  await user.click(await screen.findByRole('button', { name: 'Let it go' }));
  expect(settled(asked)).toEqual([{ how: 'arrived', reason: 'they-said' }]);
  expect(screen.getByText(/cannot be taken back/)).toBeTruthy();
});

test('that a letter was posted is asked once, and needs no reason', async () => {
  const { user, asked } = shown([
    aLine({ state: 'held', reason: 'to-print', isLetter: true, ways: ['posted', 'let-go'] }),
  ]);
  await user.click(await screen.findByRole('button', { name: 'It was posted' }));
  expect(settled(asked)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Yes, it was posted' }));
  expect(settled(asked)).toEqual([{ how: 'posted' }]);
});

test.each([
  ['arrived/they-said', 'Somebody decided. It arrived. They said so.'],
  ['let-go/not-needed', 'Somebody decided. It was let go. It is not needed any more.'],
  ['let-go', 'Somebody decided. It was let go.'],
])('its history says what was decided, and why: %s', (reason, words) => {
  expect(sayStep({ at: '', what: 'settled', channel: null, reason })).toBe(words);
});

test('says which message it is, to whom, how it stands and why, and where it began', async () => {
  shown([aLine({ state: 'suppressed', reason: 'paused', ways: [] })]);
  expect(await screen.findByRole('heading', { name: 'How did it go?' })).toBeTruthy();
  expect(screen.getByText('The person is taking a pause.')).toBeTruthy();
  expect(screen.getByText('trace of e')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Let it go' })).toBeNull();
});

test('a letter is opened for a reason, in large print for whoever wishes for it', async () => {
  const { user, asked } = shown([
    aLine({ state: 'held', reason: 'to-print', isLetter: true, ways: ['posted', 'let-go'] }),
  ]);
  await user.click(await screen.findByText('Open the letter'));
  expect(screen.queryByText(/Robin/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'To print and post it' }));
  expect((await screen.findByText(/7 Invented Row/)).closest('.fo-paper--large')).toBeTruthy();
  expect(asked.some(({ path }) => path === '/api/deliveries/d/letter?reason=to-post')).toBe(true);
});

test('a number leads to its list; a few are only a few', async () => {
  const { user, onFilter } = shown([]);
  await user.click(await screen.findByRole('button', { name: '12 Sent' }));
  expect(onFilter).toHaveBeenCalledWith({ state: 'sent' });
  expect(screen.getByRole('button', { name: 'A few Could not be sent' })).toBeTruthy();
});

test('a clinician sees numbers, and no message', async () => {
  const { asked } = shown([aLine()], 'clinician');
  expect(await screen.findByText('12')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(asked.some(({ path }) => path.startsWith('/api/deliveries?'))).toBe(false);
});

test('texts that nobody could read are told as a number, and another number with its meeting', async () => {
  shown([], 'site-admin', {
    replies: [
      { why: 'differs', count: 1 },
      { why: 'unread', count: 3 },
    ],
    differing: [{ groupId: 'g', groupName: 'Tea', on: '2026-11-19', texted: 6, saved: 4 }],
  });
  expect(await screen.findByRole('heading', { name: 'Texts that need somebody' })).toBeTruthy();
  expect(screen.getByText(/3 texts could not be read/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Tea' })).toBeTruthy();
  expect(screen.getByText(/a text said 6, the register says 4/)).toBeTruthy();
});

test('where no text waits, nothing is said of texts', async () => {
  shown([]);
  await screen.findByText('12');
  expect(screen.queryByText(/[Tt]exts/)).toBeNull();
});

test('a clinician has a quiet way to the numbers; whoever looks after messages has it in the menu', async () => {
  onAPage(<MessagesLink />, asA('clinician'));
  const link = await screen.findByRole('link', { name: 'How many messages left, and how many wait' });
  expect(link.getAttribute('href')).toBe('/messages');
  cleanup();
  onAPage(<p>there</p>, asA('site-admin'));
  onAPage(<MessagesLink />, asA('site-admin'));
  expect(await screen.findByText('there')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

test('what is empty says why: nothing was written yet, or nothing fits', async () => {
  shown([]);
  expect(await screen.findByText('No message has been written yet.')).toBeTruthy();
  cleanup();
  aServer(() => ({ body: { items: [], nextCursor: null, states: [], ...none } }));
  const page = <MessagesPage filters={{ state: 'dead' }} onFilter={() => undefined} trace={() => null} />;
  onAPage(page, asA('site-admin'));
  expect(await screen.findByText('No message is like that.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show all messages' })).toBeTruthy();
});

test('a clinician of a site that has written nothing is told so', async () => {
  aServer(() => ({ body: { items: [], nextCursor: null, states: [], ...none } }));
  onAPage(<MessagesPage filters={{}} onFilter={() => undefined} trace={() => null} />, asA('clinician'));
  expect(await screen.findByText('No message has been written yet.')).toBeTruthy();
});

test('that the list did not load is said once', async () => {
  aServer(({ path }) =>
    path.startsWith('/api/sites') ? { body: { items: [] } } : { status: 500, body: {} },
  );
  onAPage(<MessagesPage filters={{}} onFilter={() => undefined} trace={() => null} />, asA('site-admin'));
  expect(await screen.findAllByText('This did not load.')).toHaveLength(1);
});
