import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aTask } from './a-task.test-support.js';
import { aSession, onAPage } from './on-a-page.test-support.js';
import { TaskCard } from './task-card.js';

const NOW = '2026-11-24T09:00:00.000Z';
function show(told: Partial<HandoverTaskView>, ownGroupIds: string[] = []) {
  const acts: unknown[] = [];
  const card = <TaskCard task={aTask(told)} now={NOW} busy={false} onAct={(patch) => acts.push(patch)} />;
  return { acts, user: onAPage(card, aSession({ ownGroupIds })) };
}
const noDone = () => expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();

describe('a task that is ticked by what is recorded', () => {
  test.each([
    ['first_date_fixed', 'Fix the date'],
    ['first_meeting', 'Say how many came'],
  ])('%s leads to the group’s meetings, with the tick by hand behind it', async (key, name) => {
    const { acts, user } = show({ key, ownerRole: 'contact', groupId: 'quay' }, ['quay']);
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe('/groups/quay#meetings');
    noDone();
    await user.click(screen.getByRole('button', { name: 'It is done already' }));
    expect(acts).toEqual([{ state: 'done' }]);
  });

  test('leads to where the group is formed before there is one', async () => {
    show({ key: 'first_date_fixed', ownerRole: 'contact' });
    const link = await screen.findByRole('link', { name: 'Fix the date' });
    expect(link.getAttribute('href')).toBe('/programmes/spring#the-group');
  });

  test('leads there too once there is one that is not the reader’s own', async () => {
    show({ key: 'first_date_fixed', ownerRole: 'contact', groupId: 'quay' });
    const link = await screen.findByRole('link', { name: 'Fix the date' });
    expect(link.getAttribute('href')).toBe('/programmes/spring#the-group');
  });

  test('leads there also where the list words it in its own way', async () => {
    show({ key: 'first_date_fixed', ownerRole: 'contact', title: 'Fix a date online', ownWords: true });
    expect(await screen.findByRole('link', { name: 'Fix the date' })).toBeTruthy();
  });

  test('is an ordinary tick where people join a group and its date is only shown', async () => {
    show({ key: 'first_date_fixed', title: 'Show when they meet', ownWords: true, groupId: 'host' });
    expect(await screen.findByRole('button', { name: 'Done' })).toBeTruthy();
  });
});

test('what we do by ourselves has no tick, and says so', async () => {
  show({ key: 'reminder_first', ownerRole: 'system' });
  expect(await screen.findByText('We do this for you. There is nothing to tick.')).toBeTruthy();
  noDone();
  expect(screen.queryByRole('button', { name: 'It is done already' })).toBeNull();
});
