import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MailServer } from '../support/a-mail-server.js';
import { aMailServer } from '../support/a-mail-server.js';
import { aMessage, deliveryOf, messageNoon, stepsOf } from '../support/a-message.js';
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

beforeEach(async () => {
  server.mood = { kind: 'takes' };
  server.mails.length = 0;
  await nobodyIsPaused();
});

afterAll(async () => {
  await worker?.close();
  await server?.close();
  await database?.close();
});

/** The buckets keep the database's time: what they were paused for has passed in these stories. */
const nobodyIsPaused = () => database.query('update provider_bucket set paused_until = null');
const later = (minutes: number): Date => new Date(messageNoon.getTime() + minutes * 60_000);
const robin = { email: 'robin@example.test' };
const stuck = (nudgeId: string) =>
  database.query(`select 1 from event where name = 'delivery.stuck.v1' and payload->>'nudgeId' = $1`, [
    nudgeId,
  ]);

describe('a mail', () => {
  test('says what the message says, in words and in pictures, with a way out of one tap', async () => {
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent', channel: 'smtp', tries: 1 });
    expect(await stepsOf(database, message)).toEqual(['chosen', 'handed-over']);
    const mail = await server.parsed();
    expect(mail.subject).toBe('How did it go?');
    expect(mail.from?.value).toEqual([{ name: 'Followon', address: 'messages@followon.example' }]);
    expect(mail.text).toMatch(/Say how many came:\nhttps:\/\/followon\.example\/l#[\w-]{43}/);
    expect(mail.html).toContain('lang="en"');
    expect(server.mails[0]?.raw).toMatch(
      /List-Unsubscribe:\s+<https:\/\/followon\.example\/api\/unsubscribe\/[\w-]{43}>/,
    );
    expect(server.mails[0]?.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('is the same mail when it is sent again: its id comes from its key', async () => {
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    await database.query(`update delivery set state = 'queued' where id = $1`, [message.deliveryId]);
    await worker.deliverer.deliver(messageNoon);
    const ids = await Promise.all([server.parsed(0), server.parsed(1)]);
    expect(ids[0]?.messageId).toBeTruthy();
    expect(ids[0]?.messageId).toBe(ids[1]?.messageId);
  });

  test('is in Welsh from its subject to its last button, and says so, where Welsh is wished for', async () => {
    await aMessage(database, { at: robin, wishes: { language: 'cy' } });
    await worker.deliverer.deliver(messageNoon);
    const { subject, text = '', html } = await server.parsed();
    expect(subject).toBe('Sut aeth hi?');
    expect(text).toMatch(/Dweud faint ddaeth:\nhttps:\/\/followon\.example\/l#[\w-]{43}/);
    expect(text).toContain('Newid beth rydych chi’n ei gael:');
    expect(text).toContain('Stopio’r negeseuon hyn:');
    const english = /\b(say|stop|change|answer|these|messages|what|you|the|how|came|add)\b/i;
    expect(text.replaceAll(/https:\S+/g, '')).not.toMatch(english);
    expect(String(html).replaceAll(/<style[^]*?<\/style>|<[^>]*>/g, ' ')).not.toMatch(english);
    expect(html).toContain('lang="cy"');
    expect(server.mails[0]?.raw).toMatch(/^Content-Language: cy\r?$/m);
  });

  test('is large where large print is wished for', async () => {
    const wishes = { language: 'cy', format: 'large-print' };
    await aMessage(database, { at: robin, wishes });
    await worker.deliverer.deliver(messageNoon);
    const { html } = await server.parsed();
    expect(html).toContain('font-size:26px');
    expect(html).toContain('lang="cy"');
  });

  test('takes a hostile name as a name', async () => {
    const groupName = 'A\r\nBcc: all@example.test <img src=x onerror=alert(1)> @@stops@@ \u202Egnp.exe';
    await aMessage(database, { at: robin, groupName });
    await worker.deliverer.deliver(messageNoon);
    const mail = await server.parsed();
    expect(mail.bcc).toBeUndefined();
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img');
    expect(`${mail.text ?? ''}${mail.subject ?? ''}`).not.toMatch(/[\u202A-\u202E]/);
    expect(mail.html).toContain('@@stops@@');
  });

  test('goes to whoever signs in at the address they sign in with', async () => {
    const message = await aMessage(database, { signsInWith: 'sam@example.test' });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent', contact_point_id: null });
    expect(server.mails.map(({ to }) => to)).toEqual(['sam@example.test']);
  });
});

describe('what a mail server answers', () => {
  test('“not now” is tried again, later and later, and after five times a person decides', async () => {
    server.mood = { kind: 'refuses', at: 'rcpt', code: 451 };
    const message = await aMessage(database, { at: robin });
    for (let tries = 1; tries <= 5; tries += 1) {
      const { due_at } = await deliveryOf(database, message);
      await worker.deliverer.deliver(new Date(Math.max(due_at.getTime(), messageNoon.getTime())));
      expect((await deliveryOf(database, message)).tries).toBe(tries);
      await database.query('update delivery set due_at = $2 where id = $1', [
        message.deliveryId,
        messageNoon,
      ]);
    }
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'dead', reason: 'smtp-451' });
    expect(await stuck(message.nudgeId)).toHaveLength(1);
    expect(server.mails).toHaveLength(0);
  });

  test('“nobody lives here” breaks the address, and another way is looked for', async () => {
    server.mood = { kind: 'refuses', at: 'rcpt', code: 550 };
    const message = await aMessage(database, { at: { ...robin, letter: 'Robin Ellis, 1 Long Lane' } });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({
      state: 'held',
      reason: 'to-print',
      channel: 'paper',
    });
    expect(await stepsOf(database, message)).toEqual(['chosen', 'refused', 'to-print']);
    const broken = await database.query(
      'select channel from contact_point where person_id = $1 and broken_at is not null',
      [message.personId],
    );
    expect(broken).toEqual([{ channel: 'email' }]);
  });

  test('“no” to the mail itself is final', async () => {
    server.mood = { kind: 'refuses', at: 'data', code: 554 };
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'dead', reason: 'smtp-554' });
  });

  test('nothing, after it took all of it: a person decides, and it is never sent again by itself', async () => {
    server.mood = { kind: 'takes-and-hangs-up' };
    const message = await aMessage(database, { at: robin });
    await worker.deliverer.deliver(messageNoon);
    server.mood = { kind: 'takes' };
    for (const minutes of [1, 60, 600, 1440]) await worker.deliverer.deliver(later(minutes));
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'unknown', reason: 'smtp-silent' });
    expect(server.mails).toHaveLength(1);
    expect(await stuck(message.nudgeId)).toHaveLength(1);
  });
});

test('a mail server that is away for a day costs no message a try, and all leave when it is back', async () => {
  await server.goAway();
  const messages = [];
  for (let n = 0; n < 5; n += 1)
    messages.push(await aMessage(database, { at: { email: `p${n}@example.test` } }));
  for (let hour = 0; hour < 24; hour += 1) {
    await worker.deliverer.deliver(later(60 * hour));
    await nobodyIsPaused();
  }
  await server.comeBack();
  for (let minutes = 1440; minutes < 1450; minutes += 1) await worker.deliverer.deliver(later(minutes));
  for (const message of messages)
    expect(await deliveryOf(database, message)).toMatchObject({ state: 'sent', tries: 1 });
  expect(server.mails).toHaveLength(5);
});
