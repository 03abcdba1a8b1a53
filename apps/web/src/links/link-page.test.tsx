import type { LinkView } from '@followon/shared/contract/links';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { Announcer } from '../ui/announcer.js';
import { LinkScreen } from '../link-screen.js';

const NOW = '2026-11-24T10:00:00.000Z';
let token = 0;

beforeEach(() => {
  // Each test a link of its own: the page remembers what it has taken from the address.
  token += 1;
  window.history.replaceState(null, '', `/l#token-${token}`);
});
afterEach(cleanup);

const link = (told: Partial<LinkView> = {}): LinkView => ({
  action: 'tick-task',
  state: 'ready',
  subject: {
    ...{ title: 'Visit a session', key: 'ptv_visit', why: 'People trust somebody who was there.' },
    ...{ about: 'Spring course', dueOn: '2026-12-04', on: null },
  },
  choices: ['done', 'cannot', 'pass-on', 'later'],
  fields: [],
  asks: [],
  notYet: [],
  happened: null,
  undoUntil: null,
  now: NOW,
  ...told,
});

const used = (told: Partial<LinkView> = {}): LinkView =>
  link({
    ...{ state: 'used', choices: ['undo'], undoUntil: '2026-11-24T10:10:00.000Z' },
    happened: { what: 'done', at: NOW, count: null },
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

const byPath = (open: unknown, act: unknown) => (asked: Asked) => ({
  body: asked.path === '/api/links/open' ? open : act,
});

describe('a task by link', () => {
  test('that a fact ticks leads to where that is recorded, with the tick behind it', async () => {
    const subject = { ...link().subject, key: 'first_date_fixed' };
    const { asked, user } = show(byPath(link({ subject }), used()));
    const way = await screen.findByRole('link', { name: 'Fix the date' });
    expect(way.getAttribute('href')).toBe('/tasks');
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'It is done already' }));
    expect(asked[1]?.body).toMatchObject({ choice: 'done' });
  });

  test('is told kindly when an answer says that it is not done yet, and can be ticked later', async () => {
    show(() => ({ body: link({ notYet: ['contact-people'] }) }));
    expect(await screen.findByText(/Tick this when two people have said yes/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy();
  });

  test('says what, why and by when; the token leaves the address bar and goes in the body', async () => {
    const { asked } = show(() => ({ body: link() }));
    await screen.findByRole('heading', { level: 1 });
    expect(window.location.hash).toBe('');
    expect(asked).toMatchObject([
      { method: 'POST', path: '/api/links/open', body: { token: `token-${token}` } },
    ]);
    expect(screen.getByText(/By Friday 4 December, in 10 days/)).toBeTruthy();
    for (const name of ['Done', 'Can’t', 'Pass it on', 'Later'])
      expect(screen.getByRole('button', { name })).toBeTruthy();
  });

  test('is ticked with one tap, and undone with another', async () => {
    const { asked, user } = show((request) => {
      if (request.path === '/api/links/open') return { body: link() };
      return { body: (request.body as { choice: string }).choice === 'undo' ? link() : used() };
    });
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    expect(await screen.findByText('Done. Thank you.')).toBeTruthy();
    expect(screen.getByText(/You can undo this until .* at 10:10am/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Done' });
    expect(asked.map(({ body }) => (body as { choice?: string }).choice)).toEqual([
      ...[undefined, 'done', 'undo'],
    ]);
  });

  test('asks what there is to ask once it is ticked, and nobody has to answer', async () => {
    const asks: LinkView['asks'] = [
      { kind: 'day' },
      { kind: 'choice', key: 'visit', options: ['visited', 'missed-with-substitute'] },
    ];
    const told = used({ asks, choices: ['undo', 'answer'] });
    const { asked, user } = show(byPath(told, told));
    await user.click(await screen.findByRole('button', { name: 'Today' }));
    expect(asked[1]?.body).toMatchObject({ choice: 'answer', evidence: { on: '2026-11-24' } });
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(asked).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  test('used long ago, it says what was said and that it stays', async () => {
    show(() => ({ body: used({ undoUntil: null, choices: [] }) }));
    expect(await screen.findByText(/what you said stays/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('when it was used a moment ago elsewhere, the page says how things stand now', async () => {
    let turns = 0;
    const { user } = show(({ path }) => {
      if (path === '/api/links/act') return { status: 410, body: { detail: 'It was ticked as done.' } };
      turns += 1;
      return { body: turns === 1 ? link() : used() };
    });
    await user.click(await screen.findByRole('button', { name: 'Can’t' }));
    expect(await screen.findByText('Done. Thank you.')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('It was ticked as done.');
  });

  test('somebody else has done it: nothing to do', async () => {
    show(() => ({ body: link({ state: 'no-longer-needed', choices: [] }) }));
    expect(await screen.findByRole('heading', { name: 'Nothing is needed from you' })).toBeTruthy();
  });

  test('a link that does not work says what to do instead', async () => {
    show(() => ({ status: 404 }));
    expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeTruthy();
    expect(screen.getByText(/Look for a newer message/)).toBeTruthy();
  });
});

describe('a register by link', () => {
  const asked = link({
    action: 'record-register',
    subject: { title: '', key: null, why: null, about: 'Quay group', dueOn: null, on: '2026-11-23' },
    choices: ['held', 'not-held'],
  });

  test('says what people answered to the reminder, in numbers', async () => {
    show(() => ({ body: { ...asked, answers: { coming: 3, notThisTime: 2 } } }));
    expect(
      await screen.findByText('Before the meeting, 3 said they would come, 2 said not this time.'),
    ).toBeTruthy();
  });

  test('takes a number, and how many were new', async () => {
    const told = { ...asked, happened: { what: 'held', at: NOW, count: 2 } };
    const server = show(byPath(asked, told));
    const more = async (turn: number) => {
      const buttons = await screen.findAllByRole('button', { name: 'One more' });
      await server.user.click(buttons[turn] as HTMLElement);
    };
    await more(0);
    await more(0);
    await more(1);
    await server.user.click(screen.getByRole('button', { name: 'Save: 2 people came' }));
    expect(server.asked[1]?.body).toMatchObject({ state: 'held', headcount: 2, newcomers: 1 });
    expect(await screen.findByText(/Monday 23 November: 2 people came/)).toBeTruthy();
    await server.user.click(screen.getByRole('button', { name: 'Change it' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'How many came?' }).value).toBe('2');
  });

  test('takes that there was no meeting, with a reason that may be kept to oneself', async () => {
    const { asked: sent, user } = show(byPath(asked, asked));
    await user.click(await screen.findByRole('button', { name: 'We did not meet' }));
    await user.click(screen.getByRole('button', { name: 'I would rather not say' }));
    expect(sent[1]?.body).toMatchObject({ state: 'not-held', reason: 'not-said' });
  });

  test('leads back from the reasons to the button that asked for them', async () => {
    const { user } = show(() => ({ body: asked }));
    const opener = () => screen.findByRole('button', { name: 'We did not meet' });
    expect(document.activeElement).not.toBe(await opener());
    await user.click(await opener());
    await user.click(screen.getByRole('button', { name: 'Go back' }));
    expect(document.activeElement).toBe(await opener());
  });
});

test('a request is answered with one tap, and no is as easy as yes', async () => {
  const asked = link({
    action: 'answer-request',
    subject: { title: '', key: 'ptv', why: null, about: null, dueOn: null, on: '2026-12-20' },
    choices: ['accept', 'decline'],
  });
  const no = { ...asked, state: 'used', happened: { what: 'decline', at: NOW, count: null } };
  const { asked: sent, user } = show(byPath(asked, no));
  await user.click(await screen.findByRole('button', { name: 'No, thank you' }));
  expect(sent[1]?.body).toMatchObject({ answer: 'decline' });
  expect(await screen.findByText('You said no. That is fine.')).toBeTruthy();
});

test('a slip for the hat that comes after the sign-off is met with thanks', async () => {
  show(() => ({ body: link({ action: 'say-wish', state: 'no-longer-needed', choices: [] }) }));
  expect(await screen.findByRole('heading', { name: 'Thank you, this is over' })).toBeTruthy();
  expect(screen.queryByText(/Somebody has done this already/)).toBeNull();
});

test('a slip for the hat is filled in one question at a time; "no" is enough', async () => {
  const asked = link({ action: 'say-wish', choices: [] });
  const { asked: sent, user } = show(byPath(asked, asked));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  await user.click(screen.getByRole('button', { name: 'Skip this' }));
  await user.click(screen.getByRole('button', { name: 'Online' }));
  await user.click(screen.getByRole('button', { name: 'Rather not' }));
  await user.click(screen.getByRole('checkbox', { name: 'Tuesday' }));
  await user.click(screen.getByRole('checkbox', { name: 'Evenings' }));
  await user.click(screen.getByRole('button', { name: 'Send it' }));
  expect(sent[1]?.body).toEqual({
    ...{ token: `token-${token}`, interest: 'yes', way: 'online', wouldHost: false },
    times: ['tue-evening'],
  });
  await user.click(await screen.findByRole('button', { name: /Start another slip/ }));
  await user.click(screen.getByRole('button', { name: 'No, thank you' }));
  expect(sent[2]?.body).toEqual({ token: `token-${token}`, interest: 'no' });
});
