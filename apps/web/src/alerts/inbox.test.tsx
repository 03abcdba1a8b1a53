import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { AlertView } from '@followon/shared/contract/alerts';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aLateHandover, anAlert } from './an-alert.test-support.js';
import { Inbox } from './inbox.js';
import type { AlertFilters } from './queries.js';

interface Told {
  readonly alerts?: readonly AlertView[];
  readonly filters?: AlertFilters;
  readonly onWrite?: (asked: Asked) => { readonly status?: number; readonly body?: unknown };
}

/** What is put off or closed leaves the list, as the server’s does. */
function open({ alerts = [anAlert(), aLateHandover()], filters = {}, onWrite }: Told = {}) {
  let standing = alerts;
  const chosen: AlertFilters[] = [];
  const { asked } = aServer((request) => {
    const { method, path } = request;
    if (method === 'POST') {
      const id = path.split('/')[3];
      if (path.endsWith('acknowledge'))
        standing = standing.map((one) =>
          one.id === id ? { ...one, state: 'acknowledged', acknowledgedAt: '2026-11-24T09:12:00.000Z' } : one,
        );
      else standing = standing.filter((one) => one.id !== id);
      return onWrite?.(request) ?? { body: alerts.find((one) => one.id === id) };
    }
    const items = path.startsWith('/api/alerts') ? standing : [];
    return { body: { items, nextCursor: null } };
  });
  const user = onAPage(<Inbox filters={filters} onFilter={(next) => chosen.push(next)} />);
  const writes = () => asked.filter(({ method }) => method === 'POST');
  return { user, asked, writes, chosen };
}

const card = async (name: string) => within(await screen.findByRole('article', { name }));
const press = async (user: ReturnType<typeof open>['user'], name: RegExp | string) =>
  user.click((await card('Thursday group, Quay')).getByRole('button', { name }));

test('each alert says what, why, since when, and that nobody has it in hand', async () => {
  const { asked } = open();
  const quay = await card('Thursday group, Quay');
  expect(quay.getByText('May be starting to fade')).toBeTruthy();
  expect(quay.getByText(/7 usually come; the last three meetings had 4, 5 and 3/)).toBeTruthy();
  expect(quay.getByText('Since Monday 23 November.')).toBeTruthy();
  expect(quay.getByText(/^Nobody has it in hand yet\. It is with the clinicians/)).toBeTruthy();
  expect(quay.getByRole('slider')).toBeTruthy();
  expect(asked.find(({ path }) => path.startsWith('/api/alerts'))?.path).toContain('needsYou=true');

  const spring = await card('Spring PMP');
  expect(spring.getByText('The handover is late')).toBeTruthy();
  expect(spring.getByText('Tasks of this handover have passed their day.')).toBeTruthy();
});

test('what nobody has in hand stands first, then what weighs most', async () => {
  open({
    alerts: [
      anAlert({ id: 'a', groupName: 'Taken', cause: 'at-risk', state: 'acknowledged' }),
      anAlert({ id: 'b', groupName: 'Fading' }),
      anAlert({ id: 'c', groupName: 'Risk', cause: 'at-risk' }),
    ],
  });
  const cards = await screen.findAllByRole('article');
  expect(cards.map((one) => within(one).getByRole('heading').textContent)).toEqual([
    'Risk',
    'Fading',
    'Taken',
  ]);
});

test('taking it in hand is one press: it stays where it is, and so does the focus', async () => {
  const { user, writes } = open({ alerts: [anAlert(), anAlert({ id: 'other', groupName: 'Orchard' })] });
  await press(user, 'I have it in hand');
  expect(await screen.findByText('Noted. You have it in hand.')).toBeTruthy();
  expect(writes()[0]?.path).toMatch(/\/acknowledge$/);
  const quay = await card('Thursday group, Quay');
  expect(await quay.findByText(/^In hand since Tuesday 24 November at 9:12am/)).toBeTruthy();
  expect(quay.queryByRole('button', { name: 'I have it in hand' })).toBeNull();
  const first = screen.getAllByRole('article')[0] as HTMLElement;
  expect(within(first).getByRole('heading').textContent).toBe('Thursday group, Quay');
  expect(document.activeElement).toBe(
    quay.getByRole('group', { name: 'What you can do about Thursday group, Quay' }),
  );
});

