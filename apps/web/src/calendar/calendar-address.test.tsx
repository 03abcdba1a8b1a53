import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { CalendarAddress } from './calendar-address.js';

const link = (name: string) => ({
  href: `https://followon.example/api/calendar/${name}.ics`,
  expiresAt: '2028-11-24T09:00:00.000Z',
});

test('an address is made, copied, made anew and ended', async () => {
  let kept: ReturnType<typeof link> | null = null;
  const { asked } = aServer(({ method }) => {
    if (method === 'POST') kept = link(kept ? 'second' : 'first');
    if (method === 'DELETE') kept = null;
    return { body: { link: kept } };
  });
  const user = onAPage(<CalendarAddress />);
  const writeText = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(await screen.findByRole('button', { name: 'Make an address' }));
  const address = await screen.findByLabelText<HTMLInputElement>('The address');
  expect(address.value).toBe(link('first').href);
  await user.click(screen.getByRole('button', { name: 'Copy the address' }));
  expect(writeText).toHaveBeenCalledWith(link('first').href);
  await user.click(screen.getByRole('button', { name: 'Make a new address' }));
  await user.click(screen.getByRole('button', { name: 'Yes, make a new one' }));
  expect(await screen.findByDisplayValue(link('second').href)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Stop sharing' }));
  await user.click(screen.getByRole('button', { name: 'Yes, stop sharing' }));
  expect(await screen.findByRole('button', { name: 'Make an address' })).toBeTruthy();
  expect(asked.map(({ method }) => method).filter((method) => method !== 'GET')).toEqual([
    'POST',
    'POST',
    'DELETE',
  ]);
  expect(asked.every(({ path }) => path === '/api/calendar-links')).toBe(true);
});

test('a group’s is asked of the group', async () => {
  const { asked } = aServer(() => ({ body: { link: null } }));
  const user = onAPage(<CalendarAddress groupId="g" />);
  await user.click(await screen.findByRole('button', { name: 'Make an address' }));
  expect(asked.at(1)).toMatchObject({ method: 'POST', path: '/api/groups/g/calendar-links' });
});

test('a group’s address is for its people, and ends on their phones only after a question', async () => {
  let kept: ReturnType<typeof link> | null = link('first');
  const { asked } = aServer(({ method }) => {
    if (method === 'DELETE') kept = null;
    return { body: { link: kept } };
  });
  const user = onAPage(<CalendarAddress groupId="g" />);
  expect(await screen.findByText(/Give it to the people of the group only/)).toBeTruthy();
  expect(screen.queryByText(/Keep it to yourself/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Stop sharing' }));
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Stop sharing?' }));
  expect(screen.getByText(/on every phone in the group/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Leave it as it is' }));
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Stop sharing' }));
  await user.click(screen.getByRole('button', { name: 'Yes, stop sharing' }));
  await screen.findByRole('button', { name: 'Make an address' });
  expect(document.activeElement?.closest('.fo-calendar')).toBeTruthy();
});
