import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aGroup, anOwnGroup } from './a-group.test-support.js';
import { KindWord } from './kind-word.js';

test('one press sends a kind word, and says so where the button stood', async () => {
  const { asked } = aServer(() => ({ body: { on: '2026-11-24', isNew: true } }));
  const user = onAPage(<KindWord group={anOwnGroup()} />);
  await user.click(await screen.findByRole('button', { name: 'Send a kind word' }));
  expect((await screen.findAllByText(/A kind word is on its way/)).length).toBeGreaterThan(0);
  expect(asked.at(-1)).toMatchObject({ method: 'POST', path: '/api/groups/quay/kindness' });
  expect(screen.queryByRole('button', { name: 'Send a kind word' })).toBeNull();
});

test('one that was sent a few days ago is enough', async () => {
  aServer(() => ({ body: { on: '2026-11-20', isNew: false } }));
  const user = onAPage(<KindWord group={anOwnGroup()} />);
  await user.click(await screen.findByRole('button', { name: 'Send a kind word' }));
  expect((await screen.findAllByText(/One was sent not long ago/)).length).toBeGreaterThan(0);
});

test.each([
  { what: 'of other people', group: aGroup() },
  { what: 'that wants no messages', group: anOwnGroup({ messagesOff: true }) },
])('a group $what has no such button', async ({ group }) => {
  onAPage(
    <>
      <KindWord group={group} />
      <p>The end</p>
    </>,
  );
  await screen.findByText('The end');
  expect(screen.queryByRole('button')).toBeNull();
});
