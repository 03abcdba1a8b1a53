import type { MeetingView } from '@followon/shared/contract/meetings';
import { expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServer } from '../api/a-server.test-support.js';
import { Announcer } from '../ui/announcer.js';
import { RecordForm } from './record-form.js';

window.scrollTo = () => undefined;

const TODAY = '2026-11-24';
const GROUP = 'the-group';

const meeting = (told: Partial<MeetingView>): MeetingView => ({
  id: 'a',
  groupId: GROUP,
  on: '2026-11-19',
  outcome: 'missing',
  registerDue: true,
  headcount: null,
  newcomers: null,
  named: false,
  reason: null,
  recordedAt: null,
  version: 1,
  ...told,
});

const LAST = meeting({
  id: 'b',
  on: '2026-11-12',
  outcome: 'held',
  registerDue: false,
  headcount: 7,
  version: 4,
});

async function show(meetings: readonly MeetingView[], meetingId?: string, needsWhy = false) {
  const form = (
    <RecordForm groupId={GROUP} meetings={meetings} today={TODAY} meetingId={meetingId} needsWhy={needsWhy} />
  );
  const router = createRouter({
    routeTree: createRootRoute({ component: () => form }),
    history: createMemoryHistory(),
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <RouterProvider router={router} />
      </Announcer>
    </QueryClientProvider>,
  );
  await screen.findByLabelText('How many came?');
  return userEvent.setup();
}

const saved = (told: Partial<MeetingView>) => () => ({
  body: meeting({ outcome: 'held', version: 2, ...told }),
});

test("last time's number is there, and one press saves it for the meeting nobody told of", async () => {
  const { asked } = aServer(saved({ headcount: 7 }));
  const user = await show([meeting({}), LAST]);
  expect(screen.getByText('Thursday 19 November')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Save: 7 people came' }));
  expect(asked[0]).toMatchObject({
    method: 'PUT',
    path: '/api/meetings/a/register',
    body: { state: 'held', headcount: 7 },
  });
  expect(asked[0]?.headers['if-match']).toBeUndefined();
  expect(await screen.findByText('Saved. Thank you.')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Thursday 19 November: 7 people came.');
});

test('a group that did not meet says why with one tap', async () => {
  const { asked } = aServer(saved({ outcome: 'not-held' }));
  const user = await show([meeting({}), LAST]);
  await user.click(screen.getByRole('button', { name: 'We did not meet' }));
  await user.click(screen.getByRole('button', { name: 'The weather' }));
  expect(asked[0]?.body).toEqual({ state: 'not-held', reason: 'weather' });
});

test('changing a register says which version was seen', async () => {
  const { asked } = aServer(saved({ id: 'b', headcount: 8 }));
  const user = await show([meeting({}), LAST], 'b');
  await user.click(screen.getByRole('button', { name: 'One more' }));
  await user.click(screen.getByRole('button', { name: 'Save: 8 people came' }));
  expect(asked[0]?.headers['if-match']).toBe('"4"');
});

test("who changes another's register says why before it can be saved", async () => {
  const { asked } = aServer(saved({ id: 'b', headcount: 7 }));
  const user = await show([meeting({}), LAST], 'b', true);
  const save = screen.getByRole('button', { name: 'Save: 7 people came' });
  await user.click(save);
  expect(asked).toEqual([]);

  await user.click(screen.getByRole('radio', { name: 'It belonged to another meeting' }));
  await user.click(save);
  expect(asked[0]?.body).toEqual({ state: 'held', headcount: 7, correctionReason: 'wrong-meeting' });
});

test('a first register needs no reason, whoever writes it', async () => {
  aServer(saved({ headcount: 7 }));
  await show([meeting({}), LAST], undefined, true);
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a meeting nobody planned is written down first, for today', async () => {
  const { asked } = aServer(({ method }) => ({
    body: meeting({ id: 'new', on: TODAY, outcome: method === 'POST' ? 'planned' : 'held', headcount: 7 }),
  }));
  const user = await show([LAST]);
  await user.click(screen.getByRole('button', { name: 'Save: 7 people came' }));
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/groups/the-group/meetings',
    'PUT /api/meetings/new/register',
  ]);
  expect(asked[0]?.body).toEqual({ date: TODAY });
});

test('when it is not saved, the number stays and the person is told', async () => {
  aServer(() => ({ status: 500 }));
  const user = await show([meeting({}), LAST]);
  await user.click(screen.getByRole('button', { name: 'One fewer' }));
  await user.click(screen.getByRole('button', { name: 'Save: 6 people came' }));
  expect(await screen.findByText('Not saved yet. Your number is still here.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save: 6 people came' })).toBeTruthy();
});

test('after a save the next meeting can be written down without leaving the page', async () => {
  aServer(saved({ id: 'c', headcount: 7, outcome: 'held' }));
  const user = await show([meeting({}), meeting({ id: 'c', on: '2026-11-20' }), LAST], 'c');
  await user.click(screen.getByRole('button', { name: 'Save: 7 people came' }));
  await user.click(await screen.findByRole('button', { name: 'Record another meeting' }));
  expect(screen.getByLabelText('How many came?')).toBeTruthy();
});

test.each([
  {
    answers: { coming: 3, notThisTime: 2 },
    says: 'Before the meeting, 3 said they would come, 2 said not this time.',
  },
  { answers: { coming: 1, notThisTime: 0 }, says: 'Before the meeting, 1 said they would come.' },
  { answers: { coming: 0, notThisTime: 2 }, says: 'Before the meeting, 2 said not this time.' },
])('says what people answered to the reminder: $says', async ({ answers, says }) => {
  aServer(() => ({}));
  await show([meeting({ answers }), LAST]);
  expect(screen.getByText(says)).toBeTruthy();
  // It is nobody's count: last time's number is still the first guess.
  expect(screen.getByRole('button', { name: 'Save: 7 people came' })).toBeTruthy();
});
