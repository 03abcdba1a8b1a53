import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { readSource } from '../support/source-files.js';
import { hasCome, type Visitor, type Who } from '../support/visitor.js';
import { setStage } from './a-stage.js';
import { ask } from './ask.js';
import { axeFindings, focused, selfDescription, smallTargets, sticksOut } from './measures.js';

const stage = setStage();
/** Colours are measured as they are, not on their way from light to dark. */
const still: BrowserContextOptions = { reducedMotion: 'reduce' };

const everybodys = ['/sign-in', '/accessibility', '/l'];
const shared = ['/', '/groups', '/groups/$id', '/wishes'];
/** What stands in an address besides the `$id`, which leads to the first of its kind that the person sees. */
const others = { $way: 'join', $key: 'support-plan' } as const;
/** The pages each person has a use for. */
const pagesOf: Readonly<Record<Exclude<Who, 'clinician@harbour'>, readonly string[]>> = {
  'contact@demo': [...shared, '/record', '/groups/$id/next/$way', '/groups/$id/wishes/$member'],
  'volunteer@demo': [...shared, '/alerts', '/tasks', '/record', '/programmes/$id', '/sites/$id/documents'],
  'lead@demo': [
    ...shared,
    ...['/alerts', '/alerts/$id'],
    ...['/programmes', '/programmes/$id', '/sites/$id/policy'],
    ...['/volunteers', '/handovers', '/nudge-effects', '/messages', '/message-preview'],
  ],
  'clinician@demo': [
    ...shared,
    ...['/alerts', '/alerts/$id'],
    '/programmes',
    '/programmes/$id',
    '/sites/$id/policy',
    '/sites/$id/documents',
    '/sites/$id/documents/$key',
    '/outbox',
  ],
  'site@demo': [
    ...shared,
    ...['/messages', '/message-preview'],
    ...['/alerts', '/alerts/$id'],
    '/programmes',
    '/programmes/$id',
    '/imports',
    '/sites/$id/policy',
    '/sites/$id/lists',
    '/sites/$id/documents',
    '/sites/$id/documents/$key',
    '/volunteers',
    '/handovers',
    '/nudge-effects',
  ],
  'admin@demo': [...shared, '/alerts', '/imports', '/sites/$id/policy', '/handovers'],
};
const visitors = Object.entries(pagesOf) as [Who, readonly string[]][];
/** A page nobody here may see, and pages for others: they must be as whole as the rest. */
const notTheirs = {
  'contact@demo': '/imports',
  'clinician@demo': '/groups/no-such-group',
  'admin@demo': '/programmes',
};

test('every page of the router is looked at here', () => {
  const source = ['open', 'daily', 'site'].map((part) => readSource(`apps/web/src/${part}-routes.ts`));
  const routes = [...source.join('\n').matchAll(/^ +path: '([^']+)',$/gm)].map(([, path]) => path);
  const seen = new Set([...everybodys, ...Object.values(pagesOf).flat()]);
  expect([...seen].sort()).toEqual(routes.sort());
});

async function open({ page, troubles }: Visitor, path: string): Promise<void> {
  troubles.length = 0;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await hasCome(page);
  await page.locator('.fo-skeleton').first().waitFor({ state: 'detached' });
}

