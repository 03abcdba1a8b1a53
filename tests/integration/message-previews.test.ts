import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MessageKinds, PreviewView } from '@followon/shared/contract/previews';
import type { Problem } from '@followon/shared/contract/problem';
import type { Nudge } from '@followon/shared/rules/nudge/nudge';
import { nudges } from '@followon/shared/rules/nudge/nudges';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let api: TestApi;
let site: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  site = await aGroupAndEveryone(database, api);
}, 30_000);

afterAll(async () => {
  await api?.close();
  await database?.close();
});

const every: readonly Nudge[] = nudges;
const shown = every.flatMap(({ key, audience, alsoFor = [] }) =>
  [audience, ...alsoFor].flatMap((one) =>
    (['en', 'cy'] as const).map((language) => ({ key, audience: one, language })),
  ),
);
type Who = keyof Everyone['clients'];
const read = (rest: string, who: Who = 'site-admin') =>
  site.clients[who].get<PreviewView & MessageKinds & Problem>(`/message-previews${rest}`);
const preview = async (key: string, query: string) =>
  (await read(`/${key}?site=${site.siteId}&${query}`)).body;

const TELLING =
  /pain|hospital|nhs|diagnos|patient|condition|symptom|poen|ysbyty|meddyg|absen|undefined|null|NaN/i;

describe.each(shown)('$key to a $audience in $language', ({ key, audience, language }) => {
  test('is whole on every way it may go, and neutral wherever others may see it', async () => {
    const it = await preview(key, `language=${language}&audience=${audience}`);
    expect(it).toMatchObject({ key, audience, language, format: 'standard' });
    const { subject, mail, sms, push, sheets, choices } = it;
    if (!mail || !sms || !push) throw new Error('A machine makes it, and it is not there.');
    for (const seen of [subject, mail.preview, push.title]) {
      expect(seen).toMatch(/\p{L}{2}/u);
      expect(seen).not.toMatch(TELLING);
    }
    expect(mail.html).toContain(`lang="${language}"`);
    expect(mail.html).not.toMatch(/<script|<img|<link|url\(|@import|@@|\son\w+=/i);
    expect(mail.text.length).toBeGreaterThan(subject.length);
    expect(sheets).toMatchObject([{ lang: language, subject }]);
    expect(sms.text.length).toBeLessThanOrEqual(612);
    expect(sms).toMatchObject({ alphabet: 'gsm-7' });
    expect(sms.parts).toBeLessThanOrEqual(4);
    expect(sheets[0]?.text).not.toMatch(TELLING);
    expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(/Stop these messages:|Stopio’r negeseuon hyn:/.test(mail.text)).toBe(audience !== 'staff');
  });
});

test('the catalogue tells to whom, when, how often, and what makes it stay away', async () => {
  const { body } = await read(`?site=${site.siteId}`);
  expect(body.items.map(({ key }) => key)).toEqual(every.map(({ key }) => key));
  const found = (key: string) => body.items.find((kind) => kind.key === key);
  expect(found('missed_you_soft')).toMatchObject({
    ...{ subject: 'You are welcome any time', onlyIfChosen: true, onceInDays: 90, purpose: 'missed-you' },
    audiences: [{ audience: 'member', needsYes: true, mayRefuse: true, mayStop: true }],
  });
  expect(found('missed_you_soft')?.audiences[0]?.caps).toEqual([
    { days: 7, most: 2 },
    { days: 30, most: 4 },
  ]);
  expect(found('would_a_hand_help')?.quiet).toEqual({
    days: 30,
    longer: [{ label: 'Leave us be', days: 90 }],
  });
  expect(found('alert_opened')?.audiences).toEqual([
    { audience: 'staff', caps: [], mayRefuse: false, mayStop: false, needsYes: false },
  ]);
});

test('large print is large, and what a person makes by hand is no mail', async () => {
  const sizes = async (format: string) =>
    (await preview('how_was_it', `format=${format}`)).mail?.html.includes('font-size:26px');
  expect(await sizes('standard')).toBe(false);
  expect(await sizes('large-print')).toBe(true);
  for (const format of ['easy-read', 'bsl', 'paper']) {
    const { mail, sms, push, sheets } = await preview('how_was_it', `format=${format}`);
    expect({ mail, sms, push }).toEqual({ mail: null, sms: null, push: null });
    expect(sheets[0]?.text).toContain('how many people came');
    expect(sheets[0]?.boxes.some(({ hasNumber }) => hasNumber)).toBe(true);
  }
});

test('both languages together are whole, Welsh first, and fit into a text message', async () => {
  const [both, welsh, english] = [await whole('both'), await whole('cy'), await whole('en')];
  expect(both.subject).toBe(`${welsh.subject} / ${english.subject}`);
  expect(both.push.title).toBe(`${welsh.push.title} / ${english.push.title}`);
  expect(both.mail.text.startsWith(welsh.mail.text)).toBe(true);
  expect(both.mail.text.endsWith(english.mail.text)).toBe(true);
  expect(both.sheets).toEqual([...welsh.sheets, ...english.sheets]);
  expect(both.sms.text).toMatch(/STOP\.\n.*STOP\.$/);
  expect(both.sms.text.length).toBeLessThanOrEqual(612);
});

async function whole(language: string) {
  const { mail, sms, push, ...others } = await preview('how_was_it', `language=${language}`);
  if (!mail || !sms || !push) throw new Error('A machine makes it, and it is not there.');
  return { mail, sms, push, ...others };
}

describe('the mail by itself, for a frame', () => {
  const open = (query = '', who: Who = 'site-admin') =>
    site.clients[who].fetch(`/message-previews/how_was_it/mail?site=${site.siteId}${query}`);

  test('is what is sent, and nothing in it runs, is fetched or leads away', async () => {
    const response = await open();
    const html = await response.text();
    const { mail } = await preview('how_was_it', 'language=en');
    expect(html.replace('<base target="_blank">', '')).toBe(mail?.html);
    expect(html).toContain('<head><base target="_blank">');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/sandbox(?!.*allow-(scripts|forms|popups|top))/);
  });

  test('is no mail where a person makes it by hand', async () => {
    const response = await open('&format=bsl');
    expect(response.status).toBe(400);
    expect((await response.json()) as Problem).toMatchObject({
      errors: [{ path: 'format', message: expect.stringContaining('standard or large-print') }],
    });
  });
});

