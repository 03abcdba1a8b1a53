import { describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { aReplay, SITE } from './a-policy.test-support.js';
import { button, choose, openPolicy } from './on-policy-page.test-support.js';

describe('trying marks', () => {
  test('shows both sides, and the groups with when, why and what followed, in words that promise nothing', async () => {
    const { user, tries } = openPolicy();
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
    const { user } = openPolicy();
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

  test('leads to the standing counts once more when nothing was changed, and asks nothing anew', async () => {
    const { user, tries } = openPolicy();
    await user.click(await button('Try it on our history'));
    await screen.findByRole('group', { name: 'What would have happened' });
    await user.click(await button('Try it on our history'));
    const part = screen.getByRole('group', { name: 'What would have happened' });
    expect(document.activeElement).toBe(part);
    expect(tries()).toHaveLength(1);
  });

  test('looks back as far as the person says', async () => {
    const { user, tries } = openPolicy();
    await user.selectOptions(await screen.findByLabelText('How far back to look'), 'Half a year');
    await user.click(await button('Try it on our history'));
    await waitFor(() => expect(tries()[0]?.body).toMatchObject({ months: 6 }));
  });

  test('says what to do when a history is too long, or others are at it', async () => {
    const detail = 'Choose fewer months.';
    const { user } = openPolicy({ onTry: { status: 409, body: { title: 'x', detail } } });
    await user.click(await button('Try it on our history'));
    expect(await screen.findByRole('link', { name: detail })).toBeTruthy();
  });

  test('says of a busy server that it is busy, and not that something went wrong', async () => {
    const detail = 'Wait a minute, then try again.';
    const { user } = openPolicy({ onTry: { status: 503, body: { title: 'x', detail } } });
    await user.click(await button('Try it on our history'));
    expect(await screen.findByRole('link', { name: detail })).toBeTruthy();
  });

  test('shows many groups on demand: the keyboard goes to the first new one, the ear hears how many', async () => {
    const [group] = aReplay().proposed.groups ?? [];
    if (!group) throw new Error('the trial holds no group');
    const groups = Array.from({ length: 23 }, (_, n) => ({ ...group, groupId: `g${n}`, name: `Group ${n}` }));
    const { user } = openPolicy({ replay: aReplay({ proposed: { ...aReplay().proposed, groups } }) });
    await user.click(await button('Try it on our history'));
    await user.click(await button('Show all 23 groups'));
    const table = screen.getByRole('table', { name: 'Groups that would have been flagged' });
    expect(within(table).getAllByRole('link')[20]).toBe(document.activeElement);
    expect(await screen.findByText('All 23 groups are shown.')).toBeTruthy();
  });

  test('says where the history was corrected or imported', async () => {
    const { user } = openPolicy({
      replay: aReplay({ corrected: true, correctedRegisters: 1, importedRegisters: 40 }),
    });
    await user.click(await button('Try it on our history'));
    expect(await screen.findByText(/^One register was corrected later/)).toBeTruthy();
    expect(screen.getByText(/^40 registers came with an import/)).toBeTruthy();
  });

  test('of a site without a history says what will be here', async () => {
    const { user } = openPolicy({ replay: aReplay({ groups: 0, groupYears: 0 }) });
    await user.click(await button('Try it on our history'));
    expect(await screen.findByText('There is no history yet')).toBeTruthy();
  });

  test('hides old counts as soon as a mark is changed', async () => {
    const { user } = openPolicy();
    await user.click(await button('Try it on our history'));
    await screen.findByText('What would have happened');
    await choose(user, /^Only when it is clear/);
    expect(screen.queryByText('What would have happened')).toBeNull();
  });
});
