import { describe, expect, test } from '@jest/globals';
import type { TemplateChanges, TemplateFindingView } from '@followon/shared/contract/templates';
import { screen, waitFor, within } from '@testing-library/react';
import { aTemplate, none, openLists as open, SITE } from './a-template.test-support.js';

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the lists of a site', () => {
  test('are shown on a real date, four weeks on unless somebody chose another', async () => {
    const { previews } = open();
    expect(await button('Change Do visit')).toBeTruthy();
    expect(previews()[0]?.body).toMatchObject({ siteId: SITE, lastSessionOn: '2026-12-22', changes: none });
    expect(screen.getAllByText('Tuesday 15 December')).toHaveLength(2);
    expect(screen.getByText('Your site uses this list as it was shipped.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Leave out Do card' })).toBeNull();
  });

  test('can be put into other words, and are saved only after a second yes', async () => {
    const { user, saves } = open();
    await user.click(await button('Change Do visit'));
    const form = await screen.findByRole('group', { name: 'Change “Do visit”' });
    expect(document.activeElement).toBe(form);
    await user.clear(within(form).getByLabelText('What to do'));
    await user.type(within(form).getByLabelText('What to do'), 'Say hello');
    await user.click(await button('Keep this'));
    expect(document.activeElement?.id).toBe('task-visit');
    expect(await button('Change Say hello')).toBeTruthy();
    await user.click(await button('Save this list'));
    expect(saves()).toEqual([]);
    const question = await screen.findByRole('group', { name: 'Save this list?' });
    expect(question.textContent).toContain('One task differs from the shipped list.');
    await user.click(await button('Yes, save it'));
    await waitFor(() => expect(saves()).toHaveLength(1));
    expect(saves()[0]?.body).toMatchObject({
      version: 0,
      changes: { reword: { visit: { title: 'Say hello' } } },
    });
    await waitFor(() => expect(screen.queryByText('Your changes are not saved yet.')).toBeNull());
  });

  test('can lose a task and get it back', async () => {
    const { user } = open();
    await user.click(await button('Leave out Do visit'));
    const back = await button('Put back Do visit');
    expect(document.activeElement).toBe(back);
    await user.click(back);
    expect(await button('Leave out Do visit')).toBeTruthy();
    expect(screen.queryByText('Your changes are not saved yet.')).toBeNull();
  });

  test('can get a task of one’s own, which needs its words first', async () => {
    const { user, previews } = open();
    await user.click(await button('Add a task of your own'));
    await user.click(await button('Keep this'));
    expect(await screen.findByRole('link', { name: 'What to do: write a few words.' })).toBeTruthy();
    await user.type(screen.getByLabelText('What to do'), 'Bring tea');
    await user.type(screen.getByLabelText('Why it matters'), 'Tea helps.');
    await user.type(screen.getByLabelText('It is done when'), 'There is tea.');
    await user.selectOptions(screen.getByLabelText('Comes after'), 'Do card');
    await user.click(await button('Keep this'));
    expect(await button('Change Bring tea')).toBeTruthy();
    expect(previews().at(-1)?.body).toMatchObject({
      changes: { add: [{ key: 'site_bring_tea', title: 'Bring tea', after: ['card'] }] },
    });
  });

  test('cannot be saved while something has to be mended, and it is said what', async () => {
    const findings: TemplateFindingView[] = [
      {
        ...{ code: 'before-its-turn', key: 'visit', path: 'changes.shift.visit' },
        ...{ message: '“Do visit” is due before “Do card”.', mend: 'Make it day 0 or later.' },
      },
    ];
    const { user } = open({ findings });
    await user.click(await button('Leave out Do visit'));
    const problem = await screen.findByRole('link', { name: '“Do visit” is due before “Do card”.' });
    expect(problem.getAttribute('href')).toBe('#task-visit');
    expect(screen.queryByRole('button', { name: 'Save this list' })).toBeNull();
  });

  test('keep what was changed when somebody else saved first', async () => {
    const { user } = open({ onSave: { status: 412, body: { title: 'stale' } } });
    await user.click(await button('Leave out Do visit'));
    await user.click(await button('Save this list'));
    await user.click(await button('Yes, save it'));
    expect(await screen.findByText(/Somebody else changed this a moment ago/)).toBeTruthy();
    expect(await button('Put back Do visit')).toBeTruthy();
  });

  test('can be taken back to an older version', async () => {
    const versions = [2, 1].map((version) => ({
      ...{ version, savedAt: '2026-11-20T10:00:00.000Z', savedBy: 'Ann' },
      changes: version === 1 ? { ...none, drop: ['visit'] } : none,
    }));
    const { user, saves } = open({ template: aTemplate({ version: 2, versions }) });
    await user.click(await screen.findByText('2 saved versions'));
    await user.click(await button('Take up version 1 again'));
    await user.click(await button('Save this list'));
    await user.click(await button('Yes, save it'));
    await waitFor(() => expect(saves()[0]?.body).toMatchObject({ version: 2, changes: { drop: ['visit'] } }));
  });

  test('are read by those who work by them', async () => {
    open({ template: aTemplate({ mayChange: false }) });
    expect(await screen.findByText('Do visit')).toBeTruthy();
    expect(screen.getByText('Your site’s administrator can change this list.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

test('a list for want of a volunteer is looked at with a tick, and a task of one’s own keeps whose it is', async () => {
  const tea: TemplateChanges['add'][number] = {
    ...{ key: 'site_tea', title: 'Bring tea', why: 'Tea helps.', doneWhen: 'There is tea.', after: [] },
    ...{ ownerRole: 'volunteer', anchor: 'last-session', dueOffsetDays: 0, blocking: false },
  };
  const template = aTemplate({ changes: { ...none, add: [tea] } });
  const { user, previews, choices } = open({ template, chosen: { withoutPtv: 'true' }, toWhom: 'lead' });
  const tick = await screen.findByRole('checkbox', { name: 'No volunteer could be found' });
  await user.click(await button('Change Bring tea'));
  await user.type(screen.getByLabelText('What to do'), ' and cake');
  await user.click(await button('Keep this'));
  expect(await button('Change Bring tea and cake')).toBeTruthy();
  expect(previews().at(-1)?.body).toMatchObject({
    ...{ withoutPtv: true },
    changes: { add: [{ title: 'Bring tea and cake', ownerRole: 'volunteer' }] },
  });
  await user.click(tick);
  expect(choices).toEqual([{ withoutPtv: undefined }]);
});
