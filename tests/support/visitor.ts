import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import type { WholeProduct } from './whole-product.js';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium of the machine, with a profile of its own that is thrown away. @param program its path */
export const openBrowser = (program: string): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: flags });

const patienceMs = 15_000;

/** Somebody at a screen: one browser profile, one page. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console, exceptions of a page and requests that left the product, as sentences. */
  readonly troubles: string[];
  leave(): Promise<void>;
}

/** Opens an empty page in a profile of its own, and notes every trouble from then on. */
export async function visit(
  browser: Browser,
  { url }: WholeProduct,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (said) => {
    const at = new URL(said.location().url || url).pathname;
    if (said.type() === 'error' && !isFirstLook(said.text(), at))
      troubles.push(`console: ${said.text()} ${at}`);
  });
  page.on('pageerror', ({ message }) => troubles.push(`exception: ${message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== url && !['data:', 'blob:'].includes(protocol)) troubles.push(`left for ${origin}`);
  });
  return { page, context, troubles, leave: () => context.close() };
}

/** Before anybody has signed in, "who is this?" has one honest answer, 401, and the browser itself notes it. */
const isFirstLook = (text: string, path: string): boolean => path === '/api/session' && text.includes('401');

/** Until the page says its name: while it is fetched, a heading stands in for it. */
export const hasCome = (page: Page): Promise<void> => page.locator('h1:not(.fo-skeleton *)').waitFor();

/** The part of a demo sign-in before `.followon.test`. */
export type Who =
  | 'admin@demo'
  | 'site@demo'
  | 'clinician@demo'
  | 'volunteer@demo'
  | 'lead@demo'
  | 'contact@demo'
  | 'clinician@harbour';

/** Signs in through the page, as a person would, and waits for their home. */
export async function signIn({ page }: Visitor, { password }: WholeProduct, who: Who): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(`${who}.followon.test`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await hasCome(page);
}

/** Lives through days with the buttons of the demo bar. */
export async function skip({ page }: Visitor, how: 'day' | 'week', times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const before = await page.getByText('Here it is').innerText();
    await page.getByRole('button', { name: `Skip a ${how}` }).click();
    await page.getByText(before, { exact: true }).waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText('Living through the days').waitFor({ state: 'detached' });
  }
}
