import { expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { VolunteerBeside } from './volunteer-beside.js';

const group = { id: 'quay', siteId: 'avonside', state: 'meeting', ownGroup: false } as unknown as GroupView;
const lead = aSession({ actions: ['name-ptv'] });
const sam = { id: 'r', kind: 'ptv', holder: { accountId: 's', memberId: null, displayName: 'Sam' } };

function server(roles: readonly object[]) {
  const page = (items: readonly object[]) => ({ body: { items, nextCursor: null } });
  return aServer(({ path, method }) => {
    if (method === 'POST') return { body: {} };
    if (path.endsWith('/session')) return { body: lead };
    if (path.includes('/volunteers')) return page([{ id: 'v1', displayName: 'Jo' }]);
    return page(path.includes('/roles') ? roles : []);
  });
}

test('a lead of a group with nobody to ring is told whose help there is', async () => {
  server([sam]);
  onAPage(<VolunteerBeside group={group} />, lead);
  expect(
    await screen.findByText(/Sam knows the group and can ask who would like to take a turn/),
  ).toBeTruthy();
});

test('where no volunteer stands beside it, one is asked', async () => {
  const { asked } = server([]);
  const user = onAPage(<VolunteerBeside group={group} />, lead);
  await user.click(await screen.findByText('Ask a volunteer to stand beside this group'));
  await screen.findByRole('option', { name: 'Jo' });
  await user.selectOptions(screen.getByLabelText('Whom would you like to ask?'), 'Jo');
  await user.click(screen.getByRole('button', { name: 'Ask them' }));
  expect(await screen.findByText('They are asked. You will see here when they answer.')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    ...{ path: '/api/groups/quay/role-offers', body: { kind: 'ptv', accountId: 'v1' } },
  });
});

test('nobody else is offered it', async () => {
  const { asked } = server([]);
  onAPage(
    <>
      <VolunteerBeside group={group} />
      <p>The rest</p>
    </>,
    aSession({ actions: ['see-groups'] }),
  );
  await screen.findByText('The rest');
  expect(asked).toEqual([]);
});
