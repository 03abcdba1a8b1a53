import { expect, test } from '@jest/globals';
import type { AlertPolicyView } from '@followon/shared/contract/alerts';
import { screen, waitFor } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { SITE } from './a-policy.test-support.js';
import { AlertTerms } from './alert-terms.js';

const shipped = { groupFirstDays: 0, adminAfterDays: 5 };
const aView = (over: Partial<AlertPolicyView> = {}): AlertPolicyView => ({
  ...{ siteId: SITE, siteName: 'Avonside', terms: shipped, defaults: shipped, mayChange: true },
  ...{ savedAt: null, version: 0, ...over },
});

function open(view = aView(), actions = ['see-alert-policy'], refused = 0) {
  let version = view.version;
  let refusals = refused;
  const server = aServer(({ method, body }) => {
    if (method !== 'PUT') return { body: { ...view, version } };
    version += 1;
    if (refusals > 0) {
      refusals -= 1;
      return { status: 412 };
    }
    return { body: { ...view, ...(body as object), version } };
  });
  const membership = { siteId: SITE, siteName: 'Avonside', role: 'site-admin' } as const;
  const user = onAPage(<AlertTerms siteId={SITE} />, aSession({ memberships: [membership], actions }));
  return { user, writes: () => server.asked.filter(({ method }) => method === 'PUT') };
}
const GROUP_FIRST = 'Working days the group has first';

async function save(user: ReturnType<typeof open>['user'], days: string) {
  const box = await screen.findByRole('spinbutton', { name: GROUP_FIRST });
  await user.clear(box);
  await user.type(box, days);
  await user.click(screen.getByRole('button', { name: 'Save who hears when' }));
}

test('an administrator gives the group days of its own; each save goes by the version before it', async () => {
  const { user, writes } = open(aView({ version: 2 }));
  await save(user, '3');
  expect((await screen.findAllByText('Saved. Alerts go by these days from now on.')).length).toBeGreaterThan(
    0,
  );
  expect(writes()[0]?.body).toEqual({ siteId: SITE, terms: { groupFirstDays: 3, adminAfterDays: 5 } });
  await save(user, '4');
  await waitFor(() => expect(writes().map(({ headers }) => headers['if-match'])).toEqual(['"2"', '"3"']));
});

test('what somebody else saved meanwhile is not overwritten unseen', async () => {
  const { user, writes } = open(aView(), undefined, 1);
  await save(user, '3');
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  await save(user, '3');
  await waitFor(() => expect(writes().map(({ headers }) => headers['if-match'])).toEqual(['"0"', '"1"']));
});

test.each(['21', '', '1.5'])('"%s" days are said at the top and sent nowhere', async (typed) => {
  const { user, writes } = open();
  const box = await screen.findByRole('spinbutton', { name: GROUP_FIRST });
  await user.clear(box);
  if (typed) await user.type(box, typed);
  await user.click(screen.getByRole('button', { name: 'Save who hears when' }));
  const words = `${GROUP_FIRST}: type a whole number from 0 to 20.`;
  expect(await screen.findByRole('link', { name: words })).toBeTruthy();
  expect(writes()).toEqual([]);
});

test('a clinician reads them', async () => {
  open(aView({ mayChange: false }));
  expect(await screen.findByText(GROUP_FIRST)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('whoever may not see them sees nothing of it', () => {
  open(aView(), []);
  expect(screen.queryByText('Who hears of an alert, and when')).toBeNull();
});
