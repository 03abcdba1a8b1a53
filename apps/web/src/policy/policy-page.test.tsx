import { describe, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { onAPage } from '../ui/on-a-page.test-support.js';
import { aPolicy, aReplay, shipped, SITE } from './a-policy.test-support.js';
import { administrator, button, choose, openPolicy } from './on-policy-page.test-support.js';
import { PolicyPage } from './policy-page.js';

describe('a mark of one’s own', () => {
  const days = 'Days without a meeting before we say so';

  test('is typed with its unit and the shipped one beside it, and is no preset any more', async () => {
    const { user, tries } = openPolicy();
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
    const { user, tries } = openPolicy();
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
    const { user } = openPolicy({ onTry: { status: 400, body: { title: 'x', errors } } });
    await user.click(await button('Try it on our history'));
    const problem = await screen.findByRole('link', { name: message });
    expect(problem.getAttribute('href')).toBe('#datesMissedForAtRisk');
  });
});

describe('saving', () => {
  test('asks first, with the counts, and sends the version that was read', async () => {
    const { user, writes, tries } = openPolicy({ policy: aPolicy({ version: 4 }) });
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

  test('is not asked for when the marks were changed while they were tried', async () => {
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const { user, tries } = openPolicy({ late });
    await choose(user, /^Early/);
    await user.click(await button('Save these marks'));
    await choose(user, /^Only when it is clear/);
    answer();
    await waitFor(() => expect(screen.queryByText(/^Trying it on your history/)).toBeNull());
    expect(tries()).toHaveLength(1);
    expect(screen.queryByRole('group', { name: 'Save these marks?' })).toBeNull();
    expect(screen.queryByText('What would have happened')).toBeNull();
  });

  test('is not done when the person thinks again', async () => {
    const { user, writes } = openPolicy();
    await choose(user, /^Early/);
    await user.click(await button('Save these marks'));
    await user.click(await button('Not yet'));
    expect(screen.queryByRole('group', { name: 'Save these marks?' })).toBeNull();
    expect(writes()).toEqual([]);
  });

  test('keeps what was chosen when it fails, and says what to do', async () => {
    const { user, writes } = openPolicy({ onSave: () => ({ status: 412, body: { title: 'stale' } }) });
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
    const { user, writes } = openPolicy({ policy: own });
    await user.click(await button('Back to the shipped marks'));
    await user.click(await button('Yes, save them'));
    await waitFor(() => expect(writes()[0]?.body).toEqual({ siteId: SITE, thresholds: null }));
  });
});

describe('for a network administrator', () => {
  const totalsOnly = aReplay({
    now: { ...aReplay().now, groups: null },
    proposed: { ...aReplay().proposed, groups: null },
  });

  test('there are the presets and the counts of the whole site, and why there is no more', async () => {
    const { user, tries } = openPolicy({ policy: aPolicy({ maySetEach: false }), replay: totalsOnly });
    await choose(user, /^Early/);
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(screen.getByText(/^Only a site administrator of this site may set each mark/)).toBeTruthy();
    await user.click(await button('Try it on our history'));
    expect(await screen.findByText(/^You see the counts for the whole site/)).toBeTruthy();
    expect(screen.getByText('Of those, followed by an end, a break or silence')).toBeTruthy();
    expect(screen.queryByRole('table', { name: 'Groups that would have been flagged' })).toBeNull();
    expect(tries()[0]?.body).toMatchObject({ thresholds: aPolicy().presets.early });
  });

  test('a site’s own marks are not tried: one of the three comes first', async () => {
    const own = aPolicy({ thresholds: { ...shipped, silentDays: 21 }, isDefault: false, maySetEach: false });
    const { user, tries } = openPolicy({ policy: own, replay: totalsOnly });
    await user.click(await button('Try it on our history'));
    const problem = await screen.findByRole('link', { name: /^Choose early, as shipped/ });
    expect(document.querySelector(problem.getAttribute('href') ?? '')).not.toBeNull();
    expect(tries()).toEqual([]);
  });
});

test('who may only read sees the marks, and who can change them', async () => {
  openPolicy({ policy: aPolicy({ mayChange: false }) });
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
