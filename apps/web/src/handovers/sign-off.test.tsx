import type { HandoverView } from '@followon/shared/contract/handovers';
import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aTask } from '../ui/a-task.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aTaskServer } from './a-task-server.test-support.js';
import { HandoverChecklist } from './checklist.js';

const ticked = (id: string, key: string, told: Partial<Parameters<typeof aTask>[0]> = {}) =>
  aTask({ id, key, blocking: true, state: 'done', doneAt: '2026-11-20T10:00:00.000Z', ...told });
const asks = [{ kind: 'yes-no', key: 'all-asked', needs: true }] as const;
const tasks = [
  ticked('roles', 'roles_agreed'),
  ticked('counts', 'interest_poll'),
  ticked('consent', 'consent_contacts', { asks: [...asks], unanswered: ['all-asked'] }),
];

function openList(told: Partial<HandoverView>) {
  const handover = {
    ...{
      id: 'h',
      kind: 'programme',
      state: 'open',
      route: 'new',
      groupId: 'quay',
      lastSessionOn: '2026-11-20',
      tasks,
    },
    ...{
      maySignOff: true,
      mayAccept: false,
      signedOffAt: null,
      acceptedAt: null,
      blocking: [],
      unproven: [],
    },
    ...told,
  };
  const server = aTaskServer(tasks, ({ method, path }) => {
    if (path.endsWith('/sign-off')) return { body: { ...handover, maySignOff: false } };
    return method === 'GET' ? { body: handover } : undefined;
  });
  const signedOff = () => server.writes().filter(([, path]) => String(path).endsWith('/sign-off')).length;
  return { ...server, signedOff, user: onAPage(<HandoverChecklist id="h" />) };
}
const press = (name: string | RegExp) => screen.findByRole('button', { name });
const theSignOff = () => press('Sign off the handover');

test('a list of which everything is known is signed off with one tap', async () => {
  const { user, signedOff } = openList({});
  await user.click(await theSignOff());
  expect(signedOff()).toBe(1);
  expect(screen.queryByText(/we hold nothing about them/)).toBeNull();
});

test('what was only ticked stands before the button with the way to where it is recorded, and is asked about once', async () => {
  const { user, signedOff } = openList({ unproven: ['roles_agreed', 'interest_poll', 'consent_contacts'] });
  await screen.findByText('These were ticked, but we hold nothing about them:');
  const wayTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
  expect(wayTo('Say who the contact people are')).toBe('#the-group');
  expect(wayTo('Record the numbers')).toBe('#carrying-on');
  await user.click(await theSignOff());
  expect(await screen.findByText('3 things were only ticked. Sign off all the same?')).toBeTruthy();
  expect(signedOff()).toBe(0);
  await user.click(await press('Not yet'));
  await user.click(await theSignOff());
  await user.click(await press('Yes, sign off'));
  expect(signedOff()).toBe(1);
});

test('where people keep in touch in twos there is no group to record anything with', async () => {
  openList({ route: 'buddy', groupId: null, unproven: ['roles_agreed'] });
  expect(await screen.findByText('There is no group yet to record it with.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Say who the contact people are' })).toBeNull();
});

test('what no other page records is answered there', async () => {
  const { user, writes } = openList({ unproven: ['consent_contacts'] });
  await user.click(await press(/^Answer now/));
  const question = await screen.findByRole('group', { name: 'Was everybody asked?' });
  await user.click(within(question).getByRole('button', { name: 'Yes' }));
  expect(writes()).toEqual([
    ['PUT', '/api/handover-tasks/consent/draft', { answers: { 'all-asked': true } }],
  ]);
});

test('before the last session the day is told, and asked once more', async () => {
  const { user, signedOff } = openList({ lastSessionOn: '2026-12-03' });
  await user.click(await theSignOff());
  expect(
    await screen.findByText('The last session is on Thursday 3 December. Sign off already?'),
  ).toBeTruthy();
  await user.click(await press('Yes, sign off'));
  expect(signedOff()).toBe(1);
});
