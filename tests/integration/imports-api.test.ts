import { createHash } from 'node:crypto';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportReport } from '@followon/shared/contract/imports';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import type { SiteView } from '@followon/shared/contract/sites';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const today = londonDate(new Date());
const header = 'site,group,date,status,headcount,attendees';
const noSuchId = '00000000-0000-4000-8000-000000000000';
let database: TestDatabase;
let api: TestApi;
let here: Everyone;
let elsewhere: Everyone;
let siteName: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  here = await aGroupAndEveryone(database, api);
  elsewhere = await aGroupAndEveryone(database, api);
  siteName = await nameOf(here.siteId);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

async function nameOf(siteId: string): Promise<string> {
  const [site] = await database.query<{ name: string }>('select name from site where id = $1', [siteId]);
  return site?.name ?? '';
}

interface Sent {
  readonly client?: Client;
  readonly query?: string;
  readonly type?: string;
}

async function send(
  body: string | Buffer,
  { client = here.clients['site-admin'], query = '', type = 'text/csv' }: Sent = {},
): Promise<{ status: number; text: string; body: Problem & { id: string } }> {
  const response = await client.fetch(`/imports/registers?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: new Uint8Array(Buffer.from(body)),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Problem & { id: string } };
}

const fileOf = (...lines: readonly string[]): string => [header, ...lines].join('\n');

async function reportOf(file: string | Buffer, sent: Sent = {}): Promise<ImportReport> {
  const { status, body } = await send(file, sent);
  expect(status).toBe(202);
  return (await (sent.client ?? here.clients['site-admin']).get<ImportReport>(`/imports/${body.id}`)).body;
}

const staged = (importId: string) =>
  database.query<{
    group_name: string;
    attendees: string[];
    held_on: string;
    site_id: string;
    outcome: string;
  }>('select * from import_line where import_id = $1 order by line', [importId]);

describe('a register file', () => {
  test('is staged line by line for the worker, and says what was read', async () => {
    const lines = [
      `${siteName},Walk,2026-01-05,held,7,a;b`,
      `${siteName},Walk,2026-01-12,cancelled,,`,
      '',
      `${siteName.toUpperCase()},"Tea, cake",2026-01-05,missing,,`,
    ];
    const report = await reportOf(fileOf(...lines));
    expect(report).toMatchObject({
      state: 'running',
      dryRun: false,
      read: 3,
      kept: 3,
      refused: [],
      refusedTotal: 0,
    });
    const rows = await staged(report.id);
    expect(rows.map(({ group_name, outcome }) => [group_name, outcome])).toEqual([
      ['Walk', 'held'],
      ['Walk', 'not-held'],
      ['Tea, cake', 'missing'],
    ]);
    expect(rows.every(({ site_id }) => site_id === here.siteId)).toBe(true);
    expect(await database.query('select what from audit_entry where subject = $1', [report.id])).toEqual([
      { what: 'registers.imported' },
    ]);
  });

  test.each([
    { what: 'a byte order mark', file: (lines: string) => `\uFEFF${lines}` },
    { what: 'line ends of Windows', file: (lines: string) => lines.replaceAll('\n', '\r\n') },
    { what: 'a last line break', file: (lines: string) => `${lines}\n` },
    { what: 'quotation marks round everything', file: (lines: string) => lines.replace(/[^,\n]+/g, '"$&"') },
  ])('may have $what', async ({ file }) => {
    const report = await reportOf(file(fileOf(`${siteName},Walk,2026-01-05,held,7,`)));
    expect(report).toMatchObject({ read: 1, kept: 1, refused: [] });
  });

  test('keeps no reference of a person, and hashes the same one differently at each site', async () => {
    const administrator = await api.signedInAs(
      await anAccount(database, {
        roles: [here.siteId, elsewhere.siteId].map((siteId) => ({ role: 'site-admin' as const, siteId })),
      }),
    );
    const there = await nameOf(elsewhere.siteId);
    const lines = [siteName, there].map((site) => `${site},Walk,2026-01-05,held,2,jane doe;p2`);
    const report = await reportOf(fileOf(...lines, `${siteName},Walk,2026-01-06,held,2,jane doe`), {
      client: administrator,
    });
    const [first, second, third] = await staged(report.id);
    expect(first?.attendees).toHaveLength(2);
    expect(first?.attendees.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(third?.attendees).toEqual(first?.attendees.slice(0, 1));
    expect(second?.attendees[0]).not.toBe(first?.attendees[0]);
    expect(first?.attendees[0]).not.toBe(createHash('sha256').update('jane doe').digest('hex'));
    expect(JSON.stringify(await staged(report.id))).not.toContain('jane');
  });

  test('has its bad lines refused with number and reason, and the others kept', async () => {
    const report = await reportOf(
      fileOf(
        `${siteName},Walk,2026-01-05,held,7,`, // 2
        `${siteName},Walk,2026-02-30,held,7,`, // 3
        `${siteName},Walk,2026-01-05,held,9,`, // 4
        `${siteName},Walk,${addDays(today, 1)},held,7,`, // 5
        `${siteName},Walk,2026-01-06,held,1,a;b`, // 6
        `${siteName},=Walk,2026-01-06,held,1,`, // 7
        `${siteName},Walk,2026-01-07,held`, // 8
        `${siteName},"Walk,2026-01-08,held,7,`, // 9
        `Nowhere,Walk,2026-01-08,held,7,`, // 10
        `${siteName},Walk,2026-01-09,held,7,`, // 11
        `${siteName},Wa\0lk,2026-01-10,held,7,`, // 12
        `${await nameOf(elsewhere.siteId)},Walk,2026-01-10,held,7,`, // 13
        `${'x'.repeat(400_000)}`, // 14
        `${siteName},Walk,2026-01-11,held,7,`, // 15
      ),
    );
    expect(report).toMatchObject({ read: 14, kept: 3, refusedTotal: 11 });
    expect(report.refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14]);
    const reasons = new Map(report.refused.map(({ line, reason }) => [line, reason]));
    expect(reasons.get(4)).toContain('another line for the same date');
    expect(reasons.get(9)).toContain('quotation mark');
    expect(reasons.get(13)).toBe(reasons.get(10));
    expect(report.refused.every(({ reason }) => reason.length > 20 && !reason.includes('Walk'))).toBe(true);
  });

  test('lists a thousand refusals and counts them all', async () => {
    const bad = Array.from({ length: 2_500 }, () => `${siteName},Walk,soon,held,7,`);
    const report = await reportOf(fileOf(...bad));
    expect(report).toMatchObject({ state: 'done', read: 2_500, kept: 0, refusedTotal: 2_500 });
    expect(report.refused.map(({ line }) => line)).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 2));
  });

  test('with letters that are not UTF-8 loses only those lines', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${siteName},Caf`),
      Buffer.from([0xe9]),
      Buffer.from(`,2026-01-05,held,7,\n${siteName},Café,2026-01-05,held,7,\n`),
    ]);
    const report = await reportOf(bytes);
    expect(report).toMatchObject({
      kept: 1,
      refused: [{ line: 2, reason: expect.stringContaining('UTF-8') }],
    });
  });
});

describe('what is no register file', () => {
  const runs = async (): Promise<number> => (await database.query('select 1 from import_run')).length;

  test.each([
    { what: 'an empty file', file: '', code: 'import.empty' },
    { what: 'another header', file: 'group,site,date,status,headcount,attendees\n', code: 'import.header' },
    { what: 'a header that is too short', file: 'site,group,date,status,headcount\n', code: 'import.header' },
    { what: 'lines without a header', file: 'a,b,2026-01-05,held,7,\n', code: 'import.header' },
    { what: 'a spreadsheet', file: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 10, 255]), code: 'import.header' },
  ])('$what is refused', async ({ file, code }) => {
    const before = await runs();
    const { status, body } = await send(file);
    expect([status, body.code]).toEqual([400, code]);
    expect(body.detail).toContain(header);
    expect(await runs()).toBe(before);
  });

  test('another kind of content is refused', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'application/octet-stream', 'application/json'])
      expect((await send('{}', { type })).status).toBe(400);
  });

  test.each(['site=1', 'dryRun=perhaps', 'colour=blue'])('so is the query %s', async (query) => {
    expect((await send(fileOf(), { query })).status).toBe(400);
  });

  test('a file that says it is larger than 100 MB is refused before it is read', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = http.request(`${api.url}/api/imports/registers`, { method: 'POST' });
      request.setHeader('Content-Type', 'text/csv').setHeader('Content-Length', 101 * 1024 * 1024);
      request.setHeader('X-Requested-With', 'followon').setHeader('Cookie', cookie);
      request.once('response', (response) => resolve(response.statusCode)).once('error', reject);
      request.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test('one that does not say so is refused on the way, and its sender hears why', async () => {
    async function* tooLarge(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(Buffer.from(`${header}\n`));
      for (let sent = 0; sent <= 100; sent += 1) yield new Uint8Array(1024 * 1024).fill(120);
    }
    const response = await here.clients['site-admin'].fetch('/imports/registers', {
      ...{ method: 'POST', headers: { 'Content-Type': 'text/csv' }, duplex: 'half' },
      body: tooLarge() as unknown as ReadableStream,
    });
    expect(response.status).toBe(413);
    const [latest] = await database.query('select state from import_run order by started_at desc limit 1');
    expect(latest).toEqual({ state: 'failed' });
  });
});

let cookie: string;
beforeAll(async () => {
  const { email } = here.accounts['site-admin'];
  const response = await fetch(`${api.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'followon' },
    body: JSON.stringify({ email, password: 'a kettle for every Thursday' }),
  });
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

