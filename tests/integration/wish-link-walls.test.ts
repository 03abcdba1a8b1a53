import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '@followon/shared/db/data-source';
import { inTransaction } from '@followon/shared/db/transaction';
import type { DataSource, EntityManager } from 'typeorm';
import { aLink } from '../support/a-link.js';
import { aNudge } from '../support/a-nudge.js';
import type { SiteRecords } from '../support/a-whole-site.js';
import { aWholeSite } from '../support/a-whole-site.js';
import { aSite } from '../support/a-site.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let app: DataSource;
let here: SiteRecords;
let member: string;
let other: string;

beforeAll(async () => {
  database = await aDatabase();
  app = createDataSource({ url: database.urls.app, name: 'test-app', poolSize: 2 });
  await app.initialize();
  here = await aWholeSite(database);
  const place = { site_id: here.site, group_id: here.group };
  for (const name of ['Jo', 'Sam']) {
    const { id } = await database.insert<{ id: string }>('member', { ...place, display_name: name });
    const person = { person_id: id, person_kind: 'member', member_id: id };
    await database.insert('message_wish', { ...person, updated_at: new Date() });
    await database.insert('message_consent', {
      ...{ ...person, channel: 'any', purpose: 'meeting-reminder', wants: true },
      ...{ said_at: new Date(), said_by: 'self' },
    });
    await database.insert('contact_point', {
      ...{ ...person, channel: 'sms', sealed: Buffer.from('sealed'), key_id: 'test' },
      ...{ address_hash: Buffer.from(id), added_at: new Date() },
    });
    [other, member] = [member, id];
  }
}, 30_000);

afterAll(async () => {
  await app?.destroy();
  await database?.close();
});

const asLink = async <T>(linkId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  inTransaction(app, { kind: 'link', linkId }, work);

async function wayOut(action: 'preferences' | 'stop'): Promise<string> {
  const nudge = await aNudge(database, {
    ...{ siteId: here.site, groupId: here.group, key: 'meeting_reminder', audience: 'member' },
    person: { kind: 'member', id: member },
  });
  const subject = action === 'stop' ? nudge.id : member;
  const { id } = await aLink(database, { site: here.site, action, subject, member, uses: null });
  await database.query('update link set nudge_id = $2 where id = $1', [id, nudge.id]);
  return id;
}

describe.each(['preferences', 'stop'] as const)('a link for %s', (action) => {
  test.each(['message_wish', 'message_consent', 'contact_point'])(
    'sees of %s what its holder said, and nobody else',
    async (table) => {
      const id = await wayOut(action);
      const seen: unknown = await asLink(id, (manager) => manager.query(`select person_id from ${table}`));
      expect(seen).toEqual([{ person_id: member }]);
    },
  );

  test('sees one message, one name, one group, and no role, mark, alert or task', async () => {
    const id = await wayOut(action);
    const count = (table: string) =>
      asLink(id, (manager) => manager.query(`select count(*)::int as n from ${table}`)).then(
        ([row]: [{ n: number }]) => row.n,
        (error: unknown) => String(error).replace(/.*permission denied.*/, 'denied'),
      );
    const tables = ['nudge', 'member', 'follow_on_group', 'group_role', 'meeting', 'attendance', 'alert'];
    const seen: Record<string, unknown> = {};
    for (const table of tables) seen[table] = await count(table);
    expect(seen).toEqual({
      ...{ nudge: 1, member: 1, follow_on_group: 1, group_role: 0, meeting: 0, attendance: 0 },
      alert: 'denied',
    });
  });

  test.each([
    ['the wishes of another', `update message_wish set format = 'bsl' where person_id <> $1 returning 1`],
    ['the consent of another', 'update message_consent set wants = false where person_id <> $1 returning 1'],
    [
      'the address of another',
      'update contact_point set removed_at = now() where person_id <> $1 returning 1',
    ],
    ['another message', `update nudge set answer = 'no' where person_id <> $1 returning 1`],
  ])('changes nothing of %s', async (_, sql) => {
    const id = await wayOut(action);
    expect(await asLink(id, (manager) => manager.query(sql, [member]))).toEqual([[], 0]);
  });

  test.each([
    [
      'writes no wish for another',
      `insert into message_wish (person_id, person_kind, member_id, updated_at) values ($1, 'member', $1, now())`,
      /row-level security|duplicate/,
    ],
    ['reads no address', 'select sealed, address_hash from contact_point where person_id <> $1', /denied/],
    ['names nobody', `update member set display_name = 'Me' where id = $1`, /denied/],
    ['stays as long as it was given', `update link set expires_at = 'infinity' where id <> $1`, /denied/],
  ])('%s', async (_, sql, words) => {
    const id = await wayOut(action);
    await expect(asLink(id, (manager) => manager.query(sql, [other]))).rejects.toThrow(words);
  });
});

describe('the lists of groups', () => {
  const keep = `select keep_member_lists($1, '{meeting-reminder}')`;
  const listed = async () => {
    const rows = await database.query<{ id: string }>(
      'select id from member where wants_messages and id = any($1)',
      [[member, other]],
    );
    return rows.map(({ id }) => id);
  };
  const aLead = async (siteId: string) =>
    (await anAccount(database, { roles: [{ role: 'lead', siteId }] })).id;
  /** Neither is on a list, though both said yes. */
  const offTheLists = () =>
    database.query('update member set wants_messages = false where id = any($1)', [[member, other]]);

  test('follow what the holder of a link said, and not for anybody else', async () => {
    await offTheLists();
    const id = await wayOut('preferences');
    await asLink(id, (manager) => manager.query(keep, [member]));
    await expect(asLink(id, (manager) => manager.query(keep, [other]))).rejects.toThrow(/denied/);
    expect(await listed()).toEqual([member]);
  });

  test('follow nobody whose link is revoked, nor who has none, nor a user from elsewhere', async () => {
    await offTheLists();
    const id = await wayOut('stop');
    await database.query('update link set revoked_at = now() where id = $1', [id]);
    await expect(asLink(id, (manager) => manager.query(keep, [member]))).rejects.toThrow(/denied/);
    const elsewhere = (await aSite(database)).id;
    for (const principal of [
      { kind: 'user', accountId: await aLead(elsewhere) },
      { kind: 'site', siteId: elsewhere },
      { kind: 'none' },
    ] as const) {
      const acting = inTransaction(app, principal, (manager) => manager.query(keep, [member]));
      await expect(acting).rejects.toThrow(/denied/);
    }
    expect(await listed()).toEqual([]);
  });

  test('follow somebody of their site, and stay as they are where nothing was said of it', async () => {
    await offTheLists();
    await inTransaction(app, { kind: 'user', accountId: await aLead(here.site) }, async (manager) => {
      await manager.query(keep, [member]);
      await manager.query(`select keep_member_lists($1, '{}')`, [member]);
    });
    expect(await listed()).toEqual([member]);
  });
});
