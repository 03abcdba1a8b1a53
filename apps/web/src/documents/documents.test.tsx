import type { DocumentSummary, DocumentView } from '@followon/shared/contract/documents';
import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aServer } from '../api/a-server.test-support.js';
import { aSession, onAPage } from '../ui/on-a-page.test-support.js';
import { DocumentPage } from './document-page.js';
import { GivenOut } from './given-out.js';

const summary: DocumentSummary = {
  ...{ key: 'support-plan', title: 'Our mutual support plan', label: 'base-1' },
  ...{ version: 0, savedAt: null, needsCheck: false },
};
const plan: DocumentView = {
  ...summary,
  ...{ siteId: 'avonside', siteName: 'Avonside', body: 'Our group: {group}\n____', placeholders: ['group'] },
  blocks: [
    { kind: 'text', pieces: [{ text: 'Our group: ' }, { blank: 'group' }] },
    { kind: 'line' },
    { kind: 'list', items: [[{ text: 'in {oops} braces' }]] },
  ],
  mayWrite: true,
};
const page = <DocumentPage siteId="avonside" documentKey="support-plan" programmeId={undefined} />;

test('a plan is read with its blanks and lines, and made large with one tick', async () => {
  aServer(() => ({ body: plan }));
  const user = onAPage(page);
  const paper = await screen.findByRole('article', { name: 'Our mutual support plan' });
  expect(paper.textContent).toContain('our group');
  expect(paper.textContent).toContain('base-1');
  expect(screen.getByLabelText('A line to write on')).toBeTruthy();
  expect(paper.className).not.toContain('large');
  await user.click(screen.getByRole('checkbox', { name: /Large print/ }));
  expect(paper.className).toContain('fo-paper--large');
});

test('words that the server refuses stay in the box, with what to mend', async () => {
  const server = aServer(({ method }) =>
    method === 'PUT'
      ? {
          status: 400,
          body: {
            ...{ type: 'about:blank', title: 'Some of this cannot be right.', status: 400, code: 'invalid' },
            errors: [{ path: 'body', message: 'Line 1 holds {kontakt}, which is not one of the places.' }],
          },
        }
      : { body: plan },
  );
  const user = onAPage(page);
  await user.click(await screen.findByRole('button', { name: 'Put it in our own words' }));
  const box = screen.getByRole('textbox', { name: 'Words' });
  await user.clear(box);
  await user.type(box, 'Ring {{kontakt} today, all of you.');
  await user.click(screen.getByRole('button', { name: 'Save as our own' }));
  expect((await screen.findByRole('alert')).textContent).toContain('kontakt');
  expect((box as HTMLTextAreaElement).value).toBe('Ring {kontakt} today, all of you.');
  expect(server.asked.at(-1)?.headers['if-match']).toBe('"0"');
});

test('what was given out is noted with its format and stands in the list', async () => {
  const noted: unknown[] = [];
  aServer(({ method, path, body }) => {
    if (method === 'POST') {
      const given = { id: '1', title: summary.title, label: 'base-1', on: '2026-11-24', ...(body as object) };
      noted.push(given);
      return { body: given };
    }
    return { body: { items: path.includes('/programmes/') ? noted : [summary], nextCursor: null } };
  });
  const user = onAPage(
    <GivenOut siteId="avonside" programmeId="spring" />,
    aSession({ actions: ['see-documents', 'give-document'] }),
  );
  expect(await screen.findByText('Nothing is noted as given out yet.')).toBeTruthy();
  await user.click(screen.getByText('Note what you gave out'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Which one' }), 'support-plan');
  await user.selectOptions(screen.getByRole('combobox', { name: 'In which format' }), 'Large print');
  await user.click(screen.getByRole('button', { name: 'Note it' }));
  expect(await screen.findByText(/Our mutual support plan: Large print, .*version base-1/)).toBeTruthy();
});

test('the focus goes to the words that are written', async () => {
  aServer(() => ({ body: plan }));
  const user = onAPage(page);
  await user.click(await screen.findByRole('button', { name: 'Put it in our own words' }));
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Put it in our own words' }));
});
