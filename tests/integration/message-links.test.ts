import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LinkView } from '@followon/shared/contract/links';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import { linkTokenHash } from '@followon/shared/db/links/link-token';
import { aGroup } from '../support/a-group.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import { aNudge } from '../support/a-nudge.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const DAY_MS = 86_400_000;
/** A weekday noon from now on, when messages may leave. */
const sending = weekdayNoon();
const yesterday = new Date(sending.getTime() - DAY_MS).toISOString().slice(0, 10);

let database: TestDatabase;
let worker: TestWorker;
let api: TestApi;
let site: string;
let volunteer: AccountRow;
let contact: AccountRow;
let lead: Client;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = (await aSite(database)).id;
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId: site }] });
  contact = await anAccount(database, { roles: [{ role: 'contact', siteId: site }] });
  lead = await api.signedInAs(await anAccount(database, { roles: [{ role: 'lead', siteId: site }] }));
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

function weekdayNoon(): Date {
  const noon = new Date();
  noon.setUTCHours(12, 0, 0, 0);
  while (noon < new Date() || [0, 1, 6].includes(noon.getUTCDay())) noon.setTime(noon.getTime() + DAY_MS);
  return noon;
}

const outbox = async () => (await lead.get<Page<OutboxMessage>>('/demo/outbox?limit=100')).body.items;
const tokenOf = ({ href }: { readonly href: string }): string => href.split('/l#')[1] ?? '';
const act = (token: string, said: object) => api.nobody.post<LinkView>('/links/act', { token, ...said });

/** A message that waits to be handed over, about something. */
async function waiting(key: string, person: AccountRow, about: { subject: string; groupId?: string }) {
  const [dueAt, groupId] = [sending.toISOString(), about.groupId ?? null];
  const audience = key === 'task_digest' ? 'volunteer' : 'role-holder';
  const nudge = await aNudge(database, {
    ...{ siteId: site, key, audience, groupId, dueAt, state: 'planned' },
    ...{ person: { kind: 'account', id: person.id }, figures: {} },
  });
  const useBy = new Date(sending.getTime() + 5 * DAY_MS);
  await database.query('update nudge set subject_id = $2, use_by = $3 where id = $1', [
    nudge.id,
    about.subject,
    useBy,
  ]);
  return nudge;
}

/** The contact is asked about yesterday's meeting of their group. */
async function howWasIt() {
  const group = await aGroup(database, { siteId: site });
  const role = { site_id: site, group_id: group.id, kind: 'contact', account_id: contact.id };
  await database.insert('group_role', { ...role, from_on: '2026-03-01' });
  const date = { site_id: site, group_id: group.id, held_on: yesterday, outcome: 'planned' };
  const { id: meeting } = await database.insert<{ id: string }>('meeting', date);
  return waiting('how_was_it', contact, { subject: meeting, groupId: group.id });
}

interface Kept {
  readonly token_hash: Buffer;
  readonly uses_left: number | null;
  readonly expires_at: Date;
  readonly subject_id: string;
}

const kept = (nudgeId: string) =>
  database.query<Kept & Record<string, unknown>>(
    `select * from link where nudge_id = $1 order by action in ('stop', 'preferences'), action`,
    [nudgeId],
  );

