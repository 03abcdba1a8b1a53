import { describe, expect, test } from '@jest/globals';
import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import { screen, waitFor, within } from '@testing-library/react';
import { aServer, type Asked } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { aPolicy, aReplay, shipped, SITE } from './a-policy.test-support.js';
import { PolicyPage } from './policy-page.js';

interface Answers {
  readonly policy?: PolicyView;
  readonly replay?: PolicyReplay;
  readonly onSave?: (asked: Asked) => { readonly status?: number; readonly body?: unknown };
  readonly onTry?: { readonly status: number; readonly body?: unknown };
}

const administrator = aSession({
  memberships: [{ siteId: SITE, siteName: 'Avonside', role: 'site-admin' }],
  actions: ['see-policy', 'set-policy'],
});

function open({ policy = aPolicy(), replay = aReplay(), onSave, onTry }: Answers = {}) {
  const server = aServer((asked) => {
    if (asked.path.endsWith('/policy/replay')) return onTry ?? { body: replay };
    if (asked.method === 'PUT')
      return onSave?.(asked) ?? { body: { ...policy, version: policy.version + 1 } };
    if (asked.path.includes('/policy')) return { body: policy };
    return { body: { items: [], nextCursor: null } };
  });
  const user = onAPage(<PolicyPage siteId={SITE} onSite={() => undefined} />, administrator);
  const writes = () => server.asked.filter(({ method }) => method === 'PUT');
  const tries = () => server.asked.filter(({ path }) => path.endsWith('/policy/replay'));
  return { user, writes, tries };
}

const button = (name: string) => screen.findByRole('button', { name });
const choose = async (user: ReturnType<typeof open>['user'], name: RegExp) =>
  user.click(await screen.findByRole('radio', { name }));

describe('trying marks', () => {
  test('shows both sides, and the groups with when, why and what followed, in words that promise nothing', async () => {
    const { user, tries } = open();
    await choose(user, /^Early/);
    await user.click(await button('Try it on our history'));
    const figures = await screen.findByRole('table', { name: 'Now, and with these marks' });
    const flagged = within(figures).getByRole('row', { name: /^Groups that would have been flagged/ });
    expect(
      within(flagged)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['0', '1']);
    const groups = screen.getByRole('table', { name: 'Groups that would have been flagged' });
    const row = within(groups).getByRole('row', { name: /^Thursday group/ });
    expect(row.textContent).toContain('Not flagged');
    expect(row.textContent).toContain('From 5 May 2025 to 12 May 2025');
    expect(row.textContent).toContain('Because nothing was heard and fewer people came.');
    expect(row.textContent).toContain('Three or more met again within eight weeks.');
    expect(screen.getByText(/It does not say what will happen/)).toBeTruthy();
    expect(tries()[0]?.body).toMatchObject({ siteId: SITE, thresholds: { silentDays: 25 } });
  });

  test('puts the focus on what came, and says it to those who do not see it', async () => {
    const { user } = open();
    await user.click(await button('Try it on our history'));
    const part = await screen.findByRole('group', { name: 'What would have happened' });
    expect(document.activeElement).toBe(part);
    await waitFor(() =>
      expect(
        screen
          .getAllByRole('status')
          .map((one) => one.textContent)
          .join(),
      ).toContain('One group would have been flagged; with the marks as they are, none.'),
    );
  });

  test('says where the history was corrected or imported', async () => {
    const { user } = open({
      replay: aReplay({ corrected: true, correctedRegisters: 1, importedRegisters: 40 }),
    });
    await user.click(await button('Try it on our history'));
    expect(await screen.findByText(/^One register was corrected later/)).toBeTruthy();
    expect(screen.getByText(/^40 registers came with an import/)).toBeTruthy();
  });

  test('of a site without a history says what will be here', async () => {
    const { user } = open({ replay: aReplay({ groups: 0, groupYears: 0 }) });
    await user.click(await button('Try it on our history'));
    expect(await screen.findByText('There is no history yet')).toBeTruthy();
  });

  test('hides old counts as soon as a mark is changed', async () => {
    const { user } = open();
    await user.click(await button('Try it on our history'));
    await screen.findByText('What would have happened');
    await choose(user, /^Only when it is clear/);
    expect(screen.queryByText('What would have happened')).toBeNull();
  });
});

