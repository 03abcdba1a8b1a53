import type { AlertView } from '@followon/shared/contract/alerts';
import type { GroupSummary } from '@followon/shared/contract/groups';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aServer } from './api/a-server.test-support.js';
import { HomePage } from './home.js';
import { aTask } from './ui/a-task.test-support.js';
import { aTurnout } from './ui/a-turnout.test-support.js';
import { aSession, NOW, onAPage } from './ui/on-a-page.test-support.js';

const turnout = aTurnout(7, 7, 8, 7, 4, 5, 3);

const group = (told: Partial<GroupSummary>): GroupSummary => ({
  id: 'quay',
  siteId: 'avonside',
  siteName: 'Avonside',
  programmeId: null,
  name: 'Thursday group, Quay',
  cadence: 'weekly',
  state: 'meeting',
  restingUntil: null,
  formedOn: null,
  level: 'fading',
  levelSince: '2026-11-23T09:00:00.000Z',
  reasons: [{ key: 'below-60', usual: 7, recent: [4, 5, 3], meetingIds: [] }],
  clearsWhen: null,
  noNews: false,
  lastMetOn: '2026-11-19',
  nextMeetingOn: null,
  registersMissing: 0,
  turnout,
  ...told,
});

const alert: AlertView = {
  id: 'alert',
  siteId: 'avonside',
  siteName: 'Avonside',
  groupId: 'quay',
  groupName: 'Thursday group, Quay',
  programmeId: null,
  programmeName: null,
  stage: 'clinician',
  snoozedUntil: null,
  noConcernBecause: null,
  myVerdict: null,
  cause: 'fading',
  state: 'open',
  reasons: [],
  openedAt: NOW,
  acknowledgedAt: null,
  closedAt: null,
  withdrawnBecause: null,
  outcome: null,
  turnout,
  mayAct: true,
};

const task = (told: Partial<HandoverTaskView>): HandoverTaskView => aTask({ dueOn: '2026-11-27', ...told });

const page = (...items: readonly unknown[]) => ({ body: { items, nextCursor: null } });

test('a clinician sees which group, why, since when and what was tried, the most worrying first', async () => {
  aServer(({ path }) => {
    if (path.startsWith('/api/groups'))
      return page(group({}), group({ id: 'hill', name: 'Hillside', level: 'at-risk' }));
    if (path.startsWith('/api/alerts?state=open'))
      return page(alert, { ...alert, id: 'other', groupId: 'hill' });
    return page();
  });
  onAPage(<HomePage />);
  expect(await screen.findByRole('heading', { level: 1, name: 'Two groups may need you' })).toBeTruthy();

  const cards = screen.getAllByRole('article');
  expect(cards.map((card) => within(card).getByRole('heading').textContent)).toEqual([
    'Hillside',
    'Thursday group, Quay',
  ]);
  const quay = within(cards[1] as HTMLElement);
  expect(quay.getByText('Starting to fade')).toBeTruthy();
  expect(quay.getByText('Since Monday 23 November.')).toBeTruthy();
  expect(quay.getByText(/7 usually come; the last three meetings had 4, 5 and 3/)).toBeTruthy();
  expect(await quay.findByText('Nothing has been tried yet.')).toBeTruthy();
  expect(await quay.findByRole('button', { name: 'I have it in hand' })).toBeTruthy();
});

test('taking a group in hand is one press, and is said', async () => {
  const { asked } = aServer(({ path, method }) => {
    if (path.startsWith('/api/groups')) return page(group({}));
    if (method === 'POST') return { body: { ...alert, state: 'acknowledged' } };
    return path.startsWith('/api/alerts?state=open') ? page(alert) : page();
  });
  const user = onAPage(<HomePage />);
  await user.click(await screen.findByRole('button', { name: 'I have it in hand' }));
  expect(asked.find(({ method }) => method === 'POST')?.path).toBe('/api/alerts/alert/acknowledge');
  expect(await screen.findByText('Noted. You have it in hand.')).toBeTruthy();
});

test('a day without worries says so, and what would be here', async () => {
  aServer(() => page());
  onAPage(<HomePage />);
  expect(await screen.findByRole('heading', { name: 'No group needs you today' })).toBeTruthy();
  expect(screen.getByText('Nothing waits for you.')).toBeTruthy();
});

const sam = aSession({
  displayName: 'Sam',
  memberships: [{ siteId: 'avonside', siteName: 'Avonside', role: 'volunteer' }],
  actions: ['see-handovers'],
  ownGroupIds: ['quay'],
});

test('a volunteer ticks a task with one tap, and can undo it where it stood', async () => {
  let now = task({});
  const { asked } = aServer(({ method, path, body }) => {
    if (method !== 'PATCH')
      return path.includes('handover-tasks')
        ? page(now, task({ id: 'far', key: 'ptv_call_1', dueOn: '2027-01-20' }))
        : page();
    const { state } = body as { state: HandoverTaskView['state'] };
    const undoUntil = state === 'done' ? '2026-11-24T09:22:00.000Z' : null;
    now = task({ state, undoUntil, version: now.version + 1 });
    return { body: now };
  });
  const user = onAPage(<HomePage />, sam);
  expect(await screen.findByRole('heading', { level: 1, name: 'One thing to do' })).toBeTruthy();
  expect(screen.getByText('Good morning, Sam.')).toBeTruthy();

  const card = screen.getByRole('article', { name: 'Visit a session and tell your story' });
  await user.click(within(card).getByRole('button', { name: 'Done' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  const writes = asked.filter(({ method }) => method === 'PATCH');
  expect(writes.map(({ body, headers }) => [body, headers['if-match']])).toEqual([
    [{ state: 'done' }, '"1"'],
    [{ state: 'open' }, '"2"'],
  ]);
  expect(await within(card).findByRole('button', { name: 'Done' })).toBeTruthy();
});

test('what is far away waits behind one line, and a meeting can be written down', async () => {
  aServer(() => page(task({}), task({ id: 'far', key: 'ptv_call_1', dueOn: '2027-01-20' })));
  onAPage(<HomePage />, sam);
  expect(await screen.findByText('One more, for later')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Record a meeting' }).getAttribute('href')).toBe('/record');
});

test('when the groups do not load, the page says what to do', async () => {
  aServer(() => ({ status: 500 }));
  onAPage(<HomePage />);
  expect((await screen.findAllByRole('button', { name: 'Try again' })).length).toBeGreaterThan(0);
});
