import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LinkAction } from '@followon/shared/contract/links';
import { createDataSource } from '@followon/shared/db/data-source';
import { inTransaction } from '@followon/shared/db/transaction';
import type { DataSource, EntityManager } from 'typeorm';
import { aLink } from '../support/a-link.js';
import type { SiteRecords } from '../support/a-whole-site.js';
import { aWholeSite } from '../support/a-whole-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { Ids } from '../support/routes.js';
import { routes } from '../support/routes.js';

let database: TestDatabase;
let app: DataSource;
let api: TestApi;
let here: SiteRecords;
let volunteer: AccountRow;
let tables: string[];

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  app = createDataSource({ url: database.urls.app, name: 'test-app', poolSize: 2 });
  await app.initialize();
  here = await aWholeSite(database);
  await aWholeSite(database);
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId: here.site }] });
  const rows = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations' order by 1`,
  );
  tables = rows.map(({ name }) => name);
}, 30_000);

afterAll(async () => {
  await app?.destroy();
  await api?.close();
  await database?.close();
});

const linkTo = (action: LinkAction, subject: string) =>
  aLink(database, { site: here.site, action, subject, account: volunteer.id });

const asLink = async <T>(linkId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  inTransaction(app, { kind: 'link', linkId }, work);

/** How many rows of each table a link sees; what it has no grant for is left out. */
async function seenBy(linkId: string): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (const table of tables) {
    const rows = await asLink(linkId, (manager) => manager.query(`select count(*)::int as n from ${table}`))
      .then((found: { n: number }[]) => found[0]?.n ?? 0)
      .catch((error: unknown) => {
        expect(String(error)).toMatch(/permission denied/);
        return undefined;
      });
    if (rows) seen[table] = rows;
  }
  return seen;
}

describe('what a link sees of the database, the API out of the way', () => {
  test('a task: itself, its list, its programme and its group, and nothing of people but its holder', async () => {
    const { id } = await linkTo('tick-task', here.tasks.volunteer);
    expect(await seenBy(id)).toEqual({
      ...{ link: 1, handover_task: 1, handover: 1, programme: 1, follow_on_group: 1, site: 1 },
      ...{ account: 1, volunteer: 1 },
      ...{ audit_head: 1, stream_head: expect.any(Number) as unknown as number },
    });
  });

  test('a register: one meeting, its group and its marks as ids', async () => {
    const { id } = await linkTo('record-register', here.meeting);
    const seen = await seenBy(id);
    expect(seen).toMatchObject({ link: 1, meeting: 1, follow_on_group: 1 });
    for (const table of ['member', 'handover_task', 'handover', 'programme', 'volunteer_request', 'event'])
      expect({ table, rows: seen[table] }).toEqual({ table, rows: undefined });
  });

  test('a slip: the programme, and no slip of anybody', async () => {
    const { id } = await linkTo('say-wish', here.programme);
    const read = (columns: string) => (manager: EntityManager) =>
      manager.query(`select ${columns} from founding_wish`);
    await expect(asLink(id, read('interest'))).rejects.toThrow(/permission denied/);
    expect(await asLink(id, read('programme_id'))).toHaveLength(1);
  });

  test('a calendar: the meetings of its holder’s groups and their own tasks, and no people', async () => {
    const contact = await anAccount(database, { roles: [{ role: 'contact', siteId: here.site }] });
    const own = await aWholeSite(database, { siteId: here.site, owners: { contact } });
    const mine = await aLink(database, {
      ...{ site: here.site, subject: contact.id, account: contact.id },
      action: 'calendar',
    });
    expect(await seenBy(mine.id)).toMatchObject({ meeting: 1, follow_on_group: 1 });
    const ofGroup = await aLink(database, { site: here.site, action: 'calendar', subject: own.group });
    const seen = await seenBy(ofGroup.id);
    expect(seen).toMatchObject({ link: 1, meeting: 1, follow_on_group: 1 });
    for (const table of [
      'member',
      'account',
      'handover_task',
      'handover',
      'programme',
      'nudge',
      'message_wish',
    ])
      expect({ table, rows: seen[table] }).toEqual({ table, rows: undefined });
  });

  test('nothing at all once it is taken back, or for an id that is no link', async () => {
    const { id } = await linkTo('tick-task', here.tasks.volunteer);
    await database.query('update link set revoked_at = now() where id = $1', [id]);
    expect(await seenBy(id)).toEqual({ link: 1 });
    expect(await seenBy(randomUUID())).toEqual({});
  });

  test('a link for a record of another site reaches nothing there', async () => {
    const abroad = await aWholeSite(database);
    const { id } = await linkTo('tick-task', abroad.tasks.volunteer);
    const seen = await seenBy(id);
    for (const table of ['handover_task', 'handover', 'programme', 'follow_on_group'])
      expect({ table, rows: seen[table] }).toEqual({ table, rows: undefined });
  });
});