test('put off until next week, it leaves the list; what was done stands under the heading, which has the focus', async () => {
  const { user, writes } = open();
  await press(user, 'Remind me on…');
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'When shall it come back?' }));
  await press(user, 'Next week, Tuesday 1 December');
  await waitFor(() => expect(writes()[0]?.body).toEqual({ until: '2026-12-01' }));
  const said = /^Thursday group, Quay: Put off\. It comes back on Tuesday 1 December\./;
  expect(await screen.findByText(said)).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Thursday group, Quay' })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('any other day within bounds will do; one out of bounds is said and sent nowhere', async () => {
  const { user, writes } = open();
  await press(user, 'Remind me on…');
  const quay = await card('Thursday group, Quay');
  await user.type(quay.getByLabelText('Another day'), '2026-11-24');
  await press(user, 'Remind me on this day');
  expect(await quay.findByText('Choose a day from tomorrow to Sunday 21 February 2027.')).toBeTruthy();
  expect(writes()).toEqual([]);
  await user.clear(quay.getByLabelText('Another day'));
  await user.type(quay.getByLabelText('Another day'), '2027-01-04');
  await press(user, 'Remind me on this day');
  await waitFor(() => expect(writes()[0]?.body).toEqual({ until: '2027-01-04' }));
});

test('not a concern needs a reason, and the reason goes with it', async () => {
  const { user, writes } = open();
  await press(user, 'Not a concern because…');
  await press(user, 'They are few by choice');
  const answer = { outcome: 'no-concern', noConcernBecause: 'small-by-choice' };
  await waitFor(() => expect(writes()[0]?.body).toEqual(answer));
  const link = await screen.findByRole('link', { name: 'Say whether this alert was useful' });
  expect(link.getAttribute('href')).toMatch(/#useful$/);
});

test('the way back from a question leads to its button', async () => {
  const { user } = open();
  await press(user, 'Say what happened');
  await press(user, 'Go back');
  const quay = await card('Thursday group, Quay');
  expect(document.activeElement).toBe(quay.getByRole('button', { name: 'Say what happened' }));
});

test('of a handover other things come than of a group', async () => {
  const { user } = open({ alerts: [aLateHandover()] });
  const spring = await card('Spring PMP');
  await user.click(spring.getByRole('button', { name: 'Say what happened' }));
  expect(spring.getByRole('button', { name: 'The handover goes on' })).toBeTruthy();
  expect(spring.queryByRole('button', { name: 'They are taking a break' })).toBeNull();
});

test('an act that is refused says why, where it was tried', async () => {
  const { user } = open({
    onWrite: () => ({ status: 409, body: { title: 'Closed', detail: 'This alert is closed already.' } }),
  });
  await press(user, 'I have it in hand');
  const quay = await card('Thursday group, Quay');
  expect((await quay.findByRole('alert')).textContent).toBe('This alert is closed already.');
});

test('a choice becomes part of the address', async () => {
  const { user, chosen } = open();
  await user.selectOptions(await screen.findByLabelText('Which alerts'), 'Withdrawn');
  await user.selectOptions(screen.getByLabelText('What it is about'), 'Gone quiet');
  expect(chosen).toEqual([{ state: 'withdrawn' }, { cause: 'gone-quiet' }]);
});

test.each<[string, AlertFilters]>([
  ['Nothing needs you.', {}],
  ['No alert fits these choices.', { cause: 'conflict' }],
])('an empty list says "%s"', async (words, filters) => {
  open({ alerts: [], filters });
  expect(await screen.findByText(words)).toBeTruthy();
});

test('without a connection the page says what to do', async () => {
  aServer(() => 'no answer');
  onAPage(<Inbox filters={{}} onFilter={() => undefined} />);
  expect(await screen.findByText(/Check your connection/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
