import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { aQuestion, aVolunteer, someCover } from './a-volunteer.test-support.js';
import { Declined } from './declined.js';
import { GiveMeABreak } from './give-me-a-break.js';
import { VolunteersPage } from './volunteers-page.js';
import { useRequestsOfMe, YouAreAsked } from './you-are-asked.js';

const page = (items: readonly unknown[]) => ({ body: { items, nextCursor: null } });
const sam = aSession({
  memberships: [{ siteId: 'avonside', siteName: 'Avonside', role: 'volunteer' }],
  actions: ['answer-request', 'take-break'],
});
const Questions = () => <YouAreAsked requests={useRequestsOfMe()} />;

test('the list says in words how training and checks stand, and what somebody has taken on', async () => {
  aServer(() =>
    page([aVolunteer(), aVolunteer({ id: 'emrys', displayName: 'Emrys', pausedUntil: '2026-12-08' })]),
  );
  onAPage(<VolunteersPage />);
  const row = within(await screen.findByRole('row', { name: /^Bev/ }));
  row.getByText('1 of 3');
  row.getByText(/^Runs out on Sunday 20 December/);
  row.getByText('No date yet');
  expect(screen.getByRole('rowheader', { name: /Emrys/ }).textContent).toContain(
    'On a break until Tuesday 8 December',
  );
});

test('a date that is written down goes to the server, and an empty one as not known', async () => {
  const server = aServer(({ method }) =>
    method === 'PATCH' ? { body: aVolunteer() } : page([aVolunteer()]),
  );
  const user = onAPage(<VolunteersPage />);
  await user.click(await screen.findByText('Change Bev'));
  const training = screen.getByLabelText('Training holds until');
  await user.clear(training);
  await user.type(training, '2027-05-01');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(server.asked.some(({ method }) => method === 'PATCH')).toBe(true));
  expect(server.asked.find(({ method }) => method === 'PATCH')).toMatchObject({
    path: '/api/volunteers/bev',
    body: { siteId: 'avonside', caseloadCap: 3, trainingUntil: '2027-05-01', checksUntil: null },
  });
});

test.each([
  ['Yes, gladly', 'accept', 'accepted'],
  ['Not this time', 'decline', 'declined'],
] as const)('"%s" is said with one tap and without a reason', async (words, answer, state) => {
  let open = [aQuestion()];
  const server = aServer(({ method }) => {
    if (method !== 'POST') return page(open);
    open = [];
    return { body: aQuestion({ state }) };
  });
  const user = onAPage(
    <>
      <h1 tabIndex={-1}>What is yours</h1>
      <Questions />
    </>,
    sam,
  );
  const card = await screen.findByRole('region', { name: 'Would you go with Spring programme?' });
  await user.click(within(card).getByRole('button', { name: words }));
  await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  const [said] = server.asked.filter(({ method }) => method === 'POST');
  expect(said).toMatchObject({ path: '/api/volunteer-requests/question/answer', body: { answer } });
});

test('a yes that cannot be had says what stands in the way and how to mend it', async () => {
  const refusal = {
    title: 'Your training ran out on 1 November 2026.',
    detail: 'Your volunteer lead can help.',
  };
  aServer(({ method }) => (method === 'POST' ? { status: 409, body: refusal } : page([aQuestion()])));
  const user = onAPage(<Questions />, sam);
  await user.click(await screen.findByRole('button', { name: 'Yes, gladly' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Your training ran out on 1 November 2026. Your volunteer lead can help.',
  );
});

test('a break says who looks after what before it is taken', async () => {
  const server = aServer(({ method, path }) => {
    if (method === 'POST') return { body: { id: 'rest', siteId: 'avonside', untilOn: '2026-12-22' } };
    return path.includes('/cover') ? { body: someCover() } : page([]);
  });
  const user = onAPage(<GiveMeABreak />, sam);
  await user.click(await screen.findByText('Give me a break'));
  await screen.findByText('Bev looks after 2 tasks.');
  screen.getByText('The volunteer lead looks after 1 task.');
  await user.click(screen.getByRole('radio', { name: '4 weeks' }));
  await user.click(screen.getByRole('button', { name: 'Start my break' }));
  await waitFor(() => expect(server.asked.find(({ method }) => method === 'POST')).toBeDefined());
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Give me a break'));
  expect(document.activeElement).not.toBe(document.body);
  expect(server.asked.find(({ method }) => method === 'POST')?.body).toEqual({
    siteId: 'avonside',
    weeks: 4,
  });
});

test('during a break one tap brings somebody back', async () => {
  const rest = {
    id: 'rest',
    siteId: 'avonside',
    siteName: 'Avonside',
    fromOn: '2026-11-20',
    untilOn: '2026-12-04',
  };
  const server = aServer(({ method }) =>
    method === 'DELETE' ? { body: { ...rest, endedOn: '2026-11-24' } } : page([{ ...rest, endedOn: null }]),
  );
  const user = onAPage(<GiveMeABreak />, sam);
  await screen.findByText(/You are on a break until Friday 4 December/);
  await user.click(screen.getByRole('button', { name: 'Come back now' }));
  await waitFor(() => expect(document.activeElement?.querySelector('.fo-kind')).not.toBeNull());
  await waitFor(() => expect(server.asked.at(-1)).toBeDefined());
  expect(server.asked.find(({ method }) => method === 'DELETE')?.path).toBe('/api/volunteer-breaks/rest');
});

test('the lead hears of a "no" for two weeks', async () => {
  const no = { state: 'declined', volunteer: { accountId: 'bev', displayName: 'Bev' } } as const;
  aServer(() =>
    page([
      aQuestion({ ...no, answeredAt: '2026-11-23T09:00:00.000Z' }),
      aQuestion({ ...no, id: 'old', programmeName: 'Old programme', answeredAt: '2026-11-01T09:00:00.000Z' }),
    ]),
  );
  onAPage(<Declined />);
  await screen.findByText(/^Bev said not this time on Monday 23 November/);
  expect(screen.queryByText('Old programme')).toBeNull();
});