describe('a mark of one’s own', () => {
  const days = 'Days without a meeting before we say so';

  test('is typed with its unit and the shipped one beside it, and is no preset any more', async () => {
    const { user, tries } = open();
    await user.click(await screen.findByText('Set each mark yourself'));
    const box = screen.getByRole('spinbutton', { name: days });
    expect(box.getAttribute('aria-describedby')).toBe('silentDays-hint');
    expect(document.getElementById('silentDays-hint')?.textContent).toBe('Days. As shipped: 35.');
    await user.clear(box);
    await user.type(box, '21');
    expect(screen.getByText('You have set your own marks.')).toBeTruthy();
    await user.click(await button('Try it on our history'));
    await waitFor(() => expect(tries()[0]?.body).toMatchObject({ thresholds: { silentDays: 21 } }));
  });

  test('that is out of bounds is said at the top, marked, and sent nowhere', async () => {
    const { user, tries } = open();
    const box = await screen.findByLabelText(days);
    await user.clear(box);
    await user.type(box, '3');
    await user.click(await button('Try it on our history'));
    const problem = await screen.findByRole('link', { name: `${days}: type a number from 14 to 180.` });
    expect(problem.getAttribute('href')).toBe('#silentDays');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(box.closest('details')?.hasAttribute('open')).toBe(true);
    expect(tries()).toEqual([]);
  });

  test('that the server cannot take leads to its box, with the server’s words', async () => {
    const message = 'At risk needs more missed dates than fading. Make it at least one more.';
    const errors = [{ path: 'thresholds.datesMissedForAtRisk', message }];
    const { user } = open({ onTry: { status: 400, body: { title: 'x', errors } } });
    await user.click(await button('Try it on our history'));
    const problem = await screen.findByRole('link', { name: message });
    expect(problem.getAttribute('href')).toBe('#datesMissedForAtRisk');
  });
});

describe('saving', () => {
  test('asks first, with the counts, and sends the version that was read', async () => {
    const { user, writes, tries } = open({ policy: aPolicy({ version: 4 }) });
    await choose(user, /^Early/);
    expect(screen.getByText('Your changes are not saved yet.')).toBeTruthy();
    await user.click(await button('Save these marks'));
    const question = await screen.findByRole('group', { name: 'Save these marks?' });
    expect(question.textContent).toContain('One group would have been flagged');
    expect(document.activeElement).toBe(question);
    expect([tries().length, writes().length]).toEqual([1, 0]);
    await user.click(await button('Yes, save them'));
    await waitFor(() => expect(writes()).toHaveLength(1));
    expect(writes()[0]?.headers['if-match']).toBe('"4"');
    expect(writes()[0]?.body).toMatchObject({ siteId: SITE, thresholds: { silentDays: 25 } });
    expect((await screen.findAllByText(/^Saved\./)).length).toBeGreaterThan(0);
  });

  test('is not done when the person thinks again', async () => {
    const { user, writes } = open();
    await choose(user, /^Early/);
    await user.click(await button('Save these marks'));
    await user.click(await button('Not yet'));
    expect(screen.queryByRole('group', { name: 'Save these marks?' })).toBeNull();
    expect(writes()).toEqual([]);
  });

  test('keeps what was chosen when it fails, and says what to do', async () => {
    const { user, writes } = open({ onSave: () => ({ status: 412, body: { title: 'stale' } }) });
    await choose(user, /^Early/);
    await user.click(await button('Save these marks'));
    await user.click(await button('Yes, save them'));
    expect(await screen.findByText(/Somebody else changed this a moment ago/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Early/ }).checked).toBe(true);
    expect(screen.getByText('Your changes are not saved yet.')).toBeTruthy();
    expect(writes()).toHaveLength(1);
  });

  test('goes back to the shipped marks by one button, which asks as well', async () => {
    const own = aPolicy({ thresholds: { ...shipped, silentDays: 21 }, isDefault: false, version: 2 });
    const { user, writes } = open({ policy: own });
    await user.click(await button('Back to the shipped marks'));
    await user.click(await button('Yes, save them'));
    await waitFor(() => expect(writes()[0]?.body).toEqual({ siteId: SITE, thresholds: null }));
  });
});

test('who may only read sees the marks, and who can change them', async () => {
  open({ policy: aPolicy({ mayChange: false }) });
  expect(await screen.findByText('Your site uses the marks as they were shipped.')).toBeTruthy();
  expect(screen.getByText('Your site’s administrator can try others and save them.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('35 (Days)')).toBeTruthy();
});

test('a site that is not theirs looks like a page that is not there', async () => {
  aServer(() => ({ status: 404, body: { title: 'We could not find that.' } }));
  onAPage(<PolicyPage siteId={SITE} onSite={() => undefined} />, administrator);
  expect(await screen.findByText('There is nothing here for you to see')).toBeTruthy();
});
