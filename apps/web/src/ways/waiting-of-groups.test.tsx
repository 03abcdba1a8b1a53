import type { GroupView } from '@followon/shared/contract/groups';
import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { HomePage } from '../home.js';
import { aSession, NOW, onAPage } from '../ui/on-a-page.test-support.js';

const group = (told: object) =>
  ({
    ...{ id: 'quay', name: 'Quay', state: 'meeting', restingUntil: null, registersMissing: 0 },
    ...{ ownGroup: true, may: { rest: true, merge: true } },
    ...told,
  }) as unknown as GroupView;
const asked = {
  ...{ id: 'm1', siteId: 'avonside', from: { id: 'kiln', name: 'Kiln' }, into: { id: 'quay', name: 'Quay' } },
  ...{ newName: null, state: 'asked', askedAt: NOW, mergedOn: null, undoUntil: null },
  may: { answer: true, withdraw: false, undo: false },
};
const contact = aSession({
  ...{ displayName: 'Kim', memberships: [], ownGroupIds: ['quay'] },
  actions: ['see-groups', 'merge-groups'],
});

function home(it: GroupView, session = contact) {
  let merges: readonly object[] = [asked];
  const server = aServer(({ method, path }) => {
    if (method === 'POST') {
      merges = [];
      return { body: { ...asked, state: 'declined' } };
    }
    if (path.endsWith('/merges')) return { body: { items: merges, nextCursor: null } };
    return { body: path === '/api/groups/quay' ? it : { items: [], nextCursor: null } };
  });
  return { ...server, user: onAPage(<HomePage />, session) };
}

test('a contact person is told at home of a group that would like to join, and answers there', async () => {
  const { user, asked: requests } = home(group({}));
  expect(await screen.findByText('Kiln would like to join you')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: 'One thing to do' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'No, not for us' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Nothing to do today' })).toBe(
    document.activeElement,
  );
  expect(requests.find(({ method }) => method === 'POST')).toMatchObject({
    ...{ path: '/api/group-merges/m1/answer', body: { answer: 'decline' } },
  });
});

test('when the day back has come, home asks if they are ready', async () => {
  home(group({ state: 'resting', restingUntil: '2026-11-24', may: { rest: true, merge: false } }));
  expect(await screen.findByText('Are you ready?')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: 'One thing to do' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'We are ready to start again' })).toBeTruthy();
});

test('a break that goes on asks nothing, and so does a group that the reader cannot answer for', async () => {
  home(group({ state: 'resting', restingUntil: '2026-12-24', may: { rest: true, merge: false } }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Nothing to do today' })).toBeTruthy();
  expect(screen.queryByText('You are taking a break')).toBeNull();
});
