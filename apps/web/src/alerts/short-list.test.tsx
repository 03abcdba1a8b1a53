import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aLateHandover, anAlert } from './an-alert.test-support.js';
import { ShortList } from './short-list.js';

const standing = [
  anAlert(),
  aLateHandover(),
  anAlert({ id: 'theirs', groupName: 'Orchard', stage: 'group' }),
  anAlert({ id: 'later', groupName: 'Hillside', state: 'acknowledged', snoozedUntil: '2026-12-01' }),
];

function open(besides: boolean) {
  aServer(({ path }) => ({ body: { items: path.includes('state=open') ? standing : [], nextCursor: null } }));
  onAPage(<ShortList besides={besides} />);
}
const names = async () => {
  const lines = await screen.findAllByRole('listitem');
  return lines.map((line) => within(line).getByRole('link').textContent);
};

test('what is put off, or still the group’s own, waits for its day; each line leads to its alert, and one link to all', async () => {
  open(false);
  expect(await names()).toEqual(['Thursday group, Quay', 'Spring PMP']);
  expect(screen.getByRole('link', { name: 'Spring PMP' }).getAttribute('href')).toMatch(/^\/alerts\/0/);
  expect(screen.getByRole('link', { name: 'See all alerts' }).getAttribute('href')).toBe('/alerts');
});

test('beside the cards of groups only the other alerts are listed', async () => {
  open(true);
  expect(await names()).toEqual(['Spring PMP']);
});

test('nothing else is said as nothing', async () => {
  aServer(() => ({ body: { items: [], nextCursor: null } }));
  onAPage(<ShortList besides />);
  expect(await screen.findByText('Nothing else waits for you.')).toBeTruthy();
});
