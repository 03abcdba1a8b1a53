import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { openCarryingOn } from './on-programme-page.test-support.js';

const open = async (told: Parameters<typeof openCarryingOn>[0] = {}) => {
  const page = openCarryingOn(told);
  await page.user.click(await screen.findByRole('button', { name: 'Put in a slip' }));
  return page;
};

test('a slip takes a few presses, and nothing of it stays on the screen', async () => {
  const { user, writes } = await open();
  await user.click(screen.getByRole('radio', { name: 'Maybe' }));
  await user.click(screen.getByRole('radio', { name: 'Some way' }));
  await user.click(screen.getByRole('radio', { name: 'They would' }));
  await user.click(screen.getByRole('checkbox', { name: 'Tuesday evening' }));
  await user.click(screen.getByRole('checkbox', { name: 'Friday morning' }));
  await user.click(screen.getByRole('checkbox', { name: 'Friday morning' }));
  await user.click(screen.getByRole('button', { name: 'Put it in' }));
  expect(writes()).toMatchObject([
    {
      path: '/api/programmes/p/wishes',
      body: { interest: 'maybe', distance: 'some-way', wouldHost: true, times: ['tue-evening'] },
    },
  ]);
  expect((await screen.findAllByText('It is in. There is one slip now.')).length).toBeGreaterThan(0);
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([]);
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'That is all' }));
  expect(document.activeElement?.querySelector('button')?.closest('.fo-card')).toBe(document.activeElement);
});

test('it works with the keyboard alone', async () => {
  const { user, writes } = await open();
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Yes' }).checked).toBe(true);
  screen.getByRole('button', { name: 'Put it in' }).focus();
  await user.keyboard('{Enter}');
  expect(writes()).toMatchObject([{ body: { interest: 'yes', times: [] } }]);
});

test('needs the first answer and no other', async () => {
  const { user } = await open();
  const put = screen.getByRole<HTMLButtonElement>('button', { name: 'Put it in' });
  expect(put.disabled).toBe(true);
  await user.click(screen.getByRole('radio', { name: 'No, thanks' }));
  expect(put.disabled).toBe(false);
});

test('a slip that could not be put in is still there', async () => {
  const { user } = await open({ onWrite: () => ({ status: 500, body: {} }) });
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.click(screen.getByRole('button', { name: 'Put it in' }));
  expect(await screen.findByRole('alert')).not.toBeNull();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Yes' }).checked).toBe(true);
});
