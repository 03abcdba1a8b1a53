import { expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { setStage } from './a-stage.js';
import { axeFindings, focused } from './measures.js';

const stage = setStage();

/** How many sheets a printer would take. */
const sheetsOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;

test('a letter is opened, printed alone on one sheet, and posted after one question', async () => {
  const { page, troubles, leave } = await stage.enters('site@demo');
  await page.goto('/messages');
  const letter = page.getByRole('listitem').filter({ hasText: 'A letter to print and post.' });
  await letter.getByText('Open the letter').click();
  await letter.getByRole('button', { name: 'To print and post it' }).click();
  await letter.getByRole('button', { name: 'Print', exact: true }).click();
  expect(sheetsOf(await page.pdf({ format: 'A4' }))).toBe(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading').allInnerTexts()).toEqual(['Thank you']);
  await page.emulateMedia({ media: 'screen' });

  // What leaves a list takes no focus with it.
  await page.goto('/messages?state=held');
  await letter.getByRole('button', { name: 'It was posted' }).click();
  await letter.getByRole('group', { name: 'Is it in the post?' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await letter.getByRole('button', { name: 'Yes, it was posted' }).click();
  await letter.waitFor({ state: 'detached' });
  await eventually('the focus on the heading', async () => (await focused(page))?.tag === 'h1');
  expect(troubles).toEqual([]);
  await leave();
}, 90_000);