test('when the sender goes away in the middle, the run has failed and nothing of it is left', async () => {
  const group = `Cut off ${noSuchId}`;
  const request = http.request(`${api.url}/api/imports/registers`, { method: 'POST' });
  request
    .setHeader('Content-Type', 'text/csv')
    .setHeader('X-Requested-With', 'followon')
    .setHeader('Cookie', cookie);
  request.once('error', () => undefined);
  request.write(`${header}\n`);
  for (let day = 0; day < 3_000; day += 1)
    request.write(`${siteName},${group},${addDays('2010-01-01', day)},held,7,a\n`);
  await eventually('the first lines to be staged', async () => {
    const rows = await database.query('select 1 from import_line where group_name = $1 limit 1', [group]);
    return rows.length > 0;
  });
  request.destroy();
  await eventually('the run to have ended', async () => {
    const rows = await database.query('select 1 from import_run where state = $1', ['receiving']);
    return rows.length === 0;
  });
  const [latest] = await database.query('select state from import_run order by started_at desc limit 1');
  expect(latest).toEqual({ state: 'failed' });
  expect(await database.query('select 1 from import_line where group_name = $1', [group])).toEqual([]);
});

describe('who may send one', () => {
  const line = () => `${siteName},Walk,2026-01-05,held,7,`;

  test.each(['volunteer', 'contact', 'clinician', 'lead'] as const)('not a %s', async (role) => {
    expect((await send(fileOf(line()), { client: here.clients[role] })).status).toBe(404);
  });

  test('nobody for a site that is not theirs; it looks as if there were none', async () => {
    for (const role of ['site-admin', 'network-admin'] as const) {
      const client = here.clients[role];
      const foreign = await send(fileOf(line()), { client, query: `site=${elsewhere.siteId}` });
      const missing = await send(fileOf(line()), { client, query: `site=${noSuchId}` });
      expect([foreign.status, foreign.text]).toEqual([404, missing.text]);
    }
  });

  test('with a site chosen, lines for another one are refused', async () => {
    const report = await reportOf(fileOf(line(), 'New place,Walk,2026-01-05,held,7,'), {
      client: here.clients['network-admin'],
      query: `site=${here.siteId}`,
    });
    expect(report).toMatchObject({
      kept: 1,
      refused: [{ line: 3, reason: expect.stringContaining('another site') }],
    });
  });

  test('a network administrator founds the sites that a file names, when all of it has arrived', async () => {
    const client = here.clients['network-admin'];
    const report = await reportOf(fileOf('Fresh,Walk,2026-01-05,held,7,', 'FRESH,Walk,2026-01-06,held,7,'), {
      client,
    });
    expect(report).toMatchObject({ kept: 2, refusedTotal: 0 });
    const roles = await database.query(
      `select m.role from membership m join site s on s.id = m.site_id where s.name = 'Fresh' and m.account_id = $1 order by 1`,
      [here.accounts['network-admin'].id],
    );
    expect(roles.map((row) => row['role'] as string)).toEqual(['network-admin', 'site-admin']);
    const others = elsewhere.clients['network-admin'];
    const { body: sites } = await others.get<Page<SiteView>>('/sites?limit=200');
    expect(sites.items.map(({ name }) => name)).toContain('Fresh');
  });

  test('a report is read by the person who sent the file, and by nobody else', async () => {
    const { id } = await reportOf(fileOf(line()));
    for (const client of [elsewhere.clients['site-admin'], here.clients['network-admin']]) {
      const foreign = await client.get(`/imports/${id}`);
      expect([foreign.status, foreign.text]).toEqual([404, (await client.get(`/imports/${noSuchId}`)).text]);
    }
  });
});