describe('what a link may write', () => {
  const refusals: readonly (readonly [what: string, sql: string, words: RegExp])[] = [
    ['a group', `update follow_on_group set state = 'closed'`, /row-level security/],
    ['a programme', 'update programme set ptv_id = null', /^$/],
    ['somebody’s name', `update account set display_name = 'Me'`, /permission denied/],
    ['who may what', 'insert into membership select * from membership', /permission denied/],
    ['the ledger', `update event set payload = '{}'`, /permission denied/],
    ['the audit', 'delete from audit_entry', /permission denied/],
    ['another link', 'insert into link select * from link', /permission denied/],
    ['its own life', `update link set expires_at = 'infinity'`, /permission denied/],
    [
      'a role',
      `insert into group_role (site_id, group_id, kind, account_id, from_on) values ($1, $2, 'contact', $3, now())`,
      /row-level security/,
    ],
  ];

  test.each(refusals)('not %s', async (_, sql, words) => {
    const { id } = await linkTo('tick-task', here.tasks.volunteer);
    const values = sql.includes('$1') ? [here.site, here.group, volunteer.id] : [];
    const changed = asLink(id, (manager) => manager.query(sql, values)).then(
      ([, rows]: [unknown, number]) => (rows === 0 ? '' : `changed ${rows}`),
      (error: unknown) => String(error),
    );
    expect(await changed).toMatch(words);
  });

  test('and the application cannot become anything but a link', async () => {
    for (const role of ['worker_rt', 'auth_rt', 'relay_rt', 'postgres'])
      await expect(app.query(`set role ${role}`)).rejects.toThrow(/permission denied|does not exist/);
  });
});

test('a link opens no other route of the API, wherever its token is put', async () => {
  const { token } = await linkTo('tick-task', here.tasks.volunteer);
  const places: readonly Readonly<Record<string, string>>[] = [
    { Cookie: `__Host-followon=${token}` },
    { Authorization: `Bearer ${token}` },
    { 'X-Link-Token': token },
  ];
  const { tasks, ...records } = here;
  const ids: Ids = { ...records, account: volunteer.id, task: tasks.volunteer };
  const open: string[] = [];
  let asked = 0;
  for (const [name, route] of Object.entries(routes)) {
    const [method = '', template = ''] = name.split(' ');
    const about = route.about === 'nothing' ? '' : ids[route.about];
    const params: Readonly<Record<string, string>> = { id: about, ...route.params?.(ids) };
    const path = template.replace('/api', '').replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
    const body = route.body && JSON.stringify({ ...route.body(ids), token });
    for (const headers of places) {
      const { status } = await ask(api.nobody, { method, path, headers, body });
      if (status !== 401) open.push(`${name}: ${status}`);
      asked += 1;
    }
  }
  expect(open).toEqual([]);
  expect(asked).toBeGreaterThan(200);
});

interface Asking {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

async function ask(who: Client, { method, path, headers, body }: Asking): Promise<Response> {
  const json: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
  const response = await who.fetch(path, { method, headers: { ...json, ...headers }, ...(body && { body }) });
  await response.arrayBuffer();
  return response;
}
