import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  DocumentGiven,
  DocumentPreview,
  DocumentSummary,
  DocumentView,
} from '@followon/shared/contract/documents';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { aProgramme } from '../support/a-programme.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf } from '../support/events.js';

let database: TestDatabase;
let api: TestApi;
let site: Everyone;
let programmeId: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);
beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
  const { siteId, accounts } = site;
  programmeId = (await aProgramme(database, { siteId, clinicianId: accounts.clinician.id })).id;
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const today = londonDate(new Date());
const admin = () => site.clients['site-admin'];
const own = { title: 'Our own plan', body: 'We keep in touch by phone.\n\n## At {site}\n\n- on {date}' };
const save = (over: object = {}, version = 0) =>
  admin().put<DocumentView & Problem>(
    '/documents/support-plan',
    { siteId: site.siteId, ...own, ...over },
    { 'If-Match': `"${version}"` },
  );
const plan = async (query = '') =>
  (await site.clients.clinician.get<DocumentView>(`/documents/support-plan?site=${site.siteId}${query}`))
    .body;

describe('the documents of a site', () => {
  test('are the shipped ones until it words them itself, and say which numbers to check', async () => {
    const { body } = await site.clients.volunteer.get<Page<DocumentSummary>>(
      `/documents?site=${site.siteId}`,
    );
    expect(body.items.map(({ key, label, version }) => [key, label, version])).toContainEqual([
      ...['support-plan', 'base-1', 0],
    ]);
    expect(body.items.filter(({ needsCheck }) => needsCheck).map(({ key }) => key)).toEqual(['safety-card']);
    expect(await plan()).toMatchObject({ title: 'Our mutual support plan', version: 0, mayWrite: false });
  });

  test('are saved as a new version, and the old one stays in the record', async () => {
    const first = await save();
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"']);
    expect(await plan()).toMatchObject({ ...own, label: 'site-1', version: 1 });
    expect((await save({ title: 'Our better plan' }, 1)).body).toMatchObject({ label: 'site-2' });
    const kept = await database.query(
      'select version, title from site_document where site_id = $1 order by 1',
      [site.siteId],
    );
    expect(kept).toEqual([
      { version: 1, title: 'Our own plan' },
      { version: 2, title: 'Our better plan' },
    ]);
    expect(await auditOf(database, site.siteId)).toEqual([
      'document.saved.support-plan',
      'document.saved.support-plan',
    ]);
  });

  test('two people who save at once are kept apart, and nothing is overwritten', async () => {
    const answers = await Promise.all([save({ title: 'By one' }), save({ title: 'By the other' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await plan()).version).toBe(1);
  });

  test('a place that does not exist is named with its line', async () => {
    const { status, body } = await save({ body: 'We keep in touch by phone.\nCall {kontakt}.' });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'body']);
    expect(body.errors?.[0]?.message).toMatch(/Line 2 holds \{kontakt\}.*\{contact-1\}/);
    expect((await plan()).version).toBe(0);
  });

  test('a preview shows the words and writes nothing', async () => {
    const asked = { siteId: site.siteId, body: '## Hello\nYou are {group}, welcome.' };
    const { body } = await admin().post<DocumentPreview>('/documents/support-plan/preview', asked);
    expect(body.blocks).toEqual([
      { kind: 'heading', pieces: [{ text: 'Hello' }] },
      { kind: 'text', pieces: [{ text: 'You are ' }, { blank: 'group' }, { text: ', welcome.' }] },
    ]);
    expect((await plan()).version).toBe(0);
  });

  test('what is known of a programme is filled in, and another site’s programme is not there', async () => {
    await save({ body: 'We finish {programme} on {last-session}.' });
    const { blocks } = await plan(`&programme=${programmeId}`);
    expect(JSON.stringify(blocks)).toMatch(/We finish .*day \d+ \w+ \d{4}/);
    const abroad = await aProgramme(database);
    const answer = await site.clients.clinician.get(
      `/documents/support-plan?site=${site.siteId}&programme=${abroad.id}`,
    );
    expect(answer.status).toBe(404);
  });
});

describe('what was given out', () => {
  const give = (body: object) =>
    site.clients.clinician.post<DocumentGiven & Problem>(`/programmes/${programmeId}/documents`, body);
  const given = async () =>
    (await site.clients.clinician.get<Page<DocumentGiven>>(`/programmes/${programmeId}/documents`)).body
      .items;

  test('is recorded with its version, format and day, and keeps them when the site words it anew', async () => {
    await save();
    const { status, body } = await give({ key: 'support-plan', format: 'large-print' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ label: 'site-1', format: 'large-print', on: today, title: 'Our own plan' });
    await save({ title: 'Our newer plan' }, 1);
    expect(await given()).toMatchObject([{ label: 'site-1', title: 'Our own plan' }]);
  });

  test('is not given on a day to come', async () => {
    const { status, body } = await give({ key: 'leaflet-people', format: 'print', on: addDays(today, 1) });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'on']);
    expect(await given()).toEqual([]);
  });
});
