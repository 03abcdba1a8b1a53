import type { GroupView } from '@followon/shared/contract/groups';
import type { MergeView } from '@followon/shared/contract/merges';
import { expect, jest, test } from '@jest/globals';
import { useLocation } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aTurnout } from '../ui/a-turnout.test-support.js';
import { aSession, NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { MergeQuestions } from './merge-questions.js';
import { LineageOfGroup } from './lineage-of-group.js';
import { StandingNotices } from './standing-notices.js';
import { WayPage } from './way-page.js';
import { WaysOfGroup } from './ways-of-group.js';
import type { Way } from './ways.js';

const may = {
  ...{ record: true, correct: true, plan: true, rest: true, close: true, seeMembers: true },
  ...{ merge: true, restart: false },
};
const quay: GroupView = {
  ...{ id: 'quay', siteId: 'avonside', siteName: 'Avonside', programmeId: null, name: 'Quay' },
  ...{
    cadence: 'weekly',
    state: 'meeting',
    restingUntil: null,
    formedOn: null,
    level: null,
    levelSince: null,
  },
  ...{
    reasons: [],
    clearsWhen: null,
    noNews: false,
    lastMetOn: null,
    nextMeetingOn: null,
    registersMissing: 0,
  },
  ...{ turnout: { usual: null, slots: [] }, may, ownGroup: true, version: 1 },
};
const orchard: MergeView = {
  ...{ id: 'm1', siteId: 'avonside', from: { id: 'kiln', name: 'Kiln' }, into: { id: 'quay', name: 'Quay' } },
  ...{ newName: null, state: 'asked', askedAt: NOW, mergedOn: null, undoUntil: null },
  may: { answer: true, withdraw: false, undo: false },
};

const choices = { items: [{ id: 'orchard', name: 'Orchard', cadence: 'weekly' }], nextCursor: null };
const serving = (group: GroupView, merges: readonly MergeView[] = []) =>
  aServer(({ method, path }) => {
    if (method !== 'GET') return { body: group };
    if (path === '/api/session') return { body: aSession({ ownGroupIds: [group.id] }) };
    if (path.endsWith('/merge-choices')) return { body: choices };
    return { body: path.endsWith('/merges') ? { items: merges, nextCursor: null } : group };
  });

function onWay(way: Way, group: GroupView = quay) {
  const { asked } = serving(group);
  const onDone = jest.fn();
  const user = onAPage(<WayPage groupId="quay" way={way} now={NOW} onDone={onDone} />);
  const written = () => asked.filter(({ method }) => method !== 'GET');
  return { user, written, onDone };
}
const press = (name: string) => screen.findByRole('button', { name });

test('a break is read back before it starts, and nothing has happened until then', async () => {
  const { user, written, onDone } = onWay('break');
  await user.type(await screen.findByLabelText('Back on'), '2027-01-12');
  await user.click(await press('Continue'));
  expect(await screen.findByRole('heading', { name: 'Take a break: is this right?' })).toBe(
    document.activeElement,
  );
  expect(
    screen.getByText('On Tuesday 12 January 2027 your contact people are asked if you are ready.'),
  ).toBeTruthy();
  expect(written()).toEqual([]);
  await user.click(await press('Start the break'));
  expect(written()).toMatchObject([
    { method: 'POST', path: '/api/groups/quay/rest', body: { until: '2027-01-12' } },
  ]);
  expect(onDone).toHaveBeenCalled();
});

test('going back keeps what was chosen', async () => {
  const { user } = onWay('goodbye');
  await user.click(await screen.findByLabelText('Today'));
  await user.click(await screen.findByLabelText('People moved on'));
  await user.click(await press('Continue'));
  await user.click(await press('Go back and change'));
  expect((await screen.findByLabelText<HTMLInputElement>('People moved on')).checked).toBe(true);
});

test('another group is chosen by name and rhythm, then asked', async () => {
  const { user, written } = onWay('join');
  await user.click(await press('Continue'));
  expect(screen.getByRole('alert').textContent).toBe('Choose a group.');
  await user.click(screen.getByLabelText('Orchard. Meets every week.'));
  await user.click(await press('Continue'));
  expect(await screen.findByText('Orchard is asked. Nothing changes until they say yes.')).toBeTruthy();
  await user.click(await press('Ask them'));
  expect(written()).toMatchObject([{ path: '/api/groups/quay/merge', body: { intoGroupId: 'orchard' } }]);
});

test('a goodbye on a day to come is a good outcome with its reason', async () => {
  const { user, written } = onWay('goodbye');
  await user.click(await screen.findByLabelText('On a day to come'));
  await user.type(await screen.findByLabelText('Your last day'), '2026-12-15');
  await user.click(screen.getByLabelText('We got what we needed'));
  await user.click(await press('Continue'));
  expect(
    await screen.findByText('The group goes on as usual until Tuesday 15 December, and ends then.'),
  ).toBeTruthy();
  await user.click(await press('Set this last day'));
  const body = { how: 'closed-well', on: '2026-12-15', closeReason: 'no-longer-needed' };
  expect(written()).toMatchObject([{ path: '/api/groups/quay/close', body }]);
});

test('no group ends by a box left empty: today is said, and then it is today', async () => {
  const { user, written } = onWay('goodbye');
  await user.click(await press('Continue'));
  expect(screen.getByRole('alert').textContent).toBe('Choose when the group ends.');
  await user.click(screen.getByLabelText('On a day to come'));
  await user.click(await press('Continue'));
  expect(screen.getByRole('alert').textContent).toContain('Choose a day after today');
  await user.click(screen.getByLabelText('Today'));
  await user.click(await press('Continue'));
  expect(await screen.findByText('The group ends today.')).toBeTruthy();
  await user.click(await press('Close the group'));
  expect(written()).toMatchObject([{ path: '/api/groups/quay/close', body: { how: 'closed-well' } }]);
  expect(written()[0]?.body).not.toHaveProperty('on');
});

test('a day too far ahead is said before anything is sent', async () => {
  const { user, written } = onWay('goodbye');
  await user.click(await screen.findByLabelText('On a day to come'));
  await user.type(await screen.findByLabelText('Your last day'), '2027-06-01');
  await user.click(await press('Continue'));
  expect(screen.getByRole('alert').textContent).toContain('twelve weeks');
  expect(written()).toEqual([]);
});

test('whoever acts for a group says why', async () => {
  const closed: GroupView = { ...quay, state: 'closed', ownGroup: false, may: { ...may, restart: true } };
  const { user, written } = onWay('again', closed);
  await user.click(await press('Continue'));
  expect(screen.getByRole('alert').textContent).toBe('Say why you do this for the group.');
  await user.click(screen.getByLabelText('The group asked me to'));
  await user.click(await press('Continue'));
  await user.click(await press('Start again'));
  expect(written()).toMatchObject([{ path: '/api/groups/quay/restart', body: { reason: 'group-asked' } }]);
});

test('a way that is not open is not there', async () => {
  onWay('again');
  expect(await screen.findByRole('heading', { name: 'There is nothing here for you to see' })).toBeTruthy();
});

test.each([
  { state: 'meeting', restart: false, open: ['Take a break', 'Join with another group', 'Say goodbye well'] },
  { state: 'resting', restart: true, open: ['Start again', 'Join with another group', 'Say goodbye well'] },
] as const)('a group that is $state may choose: $open', async ({ state, restart, open }) => {
  onAPage(<WaysOfGroup group={{ ...quay, state, may: { ...may, restart } }} />);
  await screen.findByRole('heading', { name: 'What would you like to do?' });
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(open);
});

test('nobody else is offered anything', async () => {
  const none = { ...may, rest: false, close: false, merge: false };
  onAPage(
    <>
      <WaysOfGroup group={{ ...quay, may: none }} />
      <p>The rest</p>
    </>,
  );
  await screen.findByText('The rest');
  expect(screen.queryByRole('heading')).toBeNull();
});

test('a question from another group holds both answers, and one tap says no', async () => {
  const { asked } = serving(quay, [orchard]);
  const user = onAPage(<MergeQuestions group={quay} now={NOW} />);
  expect(await screen.findByText('Kiln would like to join you')).toBeTruthy();
  expect(await press('Yes, let us go on together')).toBeTruthy();
  await user.click(await press('No, not for us'));
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    ...{ path: '/api/group-merges/m1/answer', body: { answer: 'decline' } },
  });
  expect(await screen.findByText('Your answer is no. Nothing has changed.')).toBeTruthy();
});