describe('a dry run', () => {
  test('counts what would be new and keeps nothing', async () => {
    const own = await aGroupAndEveryone(database, api);
    const name = await nameOf(own.siteId);
    const [group] = await database.query<{ name: string }>('select name from follow_on_group where id = $1', [
      own.groupId,
    ]);
    await database.insert('meeting', {
      ...{ site_id: own.siteId, group_id: own.groupId, held_on: '2026-01-05', outcome: 'planned' },
    });
    const file = fileOf(
      `${name},${group?.name},2026-01-05,held,7,`,
      `${name},${group?.name},2026-01-12,held,7,a`,
      `${name},Walk,2026-01-12,held,7,`,
      `${name},Walk,2026-01-12,held,8,`,
    );
    const report = await reportOf(file, { client: own.clients['site-admin'], query: 'dryRun=true' });
    expect(report).toMatchObject({
      state: 'done',
      dryRun: true,
      read: 4,
      kept: 3,
      new: 2,
      groups: 2,
      refusedTotal: 1,
    });
    expect(await staged(report.id)).toEqual([]);
    expect(
      await database.query('select 1 from follow_on_group where site_id = $1', [own.siteId]),
    ).toHaveLength(1);
  });

  test('founds no site', async () => {
    const client = here.clients['network-admin'];
    const report = await reportOf(fileOf('Imagined,Walk,2026-01-05,held,7,'), {
      client,
      query: 'dryRun=true',
    });
    expect(report).toMatchObject({ kept: 1, new: 1, groups: 1, refusedTotal: 0 });
    expect(await database.query('select 1 from site where name = $1', ['Imagined'])).toEqual([]);
  });
});