describe('what cannot be shown is said, and what could be', () => {
  test.each([
    { rest: '/long_gone?', path: 'key', message: /Choose one of these: task_digest, how_was_it, / },
    { rest: '/how_was_it?language=fr', path: 'language', message: /^Choose one of these: en, cy, both\.$/ },
    { rest: '/how_was_it?audience=everybody', path: 'audience', message: /member, role-holder/ },
    {
      rest: '/how_was_it?audience=member',
      path: 'audience',
      message: /^This message does not go to them\. Choose one of these: role-holder\.$/,
    },
    { rest: '/how_was_it?format=loud', path: 'format', message: /standard, large-print, easy-read/ },
  ])('$rest', async ({ rest, path, message }) => {
    const { status, body } = await read(`${rest}&site=${site.siteId}`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path, message: expect.stringMatching(message) }]);
  });
});

test.each([
  { who: 'clinician', status: 200 },
  { who: 'lead', status: 200 },
  { who: 'volunteer', status: 404 },
  { who: 'contact', status: 404 },
  { who: 'network-admin', status: 404 },
] as const)('a $who is answered $status', async ({ who, status }) => {
  for (const rest of ['', '/how_was_it', '/how_was_it/mail']) {
    const response = await site.clients[who].fetch(`/message-previews${rest}?site=${site.siteId}`);
    expect(response.status).toBe(status);
  }
});

test('nobody sees them for a site that is not theirs', async () => {
  const other = await aGroupAndEveryone(database, api);
  expect((await read(`?site=${other.siteId}`)).status).toBe(404);
  expect((await read(`/how_was_it?site=${other.siteId}`)).status).toBe(404);
});