test('for two weeks a merge can be undone where it is told', async () => {
  const merged: MergeView = {
    ...{ ...orchard, state: 'merged', mergedOn: '2026-11-20', undoUntil: '2026-12-04' },
    may: { answer: false, withdraw: false, undo: true },
  };
  const { asked } = serving(quay, [merged]);
  const user = onAPage(<MergeQuestions group={quay} now={NOW} />);
  expect(
    await screen.findByText('Kiln joined this group. Until Friday 4 December this can be undone.'),
  ).toBeTruthy();
  await user.click(await press('Be two groups again'));
  expect(asked.find(({ method }) => method === 'POST')?.path).toBe('/api/group-merges/m1/undo');
});

test('whoever came with the other group is led home to it after an undo', async () => {
  const merged: MergeView = {
    ...{ ...orchard, state: 'merged', mergedOn: '2026-11-20', undoUntil: '2026-12-04' },
    may: { answer: false, withdraw: false, undo: true },
  };
  aServer(({ method, path }) => {
    if (path === '/api/session') return { body: aSession({ ownGroupIds: ['kiln'] }) };
    return { body: method === 'GET' ? { items: [merged], nextCursor: null } : merged };
  });
  const Where = () => <p>{useLocation({ select: ({ pathname }) => pathname })}</p>;
  const user = onAPage(
    <>
      <Where />
      <MergeQuestions group={quay} now={NOW} />
    </>,
  );
  await user.click(await press('Be two groups again'));
  expect(await screen.findByText('/groups/kiln')).toBeTruthy();
});

