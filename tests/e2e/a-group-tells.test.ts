import { beforeAll, expect, test } from '@jest/globals';
import type { Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { axeFindings, focused, smallTargets, sticksOut } from './measures.js';

const GROUP = 'Morning group, Orchard';
const YOUNG = 'Tuesday group, Fernbank';
const QUIET = 'Friday group, Library';
const FADING = 'Thursday group, Quay';

const stage = setStage();
let contact: Visitor;
let clinician: Visitor;

beforeAll(async () => {
  contact = await stage.enters('contact@demo', {
    viewport: { width: 375, height: 800 },
    reducedMotion: 'reduce',
  });
  clinician = await stage.enters('clinician@demo', { reducedMotion: 'reduce' });
});

/** Opens a group from the list, as a person would. */
async function open({ page }: Visitor, name: string): Promise<void> {
  await page.goto('/groups');
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('slider').waitFor();
}

/** The page as it stands, in both lights, has nothing that keeps anybody out. */
async function wrongs({ page }: Visitor, width: number): Promise<string[]> {
  const found: string[] = [];
  if ((await sticksOut(page, width)) > 0) found.push('sticks out');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeFindings(page)).map((finding) => `${colorScheme}: ${finding}`));
  }
  return [...found, ...(await smallTargets(page, 48)).filter((target) => /^button|^label/.test(target))];
}

test('the contact person asks for a hand with one key, and is thanked where the button stood', async () => {
  const { page } = contact;
  await open(contact, GROUP);
  await page.getByRole('button', { name: 'There was a falling out' }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.getByRole('button', { name: 'We would like a hand' }).press('Enter');
  await page.locator('#main').getByText('Thank you for asking. Somebody will be in touch.').waitFor();
  expect((await focused(page))?.words).toContain('Thank you for asking.');
  expect(await wrongs(contact, 375)).toEqual([]);
});

test('the clinician is told at once, reads what the group said, and sees when it would clear', async () => {
  const { page } = clinician;
  await page.goto('/');
  const card = page.getByRole('article', { name: GROUP });
  await card.getByText(/^The group asked for a hand on/).waitFor();
  await open(clinician, GROUP);
  const main = await page.getByRole('main').innerText();
  expect(main).toContain('This clears when it is sorted.');
  expect(main).toMatch(/What the group told us[^]*the group said that there had been a falling out\./);
  expect(await page.getByRole('button', { name: 'We would like a hand' }).count()).toBe(0);
  expect(await wrongs(clinician, 1280)).toEqual([]);
});

test('settled in one tap, it is over for everybody', async () => {
  const { page } = contact;
  await page.reload();
  for (const what of ['We would like a hand', 'There was a falling out']) {
    const sorted = page.getByRole('button', { name: `This is sorted now: ${what}` });
    await sorted.click();
    // What was said of the one before may still stand there.
    await page.locator('#main').getByText('Good to hear. It is marked as sorted.').first().waitFor();
    await sorted.waitFor({ state: 'detached' });
  }
  await clinician.page.goto('/');
  await clinician.page.getByRole('article', { name: GROUP }).waitFor({ state: 'detached' });
  await open(clinician, GROUP);
  await clinician.page.getByText('Steady', { exact: true }).first().waitFor();
});

test.each([
  [YOUNG, /New groups often want a hand\. This one began in \w+\./],
  [QUIET, /No meeting that we know of for \d+ weeks, since .*; the next date would have been/],
  [
    FADING,
    /\d+ usually come; the last four meetings had [^]*About \d+ likely on 26 November \(between \d+ and \d+\)/,
  ],
])('%s says what can be said of it', async (name, says) => {
  await open(clinician, name);
  expect(await clinician.page.getByRole('main').innerText()).toMatch(says);
  expect(await wrongs(clinician, 1280)).toEqual([]);
  expect(await wrongs(clinician, 375)).toEqual([]);
  await clinician.page.setViewportSize({ width: 1280, height: 800 });
});

test('whoever chooses Welsh reads in Welsh why a group may need a call, and the choice stays', async () => {
  const { page } = clinician;
  await open(clinician, FADING);
  await page.getByRole('button', { name: 'Cymraeg' }).click();
  await page.getByText('Yn dechrau pylu').first().waitFor();
  expect((await focused(page))?.words).toBe('Cymraeg');
  await page.reload();
  const why = page.getByText(/^Mae \d+ yn dod fel arfer; daeth .* i’r 4 cyfarfod diwethaf\./).first();
  await why.waitFor();
  expect(await why.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('cy');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-GB');
  await page.getByText('Dydd Iau 19 Tachwedd: Yn dechrau pylu').waitFor();
  expect(await wrongs(clinician, 1280)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Starting to fade').first().waitFor();
});

test('nothing went wrong on either screen, and nothing left the machine', () => {
  expect(contact.troubles).toEqual([]);
  expect(clinician.troubles).toEqual([]);
});
