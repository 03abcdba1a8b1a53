import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { anInterest, openCarryingOn } from './on-programme-page.test-support.js';

const counts = { yes: 3, maybe: 1, no: 2, otherKind: 0 };

test('the numbers are counted with plus and minus, and saved as they are', async () => {
  const { user, writes } = openCarryingOn({ onWrite: () => ({ body: anInterest({ counts, version: 1 }) }) });
  const yes = await screen.findByRole('group', { name: 'Yes' });
  for (let press = 0; press < 3; press += 1)
    await user.click(within(yes).getByRole('button', { name: 'One more' }));
  await user.clear(screen.getByRole('textbox', { name: 'No, thanks' }));
  await user.type(screen.getByRole('textbox', { name: 'No, thanks' }), '2');
  await user.click(screen.getByRole('button', { name: 'Save the numbers' }));
  expect(writes()).toMatchObject([
    { method: 'PUT', path: '/api/programmes/p/interest', body: { yes: 3, maybe: 0, no: 2, otherKind: 0 } },
  ]);
  await waitFor(() => expect(document.activeElement?.tagName).toBe('DIV'));
  within(document.activeElement as HTMLElement).getByRole('heading', { level: 3, name: /./ });
});

test('a refusal keeps what was typed', async () => {
  const { user } = openCarryingOn({ onWrite: () => ({ status: 412, body: {} }) });
  const maybe = await screen.findByRole('group', { name: 'Maybe' });
  await user.click(within(maybe).getByRole('button', { name: 'One more' }));
  await user.click(screen.getByRole('button', { name: 'Save the numbers' }));
  expect(await screen.findByRole('alert')).not.toBeNull();
  expect(within(maybe).getByRole<HTMLInputElement>('textbox').value).toBe('1');
});

test('numbers that are there are a sentence, with what they suggest and why', async () => {
  openCarryingOn({
    interest: anInterest({
      counts: { yes: 2, maybe: 1, no: 4, otherKind: 1 },
      suggestion: {
        route: 'merge',
        reasons: ['fewer-than-minimum', 'another-programme-ends', 'some-want-another-kind'],
      },
      programmes: [{ id: 'q', name: 'Evening programme', lastSessionOn: '2026-12-10' }],
      version: 1,
    }),
  });
  expect(await screen.findByText('2 said yes, 1 maybe, 4 no thanks, 1 something else.')).not.toBeNull();
  for (const reason of [
    '3 people would come or might. A new group usually needs 4.',
    'Evening programme ends at about the same time.',
    'One person would like something else. Ask what it is.',
    'This is a suggestion. The group decides.',
  ])
    expect(screen.getByText(reason)).not.toBeNull();
});

test('whoever may not count sees that nobody has, and no boxes', async () => {
  openCarryingOn({ interest: anInterest({ mayRecord: false }), actions: ['see-forecast'] });
  expect(await screen.findByText('Nobody has counted yet.')).not.toBeNull();
  expect(screen.queryByRole('button', { name: 'Save the numbers' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Put in a slip' })).toBeNull();
  expect(screen.queryByRole('radio')).toBeNull();
});
