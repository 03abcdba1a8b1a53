import type { Page } from '@followon/shared/contract/page';
import type { ProgrammeView } from '@followon/shared/contract/programmes';
import type { Visitor } from '../support/visitor.js';
import { ask } from './ask.js';

/** A programme as people speak of it, and where its page is. */
export interface Programme {
  readonly name: string;
  readonly path: string;
}

interface Counts {
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
}

/** Adds a programme with the form that its clinician uses, and waits for its checklist when it ends soon. */
export async function addProgramme(
  { page }: Visitor,
  name: string,
  lastSessionOn: string,
): Promise<Programme> {
  await page.goto('/programmes');
  await page.getByText('Add a programme').click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Last session').fill(lastSessionOn);
  await page.getByRole('button', { name: 'Add the programme' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return { name, path: new URL(page.url()).pathname };
}

/** What runs already at a clinician's site shall not end now. This only prepares a story, so no screen is used. */
export async function postpone(who: Visitor, lastSessionOn: string): Promise<void> {
  const { items } = await ask<Page<ProgrammeView>>(who, 'GET', '/programmes?state=running');
  for (const { id, version } of items)
    await ask(who, 'PATCH', `/programmes/${id}`, { body: { lastSessionOn }, version });
}

export async function openProgramme({ page }: Visitor, { name, path }: Programme): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** What leads to the choice stands behind a line while its days are far. */
async function unfold({ page }: Visitor): Promise<void> {
  const fold = page.locator('details', {
    has: page.getByText('Write down what the group chose', { exact: true }),
  });
  await fold
    .or(page.getByText(/\. Written down/))
    .first()
    .waitFor();
  if ((await fold.count()) > 0 && (await fold.getAttribute('open')) === null)
    await fold.locator('summary').first().click();
}

/** How many would like a group, with the plus of each answer. */
export async function count(visitor: Visitor, { yes, maybe, no }: Counts): Promise<void> {
  const { page } = visitor;
  await unfold(visitor);
  const answers = { Yes: yes, Maybe: maybe, 'No, thanks': no };
  for (const [answer, people] of Object.entries(answers)) {
    const more = page
      .getByRole('group', { name: answer, exact: true })
      .getByRole('button', { name: 'One more' });
    for (let n = 0; n < people; n += 1) await more.click();
  }
  await page.getByRole('button', { name: 'Save the numbers' }).click();
  await page.getByText(`${yes} said yes, ${maybe} maybe, ${no} no thanks, 0 something else.`).waitFor();
}

/** Writes down what the group chose, and with whom where that is known. */
export async function choose(visitor: Visitor, way: string, withWhom?: string): Promise<void> {
  const { page } = visitor;
  await unfold(visitor);
  await page.getByRole('radio', { name: way, exact: true }).check();
  if (withWhom)
    await page.getByLabel(/^(Which group|With which programme)/).selectOption({ label: withWhom });
  await page.getByRole('button', { name: 'Write down the choice' }).click();
  await page.getByText(`${way}. Written down`).waitFor();
  if (withWhom) await page.getByText(`With ${withWhom}.`).waitFor();
}

/** A line of the checklist that is still to do. */
export const line = ({ page }: Visitor, title: string) =>
  page
    .getByRole('region', { name: 'Handover', exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByText(title) });

/** Everything that is left on the checklist, a line each; what is done stands behind a line of its own. */
export const stillToDo = ({ page }: Visitor): Promise<string[]> =>
  page
    .getByRole('region', { name: 'Handover', exact: true })
    .getByRole('listitem')
    .filter({ visible: true })
    .allInnerTexts();

/** Ticks lines of the checklist, and waits until each has left for those that are done. */
export async function tick(visitor: Visitor, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await visitor.page.getByRole('button', { name: `Done ${title}` }).click();
    await visitor.page.getByRole('button', { name: `Undo ${title}` }).waitFor();
  }
}
