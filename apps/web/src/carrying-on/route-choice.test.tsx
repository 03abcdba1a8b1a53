import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aHandover, anInterest, openCarryingOn } from './on-programme-page.test-support.js';

const few = anInterest({
  counts: { yes: 2, maybe: 1, no: 4, otherKind: 0 },
  version: 1,
  possible: [
    { route: 'new', fit: 'insist', because: 'fewer-than-minimum' },
    { route: 'join', fit: 'yes' },
    { route: 'buddy', fit: 'yes' },
    { route: 'none', fit: 'yes' },
  ],
  groups: [{ id: 'g', name: 'Thursday group', welcomesNew: true }],
});
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Write down the choice' });
const route = (name: RegExp) => screen.findByRole('radio', { name });

test('every way says what it means, and what cannot work says why', async () => {
  openCarryingOn();
  expect((await route(/^No group/)).getAttribute('aria-describedby')).toBe('route-none-says');
  expect(
    screen.getByText('A good answer too. They are asked once more at the review, and then never again.'),
  ).not.toBeNull();
  expect(screen.queryByRole('radio', { name: /^Join a group/ })).toBeNull();
  expect(
    screen.getByText('Join a group that is there already: no group of this site meets at present.'),
  ).not.toBeNull();
});

test('a choice is written down with the version that was read', async () => {
  const { user, writes } = openCarryingOn({ onWrite: () => ({ body: aHandover({ route: 'none' }) }) });
  await user.click(await route(/^No group/));
  await user.click(save());
  expect(writes()).toMatchObject([
    { path: '/api/handovers/h/route', body: { route: 'none' }, headers: { 'if-match': '"3"' } },
  ]);
  await waitFor(() => expect(document.activeElement?.id).toBe('carrying-on'));
});

test('a group that is few says that it knows, and then it is its choice', async () => {
  const { user, writes } = openCarryingOn({ interest: few });
  await user.click(await route(/^A new group/));
  expect(screen.getByText(/A small group can do well, and the group decides/)).not.toBeNull();
  expect(save().disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'The group knows this and chooses it' }));
  await user.click(save());
  expect(writes()[0]?.body).toEqual({ route: 'new', insists: true });
});

test('whom they would join can be said', async () => {
  const { user, writes } = openCarryingOn({ interest: few });
  await user.click(await route(/^Join a group/));
  await user.selectOptions(screen.getByLabelText('Which group would they join?'), 'Thursday group');
  await user.click(save());
  expect(writes()[0]?.body).toEqual({ route: 'join', joinGroupId: 'g' });
});

test('a refusal is said in words, with what would work', async () => {
  const { user } = openCarryingOn({
    onWrite: () => ({ status: 409, body: { detail: 'Choose another way.', wouldFit: ['buddy', 'none'] } }),
  });
  await user.click(await route(/^A new group/));
  await user.click(save());
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Choose another way.What would work: Keep in touch in twos or threes, No group.',
  );
});

test('what was chosen stands first; after the sign-off there is nothing to choose', async () => {
  openCarryingOn({
    handover: aHandover({ route: 'online', routeChosenAt: '2026-11-20T10:00:00.000Z', state: 'accepted' }),
  });
  expect(await screen.findByText(/^A group that meets online. Written down/)).not.toBeNull();
  expect(screen.queryByRole('button', { name: 'The group changed its mind' })).toBeNull();
});

test('who waited for another programme in vain is asked again, also after the sign-off', async () => {
  const waiting = { route: 'merge', suggestedRoute: 'buddy', routeChosenAt: '2026-11-20T10:00:00.000Z' };
  openCarryingOn({
    handover: aHandover({ ...waiting, state: 'accepted' }),
    now: '2027-01-15T09:00:00.000Z',
  });
  expect((await screen.findByRole('note')).textContent).toMatch(/What might suit them now: Keep in touch/);
  expect(screen.getByRole('button', { name: 'The group changed its mind' })).not.toBeNull();
});

test('a handover without a volunteer says so', async () => {
  openCarryingOn({ handover: aHandover({ withoutPtv: true }) });
  expect((await screen.findByRole('note')).textContent).toMatch(/^No volunteer goes with this programme yet/);
});
