import { describe, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { GroupView } from '@followon/shared/contract/groups';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, NOW, onAPage } from '../ui/on-a-page.test-support.js';
import { RolesOfGroup } from './roles-of-group.js';
import { SteppedDown } from './stepped-down.js';

const group = {
  id: 'quay',
  state: 'meeting',
  ownGroup: true,
  may: { seeMembers: true },
} as unknown as GroupView;

const role = (told: object) => ({
  ...{ id: 'r1', kind: 'contact', from: '2026-01-01', mine: false, steppingDownOn: null },
  holder: { accountId: null, memberId: null, displayName: 'Kim' },
  ...told,
});

function server({
  roles = [role({ mine: true })],
  offers = [] as object[],
  ownGroupIds = ['quay'],
}: Partial<Record<'roles' | 'offers', object[]>> & { readonly ownGroupIds?: string[] } = {}) {
  return aServer(({ path, method }) => {
    const page = (items: readonly object[]) => ({ body: { items, nextCursor: null } });
    if (path.endsWith('/session')) return { body: aSession({ ownGroupIds }) };
    if (method === 'POST') return { body: {} };
    if (path.includes('/role-offers')) return page(offers);
    if (path.includes('/members'))
      return page([
        { id: 'm1', displayName: 'Ivo' },
        { id: 'm2', displayName: null },
      ]);
    return page(roles);
  });
}

const offer = {
  ...{
    id: 'o1',
    groupId: 'quay',
    kind: 'host',
    state: 'asked',
    offeredAt: NOW,
    answeredAt: null,
    mine: false,
  },
  asked: { accountId: null, memberId: 'm1', displayName: 'Ivo' },
};

describe('stepping down', () => {
  test('is asked in two steps, with a way back at each, and today is the plain choice', async () => {
    const { asked } = server();
    const user = onAPage(<RolesOfGroup group={group} now={NOW} />);
    await user.click(
      await screen.findByRole('button', { name: 'I would like to stop being a contact person' }),
    );
    expect(screen.getByText('You can stop at any time, and you need not say why.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Today' }));
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Yes, I step down' }));
    const thanks = 'Thank you for all you have done. You have stepped down.';
    const said = await screen.findByText(thanks, { selector: 'p' });
    expect(said.closest('[tabindex="-1"]')).toBe(document.activeElement);
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/groups/quay/roles/r1/step-down',
      body: {},
    });
  });

  test('leads whoever is of the group no more home, with thanks and what becomes of it', async () => {
    const { asked } = server({ ownGroupIds: [] });
    const user = onAPage(
      <>
        <SteppedDown />
        <RolesOfGroup group={group} now={NOW} />
      </>,
    );
    await user.click(await screen.findByRole('button', { name: /I would like to stop/ }));
    expect(screen.queryByText(/You have stepped down/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Today' }));
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await user.click(screen.getByRole('button', { name: 'Yes, I step down' }));
    await screen.findByText(/You have stepped down/, { selector: 'strong' });
    screen.getByText(/What is left to hand on is with the others of the group now/);
    const paths = asked.map(({ method, path }) => `${method} ${path}`);
    expect(paths.slice(paths.findIndex((path) => path.startsWith('POST')) + 1)[0]).toBe('GET /api/session');
  });

  test('can be for a day to come, and nothing is sent by whoever stays', async () => {
    const { asked } = server();
    const user = onAPage(<RolesOfGroup group={group} now={NOW} />);
    await user.click(await screen.findByRole('button', { name: /I would like to stop/ }));
    await user.click(screen.getByRole('radio', { name: 'On a day in the next 8 weeks' }));
    await user.type(screen.getByLabelText('Your last day'), '2026-12-15');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(screen.getByText('Your last day is Tuesday 15 December.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'I will stay' }));
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    expect(await screen.findByRole('button', { name: /I would like to stop/ })).toBeTruthy();
  });

  test('is told to the group by its day, with thanks to whoever said so', async () => {
    server({ roles: [role({ mine: true, steppingDownOn: '2026-12-15' })] });
    onAPage(<RolesOfGroup group={group} now={NOW} />);
    expect(await screen.findByText(/You are a contact person until Tuesday 15 December/)).toBeTruthy();
    expect(screen.getByText('After that nobody is there to ring. Could somebody take a turn?')).toBeTruthy();
    expect(screen.queryByText(/just now/)).toBeNull();
  });

  test('that was told can be taken back with one tap', async () => {
    const { asked } = server({ roles: [role({ mine: true, steppingDownOn: '2026-12-15' })] });
    const user = onAPage(<RolesOfGroup group={group} now={NOW} />);
    await user.click(await screen.findByRole('button', { name: 'I will stay after all' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'DELETE')?.path).toBe(
        '/api/groups/quay/roles/r1/step-down',
      ),
    );
  });

  test('is offered for one’s own roles only', async () => {
    server({ roles: [role({})] });
    onAPage(<RolesOfGroup group={group} now={NOW} />);
    await screen.findByRole('button', { name: 'Ask somebody to take a role' });
    expect(screen.queryByRole('button', { name: /stop being/ })).toBeNull();
  });
});

test('a group without a contact person is told kindly, and so is nobody in particular', async () => {
  server({ roles: [role({ kind: 'host', mine: true })] });
  onAPage(<RolesOfGroup group={group} now={NOW} />);
  expect(
    await screen.findByText('Nobody is there to ring just now. Could somebody take a turn?'),
  ).toBeTruthy();
});

describe('offering a role', () => {
  test('names the people of the group and sends who and what', async () => {
    const { asked } = server();
    const user = onAPage(<RolesOfGroup group={group} now={NOW} />);
    await user.click(await screen.findByRole('button', { name: 'Ask somebody to take a role' }));
    await user.click(await screen.findByRole('radio', { name: /a host/ }));
    await user.selectOptions(screen.getByLabelText('Whom would you like to ask?'), 'Ivo');
    await user.click(screen.getByRole('button', { name: 'Ask them' }));
    await screen.findByText('They are asked. You will see here when they answer.');
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/groups/quay/role-offers',
      body: { kind: 'host', memberId: 'm1' },
    });
  });

  test('is not for somebody who has the role already', async () => {
    const holder = { accountId: null, memberId: 'm1', displayName: 'Ivo' };
    server({ roles: [role({ holder })] });
    const user = onAPage(<RolesOfGroup group={group} now={NOW} />);
    await user.click(await screen.findByRole('button', { name: 'Ask somebody to take a role' }));
    await user.click(await screen.findByRole('radio', { name: /a host/ }));
    await user.selectOptions(screen.getByLabelText('Whom would you like to ask?'), 'Ivo');
    await user.click(screen.getByRole('radio', { name: /a contact person/ }));
    expect(screen.queryByRole('option', { name: 'Ivo' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Ask them' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('shows what waits for an answer, and takes it back', async () => {
    const { asked } = server({ offers: [offer] });
    const user = onAPage(<RolesOfGroup group={group} now={NOW} />);
    expect(await screen.findByText(/Ivo is asked to be a host. No answer yet./)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take the question back Ivo' }));
    await waitFor(() => expect(asked.some(({ path }) => path === '/api/role-offers/o1/withdraw')).toBe(true));
  });
});

test('whoever is not of the group is offered nothing', async () => {
  server();
  onAPage(
    <>
      <RolesOfGroup group={{ ...group, ownGroup: false }} now={NOW} />
      <p>The rest of the page</p>
    </>,
    aSession(),
  );
  await screen.findByText('The rest of the page');
  expect(screen.queryByRole('button')).toBeNull();
});
