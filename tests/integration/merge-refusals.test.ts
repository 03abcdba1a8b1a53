import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const SAID = new Date('2026-03-02T10:00:00Z');
let database: TestDatabase;
let api: TestApi;
let two: TwoGroups;
let robin: string;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
});
beforeEach(async () => {
  two = await twoGroups(database, api);
  const member = { site_id: two.siteId, group_id: two.from.id, display_name: 'Robin' };
  robin = (await database.insert<{ id: string }>('member', member)).id;
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const says = async (personId: string, purpose: string, wants: boolean) =>
  database.insert('message_consent', {
    ...{ person_id: personId, person_kind: 'member', member_id: personId, channel: 'any', purpose, wants },
    ...{ said_at: SAID, said_by: 'self' },
  });
const wishes = async (personId: string, wish: object) =>
  database.insert('message_wish', {
    ...{ person_id: personId, person_kind: 'member', member_id: personId, updated_at: SAID },
    ...wish,
  });
const there = async (): Promise<string> => {
  const [row] = await database.query<{ id: string }>(
    `select id from member where group_id = $1 and display_name = 'Robin'`,
    [two.into.id],
  );
  return row?.id ?? '';
};
const wishOf = async (personId: string) =>
  (
    await database.query(
      `select language, format, stopped_at is not null as stopped from message_wish where person_id = $1`,
      [personId],
    )
  )[0];

test('who stopped everything has stopped it in the joint group too, and keeps language and format', async () => {
  await wishes(robin, { stopped_at: SAID, language: 'cy', format: 'large-print' });
  await two.merge();
  expect(await wishOf(await there())).toEqual({ language: 'cy', format: 'large-print', stopped: true });
});

test('a no goes along and a yes is asked afresh', async () => {
  await says(robin, 'thanks', false);
  await says(robin, 'meeting-reminder', true);
  await two.merge();
  const consents = await database.query(
    'select purpose, wants from message_consent where person_id = $1 order by purpose',
    [await there()],
  );
  expect(consents).toEqual([{ purpose: 'thanks', wants: false }]);
});

test('who stops while the groups are one has stopped in their own when they part', async () => {
  const merge = await two.merge();
  await wishes(await there(), { stopped_at: SAID });
  expect((await two.from.client.post(`/group-merges/${merge}/undo`, {})).status).toBe(200);
  expect(await wishOf(robin)).toMatchObject({ stopped: true });
});
