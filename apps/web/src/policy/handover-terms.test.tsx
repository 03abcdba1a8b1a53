import { expect, test } from '@jest/globals';
import type { HandoverPolicyView } from '@followon/shared/contract/handover-policy';
import { screen, waitFor, within } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { SITE } from './a-policy.test-support.js';
import { HandoverTerms } from './handover-terms.js';

const shipped = { leadAfterDays: 3, adminAfterDays: 7, minimumInterest: 4 };
const aView = (over: Partial<HandoverPolicyView> = {}): HandoverPolicyView => ({
  ...{ siteId: SITE, siteName: 'Avonside', terms: shipped, defaults: shipped, mayChange: true },
  ...{ savedAt: null, version: 0, ...over },
});

function open(view = aView(), actions = ['see-handover-policy']) {
  const server = aServer(({ method }) => ({
    body: method === 'PUT' ? { ...view, version: view.version + 1 } : view,
  }));
  const session = aSession({
    memberships: [{ siteId: SITE, siteName: 'Avonside', role: 'site-admin' }],
    actions,
  });
  const user = onAPage(<HandoverTerms siteId={SITE} />, session);
  return { user, writes: () => server.asked.filter(({ method }) => method === 'PUT') };
}
const LEAD = 'Days late before the volunteer lead hears of a task';
const ADMIN = 'Days late before the site administrator hears of a task';

test('an administrator changes the days, and the version that was read goes with them', async () => {
  const { user, writes } = open(aView({ version: 2 }));
  const box = await screen.findByRole('spinbutton', { name: LEAD });
  await user.clear(box);
  await user.type(box, '5');
  await user.click(screen.getByRole('button', { name: 'Save these days' }));
  await waitFor(() => expect(writes()).toHaveLength(1));
  expect(writes()[0]?.body).toEqual({ siteId: SITE, terms: { ...shipped, leadAfterDays: 5 } });
  expect(writes()[0]?.headers['if-match']).toBe('"2"');
});

test('the least number of people has a heading and a button of its own, and changes nothing else', async () => {
  const { user, writes } = open();
  const part = within(
    await screen.findByRole('region', { name: 'How many people make a group of their own' }),
  );
  const box = await part.findByRole('spinbutton');
  await user.clear(box);
  await user.type(box, '6');
  await user.click(part.getByRole('button', { name: 'Save this number' }));
  await waitFor(() => expect(writes()).toHaveLength(1));
  expect(writes()[0]?.body).toEqual({ siteId: SITE, terms: { ...shipped, minimumInterest: 6 } });
  const said = await screen.findAllByText('Saved. From now on suggestions go by this number.');
  expect(said.length).toBeGreaterThan(0);
});

test.each([
  { box: LEAD, typed: '61', says: `${LEAD}: type a whole number from 0 to 60.` },
  { box: ADMIN, typed: '2', says: 'The administrator cannot hear of it before the volunteer lead.' },
])('$typed as "$box" is said at the top and sent nowhere', async ({ box, typed, says }) => {
  const { user, writes } = open();
  const field = await screen.findByRole('spinbutton', { name: box });
  await user.clear(field);
  await user.type(field, typed);
  await user.click(screen.getByRole('button', { name: 'Save these days' }));
  expect(await screen.findByRole('link', { name: says })).toBeTruthy();
  expect(writes()).toEqual([]);
});

test('a clinician reads them', async () => {
  open(aView({ mayChange: false }));
  expect(await screen.findByText(LEAD)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('whoever may not see them sees nothing of it', () => {
  open(aView(), []);
  expect(screen.queryByText('When a task of a handover is late')).toBeNull();
});
