import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { anOwnGroup } from './a-group.test-support.js';
import { MessagesSwitch } from './messages-switch.js';
import { PeopleOfGroup } from './people-of-group.js';

const role = (kind: string, displayName: string | null) => ({
  id: kind,
  kind,
  from: '2026-01-01',
  holder: { accountId: null, memberId: kind, displayName },
});
const member = (displayName: string | null, wantsMessages?: boolean) => ({
  id: displayName ?? 'nameless',
  displayName,
  joinedOn: null,
  pausedUntil: null,
  ...(wantsMessages === undefined ? {} : { wantsMessages }),
});

function people() {
  return aServer(({ path, method }) => {
    if (method === 'PUT') return { body: member('Ivo', true) };
    const items = path.includes('/roles')
      ? [role('contact', 'Kim'), role('host', null)]
      : [member('Ivo', false), member(null, false)];
    return { body: { items, nextCursor: null } };
  });
}

test("a contact person sees who holds what, the names, and writes down a member's yes", async () => {
  const { asked } = people();
  const user = onAPage(<PeopleOfGroup group={anOwnGroup({})} now={NOW} />);
  expect((await screen.findByText('Kim')).parentElement?.textContent).toBe('Kim contact person');
  expect(screen.queryByText(/host/)).toBeNull();

  await user.click(await screen.findByText('One member'));
  await user.click(screen.getByRole('checkbox', { name: 'Wants messages Ivo' }));
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/api/groups/quay/members/Ivo/preferences',
    body: { wantsMessages: true },
  });
  expect(await screen.findByText('Ivo will get messages.')).toBeTruthy();
});

test('beside each name is the way to what that person would like', async () => {
  people();
  const user = onAPage(<PeopleOfGroup group={anOwnGroup({})} now={NOW} />);
  await user.click(await screen.findByText('One member'));
  const link = screen.getByRole('link', { name: 'What they would like Ivo' });
  expect(link.getAttribute('href')).toBe('/groups/quay/wishes/Ivo');
});

test('while all messages of the group are off there is nothing to write down, and it says so', async () => {
  people();
  const user = onAPage(<PeopleOfGroup group={anOwnGroup({ messagesOff: true })} now={NOW} />);
  await user.click(await screen.findByText('One member'));
  expect(screen.getByText(/^All messages of the group are off/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('others see who can be asked, and never ask for the names of members', async () => {
  const { asked } = people();
  onAPage(<PeopleOfGroup group={anOwnGroup({ ownGroup: false })} now={NOW} />);
  expect(await screen.findByText('Kim')).toBeTruthy();
  expect(screen.queryByText(/member/)).toBeNull();
  expect(asked.map(({ path }) => path.replace(/\?.*/, ''))).toEqual(['/api/groups/quay/roles']);
});

test('a group switches all its messages off in one press', async () => {
  const { asked } = aServer(() => ({ body: anOwnGroup({ messagesOff: true }) }));
  const user = onAPage(<MessagesSwitch group={anOwnGroup({})} />);
  await user.click(await screen.findByRole('button', { name: 'Switch all messages off' }));
  expect(asked[0]).toMatchObject({ method: 'PATCH', path: '/api/groups/quay', body: { messagesOff: true } });
  expect(asked[0]?.headers['if-match']).toBe('"3"');
  expect(await screen.findByText('All messages are off.')).toBeTruthy();
});

test('who may not switch them is not offered to', async () => {
  onAPage(
    <>
      <MessagesSwitch group={anOwnGroup({ may: { ...anOwnGroup().may, switchMessages: false } })} />
      <p>The rest of the page</p>
    </>,
  );
  await screen.findByText('The rest of the page');
  expect(screen.queryByRole('button')).toBeNull();
});
