import { expect, test } from '@jest/globals';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import { act, screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { TheGroup } from './the-group.js';

const nobody = { mayForm: false, mayStart: false, waitsForPartner: false, contacts: 0, firstOn: null };

function open(forming: Partial<NonNullable<ProgrammeView['forming']>> | null, status = 201) {
  const handover = {
    id: 'h',
    state: 'open',
    done: 0,
    total: 20,
    late: 0,
    groupId: forming?.mayStart ? 'g' : null,
  };
  const programme = { id: 'p', siteId: 's', handover, forming: forming && { ...nobody, ...forming } };
  const { asked } = aServer(({ method, path }) => {
    if (method === 'GET') return { body: programme };
    if (status >= 400) return { status, body: { detail: 'Choose another name.' } };
    return {
      status,
      body: { id: path.endsWith('/members') ? 'm' : 'g', name: 'Thursday group', on: '2026-12-10' },
    };
  });
  const user = onAPage(<TheGroup programmeId="p" />, aSession());
  const writes = () =>
    asked.filter(({ method }) => method !== 'GET').map(({ path, body }) => [path.replace('/api', ''), body]);
  return { user, writes, asked };
}
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });

test('a group is formed with a name, a rhythm and its first date', async () => {
  const { user, writes } = open({ mayForm: true });
  expect((await button('Form the group')).disabled).toBe(true);
  await user.type(screen.getByLabelText('Name of the group'), 'Thursday group');
  await user.click(screen.getByRole('radio', { name: 'Every week' }));
  await user.type(screen.getByLabelText('Day of the first meeting'), '2026-12-10');
  await user.click(await button('Form the group'));
  const group = { siteId: 's', programmeId: 'p', name: 'Thursday group', cadence: 'weekly' };
  expect(writes()).toEqual([
    ['/groups', group],
    ['/groups/g/meetings', { date: '2026-12-10' }],
  ]);
});

test('a date that is not fixed yet is left out, and a refusal is said in words', async () => {
  const { user, writes } = open({ mayForm: true }, 409);
  await user.type(await screen.findByLabelText('Name of the group'), 'Thursday group');
  await user.click(await button('Form the group'));
  expect((await screen.findByRole('alert')).textContent).toContain('Choose another name.');
  expect(writes()).toHaveLength(1);
});

test('two people who said yes are written down, each as somebody to ring', async () => {
  const { user, writes } = open({ mayStart: true, firstOn: '2026-12-10' });
  expect(await screen.findByText(/^The group meets for the first time on /)).not.toBeNull();
  await user.type(screen.getByLabelText('First person'), 'Jo');
  await user.type(screen.getByLabelText('Second person'), ' Kim ');
  await user.click(await button('Write them down'));
  const role = { kind: 'contact', memberId: 'm' };
  expect(writes()).toEqual([
    ['/groups/g/members', { displayName: 'Jo' }],
    ['/groups/g/roles', role],
    ['/groups/g/members', { displayName: 'Kim' }],
    ['/groups/g/roles', role],
  ]);
});

test('one who can be rung leaves one box, and two leave none', async () => {
  open({ mayStart: true, contacts: 1 });
  expect(await screen.findByText('One person of the group can be rung.')).not.toBeNull();
  expect(screen.getByLabelText('Second person')).not.toBeNull();
  expect(screen.queryByLabelText('First person')).toBeNull();
});

test('the first date is fixed here too while there is none', async () => {
  const { user, writes } = open({ mayStart: true, contacts: 2 });
  await user.type(await screen.findByLabelText('Day of the first meeting'), '2026-12-10');
  await user.click(await button('Fix this day'));
  expect(writes()).toEqual([['/groups/g/meetings', { date: '2026-12-10' }]]);
  expect(screen.queryByRole('button', { name: 'Write them down' })).toBeNull();
});

test('who waits for another programme is told so', async () => {
  open({ waitsForPartner: true });
  expect(await screen.findByText(/^You chose to go on with another programme\./)).not.toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('nothing stands there when there is nothing to do', async () => {
  const { asked } = open({});
  await act(() => new Promise<void>((answered) => setTimeout(answered, 50)));
  expect(asked).toHaveLength(1);
  expect(screen.queryByRole('heading')).toBeNull();
});
