import { expect, test } from '@jest/globals';
import { setStage } from './a-stage.js';
import { axeFindings } from './measures.js';

const stage = setStage();

test('an administrator tries out whether a message helps: reads what is declared, starts it, sees it run, stops it', async () => {
  const { page, troubles, leave } = await stage.enters('site@demo');
  await page.goto('/nudge-effects');
  const start = page.getByRole('region', { name: 'Start a trial' });
  await start.getByText(/nothing about it can be changed/).waitFor();
  await start.getByRole('radio', { name: /^How was the meeting\?/ }).check();
  // What it counts and how long it takes is read before it starts.
  const declared = start.getByRole('status');
  await declared.getByText(/within 7 days/).waitFor();
  await declared.getByText(/It takes \d+ occasions at most/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await start.getByRole('button', { name: 'Start this trial' }).click();

  const running = page.getByRole('article', { name: 'How was the meeting? – on trial' });
  await running.getByText(/It is too early to say/).waitFor();
  await page.reload();
  await running.getByText(/^What was written down before the start/).click();
  await running.getByText(/^The message is left out 50 times in 100/).waitFor();
  await running.getByText(/^It ends as “it helps” when the whole band lies above no difference/).waitFor();
  expect(await start.getByRole('radio', { name: /^How was the meeting\?/ }).count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);

  await running.getByRole('button', { name: /^Stop this trial/ }).click();
  await running.getByText(/everybody gets the message again/).waitFor();
  await running.getByRole('button', { name: 'Yes, stop it' }).click();
  await page.getByRole('article', { name: 'How was the meeting? – stopped before its time' }).waitFor();
  expect(await running.count()).toBe(0);
  // It may be tried out again, as a new trial.
  await start.getByRole('radio', { name: /^How was the meeting\?/ }).waitFor();
  expect(troubles).toEqual([]);
  await leave();
}, 90_000);