/** What is wrong with the page as it stands, at both widths and in both lights. */
async function wrongs({ page, troubles }: Visitor): Promise<string[]> {
  const found: string[] = [];
  const { title, lang, headings } = await selfDescription(page);
  if (!/^.+ – Followon$/.test(title)) found.push(`the title is "${title}"`);
  if (lang !== 'en-GB' || headings !== 1) found.push(`lang is ${lang}, and there are ${headings} h1`);
  for (const width of [1280, 375]) {
    if ((await sticksOut(page, width)) > 0) found.push(`sticks out at ${width}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await axeFindings(page)).map((finding) => `at ${width}, ${colorScheme}: ${finding}`));
    }
    found.push(...(await smallTargets(page)).map((target) => `at ${width}: ${target} is small`));
  }
  if ((await sticksOut(page, 320)) > 0) found.push('sticks out at 320');
  return [...found, ...troubles];
}

describe.each(visitors)('for %s', (who, pages) => {
  let visitor: Visitor;
  const first = async (kind: string) =>
    (await ask<{ items?: { id: string }[] }>(visitor, 'GET', kind)).items?.[0]?.id ?? 'none';
  beforeAll(async () => {
    visitor = await stage.enters(who, still);
  });

  test.each(pages)('%s', async (page) => {
    const [, kind, rest = ''] = /^(\/\w+)\/\$id(.*)$/.exec(page) ?? [];
    const more = rest.replace(/\$(way|key)/, (name) => others[name as keyof typeof others]);
    const id = kind ? await first(kind) : '';
    const whole = more.includes('$member')
      ? more.replace('$member', await first(`/groups/${id}/members`))
      : more;
    await open(visitor, kind ? `${kind}/${id}${whole}` : page);
    expect(await wrongs(visitor)).toEqual([]);
  });
});

test.each(['break', 'goodbye'])('what a group may decide, read before anything happens: %s', async (way) => {
  const visitor = await stage.enters('contact@demo', still);
  const { items } = await ask<{ items: { id: string }[] }>(visitor, 'GET', '/groups');
  await open(visitor, `/groups/${items[0]?.id}/next/${way}`);
  expect(await wrongs(visitor)).toEqual([]);
  if (way === 'goodbye') await visitor.page.getByRole('radio', { name: 'Today' }).check();
  await visitor.page.getByRole('button', { name: 'Continue' }).press('Enter');
  await visitor.page.getByRole('heading', { level: 1, name: /: is this right\?$/ }).waitFor();
  expect(await wrongs(visitor)).toEqual([]);
  await visitor.leave();
});

test.each(['as=email', 'as=sms', 'as=letter&format=large-print', 'format=bsl'])(
  'a message in both languages, before it is sent: %s',
  async (how) => {
    const visitor = await stage.enters('site@demo', still);
    await open(visitor, `/message-preview?key=would_a_hand_help&${how}`);
    const welsh = visitor.page.getByRole('region', { name: 'Welsh', exact: true });
    await welsh.locator('iframe, .fo-bubble, .fo-paper').first().waitFor();
    expect(await wrongs(visitor)).toEqual([]);
    await visitor.leave();
  },
);

test('a mail is shown whole in its frame, and its links lead nowhere', async () => {
  const { page, leave } = await stage.enters('site@demo', still);
  await page.goto('/message-preview?key=would_a_hand_help');
  const mail = page.getByRole('region', { name: 'English', exact: true }).frameLocator('iframe');
  await mail.getByRole('link', { name: 'Answer' }).click();
  await mail.getByRole('link', { name: 'Stop these messages' }).click();
  expect(await mail.getByText('Groups have their ups and downs.').isVisible()).toBe(true);
  const hidden = await mail.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
  expect(hidden).toBe(0);
  expect(page.context().pages()).toHaveLength(1);
  await leave();
});

test('a link that is no link says so, as whole as every other page', async () => {
  const visitor = await stage.passesBy(still);
  await open(visitor, `/l#${'A'.repeat(43)}`);
  await visitor.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  expect((await wrongs(visitor)).filter((trouble) => !/^console: .* 404 /.test(trouble))).toEqual([]);
  await visitor.leave();
});

test.each(Object.entries(notTheirs) as [Who, string][])(
  '%s finds nothing at %s, kindly',
  async (who, path) => {
    const visitor = await stage.enters(who, still);
    await open(visitor, path);
    await visitor.page.getByRole('heading', { name: 'There is nothing here for you to see' }).waitFor();
    const refusals = /^console: .* (400|404) /;
    expect((await wrongs(visitor)).filter((trouble) => !refusals.test(trouble))).toEqual([]);
    await visitor.leave();
  },
);

test.each([...everybodys, '/no-such-page'])('for somebody who has not signed in: %s', async (path) => {
  const visitor = await stage.passesBy(still);
  await open(visitor, path);
  expect(await wrongs(visitor)).toEqual([]);
  await visitor.leave();
});

test('the quiet screen of a volunteer is as whole as every other, and one press leaves it', async () => {
  const visitor = await stage.enters('volunteer@demo', still);
  const { page } = visitor;
  await open(visitor, '/');
  await page.getByRole('button', { name: 'I need a quieter screen' }).press('Enter');
  await page.getByRole('button', { name: 'It is done' }).waitFor();
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await wrongs(visitor)).toEqual([]);
  await open(visitor, '/');
  await page.getByRole('button', { name: 'Show everything' }).press('Enter');
  await page.getByRole('navigation').waitFor();
  await visitor.leave();
});

test('the first page needs no more than 170 kB of script, compressed', async () => {
  const { page, leave } = await stage.passesBy();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000);
  await leave();
});

test('the keyboard comes past the menu first, sees where it is, and lands on the heading of a new page', async () => {
  const { page, leave } = await stage.enters('clinician@demo');
  await page.goto('/');
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatchObject({ words: 'Skip to main content', inWindow: true });
  let stops = 0;
  for (let place = await focused(page); place; place = await focused(page)) {
    expect(place).toMatchObject({ ring: true, inWindow: true });
    stops += 1;
    await page.keyboard.press('Tab');
  }
  expect(stops).toBeGreaterThan(await page.getByRole('main').getByRole('button').count());
  await page.getByRole('link', { name: 'Groups', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  await eventually('the focus on the heading', async () => (await focused(page))?.tag === 'h1');

  await page.goto('/');
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toMatchObject({ tag: 'main' });
  await leave();
});
