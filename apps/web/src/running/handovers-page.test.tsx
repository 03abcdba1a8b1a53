import { beforeEach, expect, jest, test } from '@jest/globals';
import type { SiteHandoverFigures } from '@followon/shared/contract/handover-figures';
import type { ReassignView, SkipReason } from '@followon/shared/contract/reassign';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { HandoversPage } from './handovers-page.js';

const avonside: SiteHandoverFigures = {
  siteId: 'avonside',
  siteName: 'Avonside',
  withoutVolunteer: {
    count: 1,
    items: [
      { programmeId: 'p', name: 'Winter programme', lastSessionOn: '2026-12-17', daysLeft: 23, asked: 0 },
    ],
  },
  lateHandovers: 2,
  firstMeeting: { n: 9, median: 21, lowerQuartile: 14, upperQuartile: 30, notYet: 1 },
  withVolunteer: { of: 3, count: 2, percent: 67 },
  expiring: { count: 0, items: [] },
};
const outside: SiteHandoverFigures = {
  ...avonside,
  withoutVolunteer: { count: 1, items: null },
  firstMeeting: { n: null, median: null, lowerQuartile: null, upperQuartile: null, notYet: null },
  expiring: { count: null, items: null },
};
const task = (id: string, over: object) => ({
  ...{
    id,
    key: 'ptv_visit',
    title: 'Visit a session',
    why: '',
    doneWhen: '',
    ownerRole: 'volunteer',
    state: 'open',
  },
  ...{
    programmeName: 'Winter programme',
    dueOn: '2026-12-01',
    assignee: { accountId: 'sam', displayName: 'Sam' },
  },
  ...over,
});
const tasks = [
  task('one', {}),
  task('two', { assignee: null, state: 'passed-on' }),
  task('done', { state: 'done' }),
];
const moved = (preview: boolean, because: SkipReason): ReassignView => ({
  preview,
  moved: [{ taskId: 'one', from: { accountId: 'sam', displayName: 'Sam' } }],
  skipped: [{ taskId: 'two', because }],
  undo: { moves: [{ taskId: 'one', toAccountId: 'sam' }] },
});

beforeEach(() => sessionStorage.clear());

const open = (site: SiteHandoverFigures, actions: string[] = [], why: SkipReason = 'on-a-break') => {
  const server = aServer(({ path, method, body }) => {
    if (method === 'POST') return { body: moved((body as { preview?: boolean }).preview === true, why) };
    const items = path.includes('figures')
      ? [site]
      : path.includes('/volunteers')
        ? [{ id: 'bev', siteId: 'avonside', displayName: 'Bev' }]
        : tasks;
    return { body: { items, nextCursor: null } };
  });
  const user = onAPage(
    <HandoversPage late={null} />,
    aSession({ actions: ['see-handover-figures', ...actions] as never }),
  );
  const moves = () => server.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
  return { user, moves };
};

test('every figure stands in a sentence, with what it counts', async () => {
  open(avonside);
  await screen.findByRole('link', { name: 'Winter programme' });
  screen.getByText('Last session Thursday 17 December, in 23 days');
  screen.getByText('Half of 9 programmes took between 14 and 30 days.');
  screen.getByText('of 3 running handovers have a volunteer');
});

test('what is too small to be told says so, and shows no name', async () => {
  open(outside);
  expect((await screen.findAllByText('Too few to show')).length).toBe(2);
  expect(screen.queryByText(/^Half of/)).toBeNull();
  expect(screen.queryByRole('link', { name: 'Winter programme' })).toBeNull();
});

test('tasks are shown before they move, moved, and put back in one tap', async () => {
  const { user, moves } = open(avonside, ['reassign-tasks']);
  const sams = within(await screen.findByRole('group', { name: 'Sam' }));
  expect(screen.queryByRole('checkbox', { name: /done/ })).toBeNull();
  await user.click(sams.getByRole('checkbox', { name: /^All of these/ }));
  await user.click(
    within(screen.getByRole('group', { name: 'With nobody' })).getByRole('checkbox', {
      name: /Visit a session/,
    }),
  );
  await user.selectOptions(screen.getByLabelText('Give them to'), 'Bev');
  await user.click(screen.getByRole('button', { name: 'Show what would change' }));
  await screen.findByText('One task would move:');
  screen.getByText('They are on a break.');
  await user.click(screen.getByRole('button', { name: 'Move this task' }));
  await user.click(await screen.findByRole('button', { name: 'Put them back' }));
  await waitFor(() => expect(moves()).toHaveLength(3));
  const chosen = { taskIds: ['one', 'two'], toAccountId: 'bev' };
  expect(moves()).toEqual([
    { ...chosen, preview: true },
    chosen,
    { moves: [{ taskId: 'one', toAccountId: 'sam' }] },
  ]);
});

const moveOne = async ({ user }: ReturnType<typeof open>) => {
  const sams = within(await screen.findByRole('group', { name: 'Sam' }));
  await user.click(sams.getByRole('checkbox', { name: /^All of these/ }));
  await user.selectOptions(screen.getByLabelText('Give them to'), 'Bev');
  await user.click(screen.getByRole('button', { name: 'Show what would change' }));
  await user.click(await screen.findByRole('button', { name: 'Move this task' }));
  await screen.findByRole('button', { name: 'Put them back' });
};

test('a move can be put back after the page was loaded again, for ten minutes', async () => {
  await moveOne(open(avonside, ['reassign-tasks']));
  cleanup();
  const { user, moves } = open(avonside, ['reassign-tasks']);
  await user.click(await screen.findByRole('button', { name: 'Put them back' }));
  await waitFor(() => expect(moves()).toEqual([{ moves: [{ taskId: 'one', toAccountId: 'sam' }] }]));
  await moveOne({ user, moves });
  cleanup();
  const later = Date.now() + 10 * 60_000 + 1;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  open(avonside, ['reassign-tasks']);
  await screen.findByRole('group', { name: 'Sam' });
  expect(screen.queryByRole('button', { name: 'Put them back' })).toBeNull();
  jest.restoreAllMocks();
});

test('who cannot be given tasks is named with what to do about it', async () => {
  const { user } = open(avonside, ['reassign-tasks'], 'checks-expired');
  await screen.findByRole('group', { name: 'Sam' });
  await user.click(screen.getAllByRole('checkbox', { name: /^All of these/ })[0] as HTMLElement);
  await user.selectOptions(screen.getByLabelText('Give them to'), 'Bev');
  await user.click(screen.getByRole('button', { name: 'Show what would change' }));
  await screen.findByText(/^Their checks have run out. Write down the new date on the page Volunteers/);
});