test('a break that was to be over asks if they are ready, and gives more time', async () => {
  const { asked } = serving(quay);
  const resting: GroupView = { ...quay, state: 'resting', restingUntil: '2026-11-20' };
  const user = onAPage(<StandingNotices group={resting} now={NOW} />);
  expect(await screen.findByText('Are you ready?')).toBeTruthy();
  await user.type(screen.getByLabelText('Another day back'), '2026-12-20');
  await user.click(await press('Change the day'));
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/api/groups/quay/rest',
    body: { until: '2026-12-20' },
  });
});

test('an end is told as a good outcome with its reason', async () => {
  const closed: GroupView = {
    ...quay,
    state: 'closed-well',
    ownGroup: false,
    closedOn: '2026-11-14',
    closeReason: 'no-longer-needed',
  };
  onAPage(<StandingNotices group={closed} now={NOW} />);
  expect(
    await screen.findByText(/The group closed well on Saturday 14 November: a good outcome\./),
  ).toBeTruthy();
  expect(screen.getByText(/We got what we needed/)).toBeTruthy();
});

test('where a group came from is told with its meetings', async () => {
  aServer(() => ({
    body: {
      cameFrom: [
        {
          ...{ groupId: 'kiln', name: 'Kiln', state: 'merged', mergedOn: '2026-11-14', intoGroupId: 'quay' },
          ...{ meetings: 3, firstMetOn: '2026-01-05', lastMetOn: '2026-11-02', turnout: aTurnout(6, 5, 4) },
        },
      ],
      ...{ goesOnIn: null, mergedOn: null, formerNames: ['Quay walkers'] },
    },
  }));
  onAPage(<LineageOfGroup group={quay} now={NOW} />);
  expect(
    await screen.findByText('joined on Saturday 14 November, after 3 meetings of its own.'),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kiln' })).toBeTruthy();
  expect(screen.getByText('It was called Quay walkers before.')).toBeTruthy();
});
