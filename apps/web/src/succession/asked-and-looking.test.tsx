import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { AskedRoles, useAskedRoles } from './asked-roles.js';
import { LookingForContact } from './looking-for.js';

const offer = {
  ...{ id: 'o1', groupId: 'quay', groupName: 'Thursday group, Quay', siteName: 'Avonside', kind: 'contact' },
  ...{ state: 'asked', offeredAt: NOW, answeredAt: null },
};
const Home = () => <AskedRoles asked={useAskedRoles()} />;
const asContact = aSession({ actions: ['answer-role'] });

test.each([
  { button: 'Yes, I would like to', answer: 'accept', said: 'Thank you. The role is yours.' },
  { button: 'No, thank you', answer: 'decline', said: 'That is fine. Thank you for saying so.' },
])('$button is one tap, and asks for no reason', async ({ button, answer, said }) => {
  const { asked } = aServer(({ method, path }) => {
    if (path.endsWith('/session')) return { body: asContact };
    return method === 'POST' ? { body: {} } : { body: { items: [offer], nextCursor: null } };
  });
  const user = onAPage(<Home />, asContact);
  expect(await screen.findByRole('heading', { name: 'Would you be a contact person?' })).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(screen.getByRole('button', { name: button }));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/role-offers/o1/answer',
    body: { answer },
  });
});

test('whom nobody can ask is not asked for', async () => {
  const { asked } = aServer(() => ({ body: { items: [offer], nextCursor: null } }));
  onAPage(
    <>
      <Home />
      <p>The rest of the page</p>
    </>,
  );
  await screen.findByText('The rest of the page');
  expect(asked).toEqual([]);
});

const search = (told: object) => ({
  ...{
    id: 's',
    siteId: 'avonside',
    siteName: 'Avonside',
    groupId: 'quay',
    groupName: 'Thursday group, Quay',
  },
  ...{ kind: 'contact', neverHadOne: false, openedOn: '2026-11-20', stage: 'lead', actBy: '2026-11-27' },
  ...told,
});
const looking = (items: readonly object[], counts = { group: 0, lead: items.length, 'site-admin': 0 }) =>
  aServer(() => ({ body: { items, nextCursor: null, counts } }));

test('groups that look for somebody are listed with whose turn it is and by when', async () => {
  looking([search({}), search({ id: 't', groupName: 'Quiet group', actBy: null, neverHadOne: true })]);
  onAPage(<LookingForContact />);
  expect(
    await screen.findByRole('heading', { name: '2 groups are looking for a contact person' }),
  ).toBeTruthy();
  expect(screen.getByText('The volunteer lead sees to it by Friday 27 November, in 3 days.')).toBeTruthy();
  expect(screen.getByText('The group takes a break. This waits until it is back.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Quiet group' }).getAttribute('href')).toBe('/groups/quay');
});

test('nothing is said while every group has somebody', async () => {
  looking([]);
  onAPage(
    <>
      <LookingForContact />
      <p>The rest of the page</p>
    </>,
  );
  await screen.findByText('The rest of the page');
  expect(screen.queryByRole('heading')).toBeNull();
});

test('whoever may name volunteers is led to the volunteer of the group; others are not', async () => {
  looking([search({})]);
  onAPage(<LookingForContact />, aSession({ actions: ['see-successions', 'name-ptv'] }));
  const link = await screen.findByRole('link', { name: /^Ask its volunteer/ });
  expect(link.getAttribute('href')).toBe('/groups/quay#people');
});
