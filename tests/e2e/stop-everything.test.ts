import { beforeAll, expect, test } from '@jest/globals';
import type { NudgeView, OutboxMessage } from '@followon/shared/contract/messages';
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

const newest = async (): Promise<readonly OutboxMessage[]> =>
  (await ask<PageOf<OutboxMessage>>(reader, 'GET', '/demo/outbox?limit=100')).items;
const hrefOf = ({ links }: OutboxMessage, rel: string): string =>
  links.find((link) => link.rel === rel)?.href ?? '';

/** A message to a member of a group, after as many days as it takes; members of the demo have no account. */
async function aMembersMessage(): Promise<OutboxMessage> {
  for (let days = 0; days < 30; days += 1) {
    const found = (await newest()).find(
      (message) =>
        message.audience === 'member' && message.groupId !== null && hrefOf(message, 'stop') !== '',
    );
    if (found) return found;
    await skip(reader, 'day');
  }
  throw new Error('no member got a message in thirty days');
}

async function opens(href: string): Promise<Visitor> {
  const visitor = await stage.passesBy(PHONE);
  await visitor.page.goto(href);
  await hasCome(visitor.page);
  return visitor;
}

async function expectQuiet({ page, context, troubles }: Visitor): Promise<void> {
  expect(new URL(page.url())).toMatchObject({ pathname: '/l', hash: '', search: '' });
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(troubles).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
}

const isTo =
  ({ toName, groupId, audience }: OutboxMessage) =>
  (other: OutboxMessage): boolean =>
    other.toName === toName && other.groupId === groupId && other.audience === audience;

test('stop everything from the message: a member without an account stops, and nothing reaches them again', async () => {
  const message = await aMembersMessage();
  const member = await opens(hrefOf(message, 'stop'));
  const { page } = member;
  for (const name of ['Stop these messages', 'Stop everything', 'Pause for 4 weeks']) {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
  }
  await expectQuiet(member);
  await page.getByRole('button', { name: 'Stop everything' }).click();
  await page.getByText('Everything is stopped.').waitFor();
  await expectQuiet(member);
  await page.getByRole('button', { name: 'Undo: start again' }).click();
  await page.getByRole('button', { name: 'Stop everything' }).click();
  await page.getByText('Everything is stopped.').waitFor();
  await member.leave();

  const before = new Set((await newest()).map(({ id }) => id));
  for (let weeks = 0; weeks < 4; weeks += 1) await skip(reader, 'week');
  const since = (await newest()).filter(({ id, sentAt }) => sentAt !== null && !before.has(id));
  expect(since.filter(isTo(message))).toEqual([]);
  expect(since.length).toBeGreaterThan(10);
  const { items } = await ask<PageOf<NudgeView>>(reader, 'GET', `/nudges?group=${message.groupId}&limit=200`);
  expect(items.some(({ state, reason }) => state === 'suppressed' && reason === 'stopped')).toBe(true);
}, 400_000);

test('what they get is theirs to say, from any message of theirs', async () => {
  const message = await aMembersMessage();
  const member = await opens(hrefOf(message, 'preferences'));
  const { page } = member;
  await page.getByRole('heading', { name: 'My messages' }).waitFor();
  const again = page.getByRole('button', { name: 'Undo: start again' });
  if (await again.isVisible()) await again.click();
  await page.getByRole('radio', { name: 'Large print' }).check();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Today is a bad day' }).click();
  await page.getByText('Messages wait until tomorrow.').waitFor();
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('07700 900123');
  await page.getByRole('button', { name: 'Keep this number' }).click();
  await page.getByText(/We have a mobile number for you/).waitFor();
  expect(await page.content()).not.toContain('900123');
  await expectQuiet(member);
  await member.leave();
}, 240_000);