describe('a message that is handed over', () => {
  test('carries a link to how a meeting went, good until it is two weeks old, and only its hash is kept', async () => {
    const nudge = await howWasIt();
    await worker.deliverer.deliver(sending);

    const [message] = (await outbox()).filter(({ nudgeId }) => nudgeId === nudge.id);
    expect(message?.links).toMatchObject([
      { rel: 'record-register', label: 'Say how many came' },
      { rel: 'stop', label: 'Stop these messages' },
      { rel: 'preferences', label: 'Change what you get' },
    ]);
    const token = tokenOf(message?.links[0] ?? { href: '' });
    const [link] = await kept(nudge.id);
    expect(link?.token_hash).toEqual(linkTokenHash(token));
    expect(link?.uses_left).toBeNull();
    const daysLeft = ((link?.expires_at.getTime() ?? 0) - Date.parse(yesterday)) / DAY_MS;
    expect(Math.round(daysLeft)).toBe(15);
    expect(JSON.stringify(await database.query('select * from nudge, delivery'))).not.toContain(token);
  });

  test('calls its links in the language of its reader, on the demo’s screen too', async () => {
    const person = { person_id: contact.id, person_kind: 'account', account_id: contact.id };
    await database.insert('message_wish', { ...person, language: 'cy', updated_at: sending });
    const nudge = await howWasIt();
    await worker.deliverer.deliver(sending);
    const message = (await outbox()).find(({ nudgeId }) => nudgeId === nudge.id);
    expect(message?.links).toMatchObject([
      { rel: 'record-register', label: 'Dweud faint ddaeth' },
      { rel: 'stop', label: 'Stopio’r negeseuon hyn' },
      { rel: 'preferences', label: 'Newid beth rydych chi’n ei gael' },
    ]);
  });

  test('from a site in Wales is on the demo’s screen in both, and its pages begin in Welsh', async () => {
    await database.query(`update site set country = 'wales' where id = $1`, [site]);
    const nudge = await howWasIt();
    await worker.deliverer.deliver(sending);
    const message = (await outbox()).find(({ nudgeId }) => nudgeId === nudge.id);
    expect(message).toMatchObject({ lang: 'cy', also: [{ lang: 'en', subject: 'How did it go?' }] });
    expect(message?.also[0]?.links.map(({ href }) => href)).toEqual(message?.links.map(({ href }) => href));
    const token = tokenOf(message?.links.find(({ rel }) => rel === 'preferences') ?? { href: '' });
    const page = () => api.nobody.post<LinkView>('/links/open', { token });
    expect((await page()).body.language).toBe('cy');
    await api.nobody.post('/links/act', { token, language: 'en' });
    expect((await page()).body.language).toBe('en');
  });

  test('carries the same links when it is handed over again, because its sender died', async () => {
    const programme = await aProgramme(database, { siteId: site, ptvId: volunteer.id });
    const handover = await aHandover(database, programme, { volunteerId: volunteer.id });
    const task = await taskOf(database, handover.id, 'ptv_visit');
    await database.query(`update handover_task set state = 'done' where handover_id = $1 and id <> $2`, [
      handover.id,
      task.id,
    ]);
    const nudge = await waiting('task_digest', volunteer, { subject: site });
    await worker.deliverer.deliver(sending);
    const before = await kept(nudge.id);
    expect(before).toMatchObject([
      { subject_id: task.id, uses_left: 1 },
      { action: 'preferences', uses_left: null, account_id: volunteer.id },
      { action: 'stop', uses_left: null, account_id: volunteer.id },
    ]);

    await database.query(
      `update delivery set state = 'sending', lease_owner = gen_random_uuid(), lease_until = now() - interval '1 minute' where nudge_id = $1`,
      [nudge.id],
    );
    await database.query(`update nudge set state = 'planned' where id = $1`, [nudge.id]);
    await worker.deliverer.deliver(sending);
    expect(await kept(nudge.id)).toEqual(before);
    const [message] = (await outbox()).filter(({ nudgeId }) => nudgeId === nudge.id);
    expect((await act(tokenOf(message?.links[0] ?? { href: '' }), { choice: 'done' })).status).toBe(200);
  });

  test('asks a volunteer, who says yes from it', async () => {
    await database.query(
      `update volunteer set training_until = '2099-01-01', checks_until = '2099-01-01' where site_id = $1`,
      [site],
    );
    const programme = await aProgramme(database, { siteId: site });
    const wish = { accountId: volunteer.id, part: 'ptv' };
    expect((await lead.post(`/programmes/${programme.id}/volunteers`, wish)).status).toBe(201);
    await worker.drain(sending);
    await worker.deliverer.deliver(sending);
    const [message] = (await outbox()).filter(({ programmeId }) => programmeId === programme.id);
    expect(message).toMatchObject({
      audience: 'volunteer',
      links: [{ rel: 'answer-request' }, { rel: 'stop' }, { rel: 'preferences' }],
    });
    const said = await act(tokenOf(message?.links[0] ?? { href: '' }), { answer: 'accept' });
    expect(said.body.happened).toMatchObject({ what: 'accept' });
    const [row] = await database.query<{ ptv_id: string }>('select ptv_id from programme where id = $1', [
      programme.id,
    ]);
    expect(row?.ptv_id).toBe(volunteer.id);
  });
});

test('a network that is no demo shows nobody the links of others', async () => {
  const live = await anApi(database, { FOLLOWON_MODE: 'live' });
  try {
    const somebody = await live.signedInAs(
      await anAccount(database, { roles: [{ role: 'site-admin', siteId: site }] }),
    );
    expect((await somebody.get('/demo/outbox')).status).toBe(404);
    const { text } = await somebody.get('/deliveries?limit=200');
    expect(text).not.toContain('/l#');
  } finally {
    await live.close();
  }
});
