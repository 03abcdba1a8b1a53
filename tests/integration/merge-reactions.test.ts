import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupHealthView } from '@followon/shared/contract/health';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { fillPair } from '../support/a-full-pair.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let two: TwoGroups;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
});
beforeEach(async () => {
  two = await twoGroups(database, api, [6, 7, 6, 8]);
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

const drain = () => worker.drain(new Date());
const nudges = () =>
  database.query<{ group_id: string; person_id: string; state: string }>(
    `select group_id, person_id, state from nudge where key = 'merge_asked' and group_id = any($1)`,
    [[two.from.id, two.into.id]],
  );
const openDues = (groupId: string) =>
  database.query<{ rule: string }>(
    'select rule from due where stream_id = $1 and done_at is null order by rule',
    [groupId],
  );

describe('a question to another group', () => {
  test('reaches the other group’s contact people once, as something of their own group', async () => {
    await two.ask();
    await drain();
    await drain();
    expect(await nudges()).toEqual([
      { group_id: two.into.id, person_id: two.into.account.id, state: 'planned' },
    ]);
  });
});

describe('a group that went on in another', () => {
  test('has no level and says where it went; the joint group is judged by its own meetings alone', async () => {
    const health = async (id: string) => (await two.admin.get<GroupHealthView>(`/groups/${id}/health`)).body;
    await database.query('update meeting set headcount = 1 where group_id = $1', [two.from.id]);
    const told = { groupId: two.into.id };
    await worker.append({
      name: 'group.changed.v1',
      streamId: two.into.id,
      siteId: two.siteId,
      occurredAt: new Date(),
      payload: told,
    });
    await drain();
    const before = await health(two.into.id);
    await two.merge();
    await drain();
    expect(await health(two.from.id)).toMatchObject({ level: null, successorGroupId: two.into.id });
    const after = await health(two.into.id);
    expect([after.level, after.usual, after.score]).toEqual([before.level, before.usual, before.score]);
  });

  test('its days to come are kept by the joint group, and go back when they part', async () => {
    await fillPair(
      database,
      two,
      {
        members: 0,
        both: 0,
        hosts: 0,
        sharedContact: false,
        withPtv: false,
        fromDays: [],
        intoDays: [],
        lists: ['hand-on'],
      },
      today,
    );
    const planned = await two.from.client.post<{ id: string }>(`/groups/${two.from.id}/meetings`, {
      date: addDays(today, 9),
    });
    await drain();
    const ofMeeting = async () =>
      (
        await database.query<{ stream_id: string }>(
          'select distinct stream_id from due where subject_id = $1 and done_at is null',
          [planned.body.id],
        )
      ).map(({ stream_id }) => stream_id);
    expect(await ofMeeting()).toEqual([two.from.id]);
    const id = await two.merge();
    await drain();
    expect(await ofMeeting()).toEqual([two.into.id]);
    expect((await openDues(two.into.id)).map(({ rule }) => rule)).toContain('task-reminder');
    await two.from.client.post(`/group-merges/${id}/undo`, {});
    await drain();
    expect(await ofMeeting()).toEqual([two.from.id]);
    expect((await openDues(two.into.id)).map(({ rule }) => rule)).not.toContain('task-reminder');
  });

  test('is listened to again when they part, and the time together was no silence', async () => {
    const id = await two.merge();
    await drain();
    await two.from.client.post(`/group-merges/${id}/undo`, {});
    await drain();
    expect((await openDues(two.from.id)).map(({ rule }) => rule)).toContain('silence');
    expect(
      await database.query('select from_on, until_on from group_rest where group_id = $1', [two.from.id]),
    ).toEqual([{ from_on: today, until_on: today }]);
    expect(
      await database.query(`select 1 from succession where group_id = any($1) and state = 'open'`, [
        [two.from.id, two.into.id],
      ]),
    ).toEqual([]);
  });
});
