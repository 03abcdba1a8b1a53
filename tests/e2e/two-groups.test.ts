import { beforeAll, expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import type { Page as PageOf } from '@followon/shared/contract/page';
import type { Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { ask } from './ask.js';

const ASKS = 'Morning group, Orchard';
const ASKED = 'Tuesday group, Fernbank';
const TOGETHER = 'Willow and Fern';
const JOIN = 'Join with another group';

const stage = setStage();
let contact: Visitor;
/** No sign-in of the demo is a contact person of the other group, so its answer comes through the site's administrator. */
let administrator: Visitor;
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  contact = await stage.enters('contact@demo', { viewport: { width: 375, height: 800 } });
  administrator = await stage.enters('site@demo');
  const { items } = await ask<PageOf<GroupView>>(administrator, 'GET', '/groups?limit=200');
  ids = new Map(items.map(({ id, name }) => [name, id]));
});

async function openGroup({ page }: Visitor, was: string, name = was): Promise<void> {
  await page.goto(`/groups/${ids.get(was)}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test('a group asks another one, and reads what would happen before anything does', async () => {
  const { page } = contact;
  await openGroup(contact, ASKS);
  await page.getByRole('link', { name: JOIN }).click();
  await page.getByRole('heading', { level: 1, name: JOIN }).waitFor();
  await page.getByRole('radio', { name: ASKED }).check();
  await page.getByLabel('A new name for both, if you like').fill(TOGETHER);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(`${ASKED} is asked. Nothing changes until they say yes.`).waitFor();
  await page.getByText('For two weeks either side can undo it, and you are two groups again.').waitFor();
  await page.getByRole('button', { name: 'Ask them' }).click();
  await page.getByText(`You asked ${ASKED} to go on together. They have not answered yet.`).waitFor();
});

test('nothing has changed for either of them before the other group says yes', async () => {
  await openGroup(contact, ASKS);
  await openGroup(administrator, ASKED);
  await administrator.page.getByText(`${ASKS} would like to join you`).waitFor();
  await administrator.page.getByText(`Both groups will be called ${TOGETHER}.`).waitFor();
});

test('the other group says yes, and they are one group with the history of both', async () => {
  const { page } = administrator;
  await page.getByRole('radio', { name: 'The group asked me to' }).check();
  await page.getByRole('button', { name: 'Yes, let us go on together' }).click();
  await page.getByRole('heading', { level: 1, name: TOGETHER }).waitFor();
  const lineage = page.getByRole('region', { name: 'Where it came from' });
  await lineage.getByRole('link', { name: ASKS }).waitFor();
  await page.getByText(`${ASKS} joined this group.`).waitFor();

  await openGroup(contact, ASKS);
  const wentOn = contact.page.getByRole('region', { name: 'Where it went on' });
  await wentOn.getByRole('link', { name: TOGETHER }).click();
  await contact.page.getByRole('heading', { level: 1, name: TOGETHER }).waitFor();
});

test('they think again within two weeks, and are two groups with their own names', async () => {
  const { page } = contact;
  await page.getByRole('button', { name: 'Be two groups again' }).click();
  await page.getByRole('heading', { level: 1, name: ASKS }).waitFor(); // led home
  await page.getByRole('link', { name: JOIN }).waitFor();
  await openGroup(administrator, ASKED);
  expect(await administrator.page.getByText(`${ASKS} joined this group.`).count()).toBe(0);
});

test('nothing went wrong on either screen, and nothing left the machine', () => {
  // A page that stands open asks anew in the moment in which a group is no longer its reader's, and is told so.
  const noLongerTheirs = /^console: .* 404 .* \/api\/groups\//;
  expect(contact.troubles.filter((trouble) => !noLongerTheirs.test(trouble))).toEqual([]);
  expect(administrator.troubles).toEqual([]);
});
