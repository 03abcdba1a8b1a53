import type { GroupView } from '@followon/shared/contract/groups';
import type { GroupHealthView } from '@followon/shared/contract/health';
import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { aGroup, aHealth, anOwnGroup } from './a-group.test-support.js';
import { WhyGroup } from './why-group.js';

function why(group: GroupView, health: Partial<GroupHealthView> = {}) {
  aServer(({ path }) => {
    if (path.endsWith('/health')) return { body: aHealth(health) };
    return { body: aGroup({ id: 'mill', name: 'Thursday group, Mill' }) };
  });
  onAPage(
    <>
      <WhyGroup group={group} now={NOW} />
      <p>The rest of the page</p>
    </>,
  );
  return screen.findByText('The rest of the page');
}

test('a young group is told to be young, and that is no reason', async () => {
  await why(aGroup({ formedOn: '2026-09-05' }));
  expect(await screen.findByText('New groups often want a hand. This one began in September.')).toBeTruthy();
  expect(screen.queryByText(/clears/)).toBeNull();
});

test('an old group that is steady needs no words', async () => {
  await why(aGroup());
  expect(screen.queryByText(/New groups|rests on little/)).toBeNull();
});

test('what rests on few registers says so, once', async () => {
  await why(aGroup(), { confidence: 'low' });
  expect(await screen.findByText('Some registers are missing, so this rests on little.')).toBeTruthy();
});

test('where a reason counts the missing registers, that is enough', async () => {
  const reasons = [{ key: 'registers-missing', count: 3, of: 6, meetingIds: [] }] as const;
  await why(aGroup({ level: 'fading', reasons: [...reasons] }), { confidence: 'low' });
  expect(
    await screen.findByText('Three of the last six registers are missing, so this rests on little.'),
  ).toBeTruthy();
  expect(screen.queryByText(/Some registers/)).toBeNull();
});

test('no news is dated, with the date that would have been next, and is no bad news', async () => {
  await why(aGroup({ state: 'unknown', noNews: true, lastMetOn: '2026-05-03' }), { usualGapDays: 28 });
  expect(
    await screen.findByText('No meeting that we know of since 3 May; the next date would have been 31 May.'),
  ).toBeTruthy();
  expect(screen.getByText(/^No news is not bad news/)).toBeTruthy();
});

test('a group whose people went on under another name is nothing to worry about', async () => {
  const reasons = [{ key: 'carries-on', meetingIds: [] }] as const;
  await why(aGroup({ reasons: [...reasons] }), { successorGroupId: 'mill' });
  const link = await screen.findByRole('link', { name: 'Go to Thursday group, Mill' });
  expect(link.getAttribute('href')).toBe('/groups/mill');
  expect(link.parentElement?.textContent).toMatch(
    /^Many of this group’s people now meet as Thursday group, Mill\./,
  );
  expect(screen.queryByText(/as another group/)).toBeNull();
});

test("the group's own people are asked, and led to where they can say what would help", async () => {
  const reasons = [{ key: 'below-60', usual: 7, recent: [4, 5, 3], meetingIds: [] }] as const;
  await why(anOwnGroup({ level: 'fading', reasons: [...reasons], formedOn: '2026-09-05' }));
  expect(await screen.findByText('Would you like a hand?')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Tell us what would help' }).getAttribute('href')).toBe('#tell');
  expect(screen.getByText(/^A few meetings have been smaller than usual/)).toBeTruthy();
  expect(screen.queryByText(/usually come|New groups/)).toBeNull();
});

test('nobody is told of smaller meetings who was not small', async () => {
  await why(anOwnGroup({ level: 'fading', reasons: [{ key: 'roles-vacant', meetingIds: [] }] }));
  expect(await screen.findByText('Would you like a hand?')).toBeTruthy();
  expect(screen.queryByText(/smaller/)).toBeNull();
});

test('a group that has asked for a hand is not asked whether it would like one', async () => {
  await why(anOwnGroup({ level: 'fading', reasons: [{ key: 'help-asked', meetingIds: [] }] }));
  expect(screen.queryByText('Would you like a hand?')).toBeNull();
});
