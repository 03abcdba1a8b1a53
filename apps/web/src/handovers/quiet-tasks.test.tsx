import { expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { aTask } from '../ui/a-task.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aTaskServer } from './a-task-server.test-support.js';
import { MyTasksPage } from './my-tasks-page.js';
import { forgetStores } from './use-kept-acts.js';

const tasks = [
  aTask({ dueOn: '2026-11-27', asks: [{ kind: 'yes-no', key: 'toilet' }] }),
  aTask({ id: 'venue', key: 'venue_option', dueOn: '2026-11-28' }),
];
const VISIT = 'Visit a session and tell your story';

async function quietly() {
  const user = onAPage(<MyTasksPage />);
  await user.click(await screen.findByRole('button', { name: 'I need a quieter screen' }));
  return user;
}
const oneThing = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = (name: string) => screen.getByRole('button', { name });

test('a quieter screen has one thing on it, and one tap leaves it', async () => {
  aTaskServer(tasks);
  const user = await quietly();
  expect(await oneThing(VISIT)).toBeTruthy();
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Show everything',
    'It is done',
    'Not today',
    'Somebody else, please',
    'Show me another one',
  ]);
  await user.click(press('Show everything'));
  expect(await oneThing('Two things to do')).toBeTruthy();
});

test('it is done, its question is asked, and then comes the next thing', async () => {
  const { writes } = aTaskServer(tasks);
  const user = await quietly();
  await user.click(press('It is done'));
  const question = await screen.findByRole('group', { name: 'Is there a toilet that everybody can use?' });
  const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(buttons).toEqual(['Show everything', 'Yes', 'No', 'That is enough', 'Undo']);
  await user.click(within(question).getByRole('button', { name: 'No' }));
  expect(press('Undo')).toBeTruthy();
  await user.click(press('Go on'));
  expect(await screen.findByRole('button', { name: 'Not today' })).toBeTruthy();
  expect(screen.queryByText(VISIT)).toBeNull();
  expect(writes()).toEqual([
    ['PATCH', '/api/handover-tasks/visit', { state: 'done' }],
    ['PUT', '/api/handover-tasks/visit/draft', { answers: { toilet: false } }],
  ]);
});

test('of its questions that is enough at any time, and the tick stays', async () => {
  const { writes } = aTaskServer(tasks);
  const user = await quietly();
  await user.click(press('It is done'));
  await user.click(await screen.findByRole('button', { name: 'That is enough' }));
  expect(press('Go on')).toBeTruthy();
  expect(writes()).toHaveLength(1);
});

test('not today puts it off, and somebody else gets it, with one tap each', async () => {
  const { writes } = aTaskServer(tasks);
  const user = await quietly();
  await user.click(press('Not today'));
  expect(await within(await screen.findByRole('article')).findByText(/^Put off until/)).toBeTruthy();
  await user.click(press('Go on'));
  await user.click(await screen.findByRole('button', { name: 'Somebody else, please' }));
  expect(
    await within(await screen.findByRole('article')).findByText('Passed on. It is off your list.'),
  ).toBeTruthy();
  await user.click(press('Go on'));
  expect(await oneThing('Nothing for today')).toBeTruthy();
  expect(writes()).toEqual([
    ['POST', '/api/handover-tasks/visit/later', { days: 1 }],
    ['POST', '/api/handover-tasks/venue/pass-on', { reason: 'not-now' }],
  ]);
});

test('the device remembers it, and goes on where it was left', async () => {
  aTaskServer(tasks);
  const user = await quietly();
  await user.click(press('Show me another one'));
  expect(screen.queryByRole('heading', { level: 1, name: VISIT })).toBeNull();
  const stood = screen.getByRole('heading', { level: 1 }).textContent ?? '';
  cleanup();
  onAPage(<MyTasksPage />);
  expect(await oneThing(stood)).toBeTruthy();
});

test('another device goes on at the task that has answers already', async () => {
  aTaskServer([tasks[0] ?? aTask(), aTask({ ...tasks[1], draft: { on: '2026-11-20' } })]);
  await quietly();
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(VISIT);
});

test('a tick that does not get through is kept, and says so here too', async () => {
  aTaskServer(tasks, ({ method }) => (method === 'GET' ? undefined : 'no answer'));
  const user = await quietly();
  await user.click(press('It is done'));
  expect(await screen.findByText(/Not sent yet/)).toBeTruthy();
  await user.click(press('Go on'));
  expect(await screen.findByRole('button', { name: 'It is done' })).toBeTruthy();
});

const LATE = { state: 'overdue', dueOn: '2026-11-20' } as const;

test('what somebody else was told is late is not put off here', async () => {
  aTaskServer([aTask({ ...LATE, mayLater: false })]);
  const user = await quietly();
  await oneThing(VISIT);
  expect(screen.queryByRole('button', { name: 'Not today' })).toBeNull();
  await user.click(press('Show everything'));
  const card = within(await screen.findByRole('article', { name: VISIT }));
  expect(card.queryByRole('button', { name: 'Later' })).toBeNull();
});

test('what the server refuses is never noted: the same thing stays, with the reason, until it is seen again', async () => {
  const detail = 'Do it, pass it on, or say that you cannot do it.';
  aTaskServer([aTask(LATE)], ({ path }) =>
    path.endsWith('/later') ? { status: 409, body: { title: 'No.', detail } } : undefined,
  );
  const user = await quietly();
  await user.click(press('Not today'));
  expect((await screen.findByRole('alert')).textContent).toBe(detail);
  await oneThing(VISIT);
  expect(screen.queryByText('Noted')).toBeNull();
  cleanup();
  forgetStores();
  onAPage(<MyTasksPage />);
  await oneThing(VISIT);
  expect(screen.queryByRole('alert')).toBeNull();
});
