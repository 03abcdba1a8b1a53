import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aHandover, openCarryingOn } from './on-programme-page.test-support.js';

const fold = async (words = 'Write down what the group chose') =>
  (await screen.findByText(words)).closest('details');

test.each([
  { lastSessionOn: '2026-12-09', isOpen: false, when: 'fifteen days before the last session' },
  { lastSessionOn: '2026-12-08', isOpen: true, when: 'two weeks before' },
  { lastSessionOn: '2026-11-20', isOpen: true, when: 'after it' },
])('the choice stands open only when its days have come: $when', async ({ lastSessionOn, isOpen }) => {
  openCarryingOn({ handover: aHandover({ lastSessionOn }) });
  expect((await fold())?.open).toBe(isOpen);
});

test('once it is written down, what was chosen stands there and the rest is folded', async () => {
  openCarryingOn({ handover: aHandover({ route: 'online', routeChosenAt: '2026-11-20T10:00:00.000Z' }) });
  expect((await screen.findByText(/Written down/)).closest('details')).toBeNull();
  expect((await fold('Numbers, wishes and forecast'))?.open).toBe(false);
});
