import { beforeAll, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page as PageOf } from '@followon/shared/contract/page';
import { hasCome, skip, type Visitor } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { ask } from './ask.js';
import { axeFindings } from './measures.js';

const PHONE = { viewport: { width: 375, height: 800 } } as const;

const stage = setStage();
let reader: Visitor;

/** Somebody who can look into the demo's outbox; the links are for others. */
beforeAll(async () => {
  reader = await stage.enters('site@demo');
});

/** The first message of the outbox that carries such a link, after as many days as it takes. */
async function aMessageWith(rel: string, audience: OutboxMessage['audience']): Promise<OutboxMessage> {
  for (let days = 0; days < 10; days += 1) {
    const { items } = await ask<PageOf<OutboxMessage>>(reader, 'GET', '/demo/outbox?limit=100');
    const found = items.find(
      (item) => item.audience === audience && item.links.some((link) => link.rel === rel),
    );
    if (found) return found;
    await skip(reader, 'day');
  }
  throw new Error(`nobody got a message with ${rel} in ten days`);
}

/** A task in a message to a volunteer of which others have heard by now: it is not put off any more. */
async function aTaskOthersHeardOf(): Promise<string> {
  for (let days = 0; days < 10; days += 1) {
    const { items } = await ask<PageOf<OutboxMessage>>(reader, 'GET', '/demo/outbox?limit=100');
    const links = items.filter(({ audience }) => audience === 'volunteer').flatMap((item) => item.links);
    for (const { href } of links.filter(({ rel }) => rel === 'tick-task')) {
      const body = { token: href.slice(href.indexOf('#') + 1) };
      const { choices } = await ask<LinkView>(reader, 'POST', '/links/open', { body });
      if (choices.includes('done') && !choices.includes('later')) return href;
    }
    await skip(reader, 'day');
  }
  throw new Error('nobody else heard of a volunteer’s task in ten days');
}

const hrefOf = ({ links }: OutboxMessage, rel: string): string =>
  links.find((link) => link.rel === rel)?.href ?? '';

/** Opens a link as somebody who has never been here, on a phone. */
async function opens(href: string): Promise<Visitor> {
  const visitor = await stage.passesBy(PHONE);
  await visitor.page.goto(href);
  await hasCome(visitor.page);
  return visitor;
}

/** Nothing of the token in the address, no cookie, nobody asked who is there, and nothing sideways. */
async function expectQuiet({ page, context, troubles }: Visitor): Promise<void> {
  expect(new URL(page.url())).toMatchObject({ pathname: '/l', hash: '', search: '' });
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(troubles).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
}

test('a volunteer ticks a task from a message without signing in, takes it back and ticks it again', async () => {
  const href = await aTaskOthersHeardOf();
  await reader.page.goto('/outbox');
  await reader.page.locator(`a[href="${href}"]`).waitFor();
  const volunteer = await opens(href);
  const { page } = volunteer;
  await page.getByRole('button', { name: 'Done' }).waitFor();
  await expectQuiet(volunteer);
  expect(await page.getByRole('button', { name: 'Later' }).count()).toBe(0);
  for (const name of ['Done', 'Can’t', 'Pass it on']) {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
  }

  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Done. Thank you.').waitFor();
  await expectQuiet(volunteer);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Done. Thank you.').waitFor();

  const again = await opens(href);
  await again.page.getByText('Done. Thank you.').waitFor();
  await again.page.getByText(/You told us on/).waitFor();
  expect(await again.page.getByRole('button', { name: 'Done' }).count()).toBe(0);
  await expectQuiet(again);
  await Promise.all([volunteer.leave(), again.leave()]);
}, 240_000);

test('a contact person says how many came with their thumb, and mends it by the same link', async () => {
  const message = await aMessageWith('record-register', 'role-holder');
  const contact = await opens(hrefOf(message, 'record-register'));
  const { page } = contact;
  await page.getByRole('heading', { name: 'How did it go?' }).waitFor();
  const more = page.getByRole('button', { name: 'One more' }).first();
  expect((await more.boundingBox())?.width).toBeGreaterThanOrEqual(72);
  for (let n = 0; n < 5; n += 1) await more.click();
  await expectQuiet(contact);
  await page.getByRole('button', { name: 'Save: 5 people came' }).click();
  await page.getByText('Saved. Thank you.').waitFor();
  await contact.leave();

  const again = await opens(hrefOf(message, 'record-register'));
  await again.page.getByText(/: 5 people came/).waitFor();
  await again.page.getByRole('button', { name: 'Change it' }).click();
  await again.page.getByRole('button', { name: 'We did not meet' }).click();
  await again.page.getByRole('button', { name: 'The weather' }).click();
  await again.page.getByText(/you did not meet/).waitFor();
  await expectQuiet(again);
  await again.leave();
}, 240_000);

test('a link that is no link says what to do, and one without its last part as well', async () => {
  const stray = await stage.passesBy(PHONE);
  await stray.page.goto(`/l#${'A'.repeat(43)}`);
  await stray.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await stray.page.goto('about:blank');
  await stray.page.goto('/l');
  await stray.page.getByRole('heading', { name: 'Open the link in your message' }).waitFor();
  await stray.leave();
});
