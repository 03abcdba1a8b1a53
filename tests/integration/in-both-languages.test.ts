import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MailServer } from '../support/a-mail-server.js';
import { aMailServer } from '../support/a-mail-server.js';
import { aMessage, messageNoon } from '../support/a-message.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let server: MailServer;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  server = await aMailServer();
  worker = await aWorker(database, {
    ...{ FOLLOWON_MODE: 'live', PUBLIC_URL: 'https://followon.example' },
    ...{ SMTP_URL: server.url, MAIL_FROM: 'Followon <messages@followon.example>', SMTP_PER_SECOND: '1000' },
  });
}, 30_000);
beforeEach(() => {
  server.mails.length = 0;
});
afterAll(async () => {
  await worker?.close();
  await server?.close();
  await database?.close();
});

/** Every site of these stories is in Wales. */
async function fromWales(wishes?: Record<string, unknown>) {
  await aMessage(database, { at: { email: 'robin@example.test' }, ...(wishes && { wishes }) });
  await database.query(`update site set country = 'wales'`);
  await worker.deliverer.deliver(messageNoon);
  const { subject, text = '', html } = await server.parsed();
  return { subject, text, html: String(html), raw: server.mails[0]?.raw ?? '' };
}

describe('a mail from a site in Wales', () => {
  test('is in both languages for who has not chosen, Welsh first, each with all its links', async () => {
    const { subject, text, html, raw } = await fromWales();
    expect(subject).toBe('Sut aeth hi? / How did it go?');
    const [welsh = '', english = ''] = text.split('--------');
    expect(welsh).toMatch(/Dweud faint ddaeth:\nhttps:\S+/);
    expect(welsh).toContain('Stopio’r negeseuon hyn:');
    expect(english).toMatch(/Say how many came:\nhttps:\S+/);
    expect(english).toContain('Stop these messages:');
    expect(english.match(/https:\S+/g)).toEqual(welsh.match(/https:\S+/g));
    expect(html.match(/<div lang="(cy|en)"/g)).toEqual(['<div lang="cy"', '<div lang="en"']);
    expect(raw).toMatch(/^Content-Language: cy, en\r?$/m);
  });

  test('is as much in both for who has only said something else, like large print', async () => {
    const { subject, html } = await fromWales({ format: 'large-print' });
    expect(subject).toContain(' / ');
    expect(html).toContain('font-size:26px');
  });

  test.each([
    ['en', 'How did it go?'],
    ['cy', 'Sut aeth hi?'],
  ])('is in one language for who chose “%s”', async (language, subject) => {
    const mail = await fromWales({ language });
    expect(mail.subject).toBe(subject);
    expect(mail.text).not.toContain('--------');
    expect(mail.raw).toMatch(new RegExp(`^Content-Language: ${language}\\r?$`, 'm'));
  });
});
