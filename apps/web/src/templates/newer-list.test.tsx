import { expect, test } from '@jest/globals';
import type { SessionView } from '@followon/shared/contract/session';
import type { RunningListView } from '@followon/shared/contract/templates';
import { screen, waitFor } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { NewerList } from './newer-list.js';

const list: RunningListView = {
  ...{ handoverId: 'h1', route: 'new', running: 'new/base-2/1', newest: 'new/base-2/2' },
  ...{ newestSiteVersion: 2, isNewest: false },
  diff: {
    added: [{ key: 'site_tea', title: 'Bring tea' }],
    dropped: [{ key: 'plan', title: 'Write a plan' }],
    reworded: [{ key: 'visit', title: 'Say hello', titleBefore: 'Visit a session' }],
    moved: [{ key: 'review', title: 'See how it goes', daysBefore: 90, days: 100, anchor: 'last-session' }],
    regiven: [{ key: 'route', title: 'Choose', ownerBefore: 'volunteer', owner: 'clinician' }],
    settled: 2,
  },
};

function open(told: Partial<RunningListView> = {}, actions: SessionView['actions'] = ['move-template']) {
  const server = aServer(({ method }) => ({
    body: method === 'POST' ? { ...list, isNewest: true } : { ...list, ...told },
  }));
  const user = onAPage(
    <>
      <p>The checklist</p>
      <NewerList handoverId="h1" />
    </>,
    aSession({ actions }),
  );
  return { user, asked: server.asked };
}

test('a newer list is mentioned quietly, says what it would change, and is used when somebody chooses it', async () => {
  const { user, asked } = open();
  await user.click(await screen.findByRole('button', { name: 'See what would change' }));
  const choice = await screen.findByRole('group', { name: 'What the newer list would change here' });
  for (const words of [
    ...['New: “Bring tea”.', 'Gone: “Write a plan”.', '“Visit a session” becomes “Say hello”.'],
    ...['Another day: “See how it goes”, day 90 becomes day 100.', '“Choose” goes to a clinician.'],
    '2 tasks are done and stay as they are.',
  ])
    expect(choice.textContent).toContain(words);
  await user.click(screen.getByRole('button', { name: 'Use the newer list' }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/handovers/h1/template',
      body: { siteVersion: 2, expected: 'new/base-2/1' },
    }),
  );
});

test('a list that is the newest says nothing', async () => {
  const { asked } = open({ isNewest: true });
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByText('A newer list exists.')).toBeNull();
});

test('who may not move it is not asked, and the server neither', async () => {
  const { asked } = open({}, []);
  expect(await screen.findByText('The checklist')).toBeTruthy();
  expect([asked, screen.queryByText('A newer list exists.')]).toEqual([[], null]);
});
