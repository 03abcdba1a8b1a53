import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import fc from 'fast-check';
import type { Problem } from '@followon/shared/contract/problem';
import type { Makeup } from '../support/a-full-pair.js';
import { fillPair, stateOf } from '../support/a-full-pair.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
let database: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const undo = (two: TwoGroups, id: string) => two.from.client.post<Problem>(`/group-merges/${id}/undo`, {});
const rich: Makeup = {
  ...{ members: 4, both: 1, hosts: 2, sharedContact: true, withPtv: true },
  ...{ fromDays: [3, 10], intoDays: [3], lists: ['restart', 'hand-on', 'closing', 'programme'] },
};
const makeups: fc.Arbitrary<Makeup> = fc.record({
  members: fc.integer({ min: 0, max: 4 }),
  both: fc.integer({ min: 0, max: 3 }),
  hosts: fc.integer({ min: 0, max: 3 }),
  ...{ sharedContact: fc.boolean(), withPtv: fc.boolean() },
  fromDays: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
  intoDays: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
  lists: fc.uniqueArray(fc.constantFrom('restart', 'hand-on', 'closing', 'programme'), { maxLength: 4 }),
});

describe('merging and parting again', () => {
  test('gives back the same roles, members, tasks, dates and registers, whatever there was', async () => {
    await fc.assert(
      fc.asyncProperty(makeups, async (makeup) => {
        const two = await twoGroups(database, api, [6, 7]);
        await fillPair(database, two, makeup, today);
        const before = await stateOf(database, two);
        const id = await two.merge({ newName: `Joint ${two.from.id.slice(0, 8)}` });
        const joint = await stateOf(database, two);
        expect(joint.registers).toEqual(before.registers);
        expect((await undo(two, id)).status).toBe(200);
        expect(await stateOf(database, two)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('together nobody holds a role twice, nobody is a member twice, and lists and dates are with the joint group', async () => {
    const two = await twoGroups(database, api, [6, 7]);
    await fillPair(database, two, rich, today);
    await two.merge();
    const { roles, members, tasks, dates } = await stateOf(database, two);
    expect(roles.every(({ group_id }) => group_id === two.into.id)).toBe(true);
    expect(roles.map(({ kind }) => kind).sort()).toEqual(['contact', 'contact', 'host', 'host', 'ptv']);
    const there = members.filter(({ group_id }) => group_id === two.into.id);
    expect(there.map(({ display_name, wants_messages }) => [display_name, wants_messages]).sort()).toEqual([
      ['Person 0', true], // was in both: what they said there holds
      ['Person 1', false],
      ['Person 2', false],
      ['Person 3', false],
    ]);
    expect(
      tasks
        .filter(({ group_id }) => group_id === two.into.id)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['hand-on', 'programme', 'restart']);
    expect(tasks.find(({ kind }) => kind === 'closing')).toMatchObject({
      group_id: two.from.id,
      list: 'closed',
    });
    expect(dates.map(({ group_id, held_on }) => [group_id, held_on]).sort()).toEqual(
      [
        [two.into.id, addDays(today, 3)],
        [two.into.id, addDays(today, 10)],
      ].sort(),
    );
    const [row] = await database.query<{ moved: { dropped: object[] } }>(
      'select moved from group_merge where site_id = $1',
      [two.siteId],
    );
    expect(row?.moved.dropped).toMatchObject([{ on: addDays(today, 3), because: 'meets-that-day' }]);
  });

  test('what happened since stays: a meeting held together, a role taken, a goodbye', async () => {
    const two = await twoGroups(database, api);
    await fillPair(database, two, { ...rich, lists: [], intoDays: [], fromDays: [0, 5] }, today);
    const id = await two.merge();
    const [met] = await database.query<{ id: string }>(
      'select id from meeting where group_id = $1 and held_on = $2',
      [two.into.id, today],
    );
    const held = { state: 'held', headcount: 9 };
    expect((await two.into.client.put(`/meetings/${met?.id}/register`, held)).status).toBe(200);
    const [host] = await database.query<{ id: string; member_id: string }>(
      `select id, member_id from group_role where group_id = $1 and kind = 'host' order by id limit 1`,
      [two.into.id],
    );
    expect((await two.from.client.delete(`/groups/${two.into.id}/members/${host?.member_id}`)).status).toBe(
      204,
    );
    expect((await undo(two, id)).status).toBe(200);
    const { registers, dates, roles } = await stateOf(database, two);
    expect(registers).toMatchObject([{ group_id: two.into.id, headcount: 9 }]);
    expect(dates).toMatchObject([{ group_id: two.from.id, held_on: addDays(today, 5) }]);
    // The host who left the joint group is not brought back.
    expect(roles.filter(({ group_id, kind }) => group_id === two.from.id && kind === 'host')).toHaveLength(1);
  });

  test.each([
    { days: 14, status: 200, code: undefined },
    { days: 15, status: 409, code: 'merge.too-late' },
  ])('after $days days the answer is $status', async ({ days, status, code }) => {
    const two = await twoGroups(database, api);
    const id = await two.merge();
    await database.query('update group_merge set merged_on = $2 where id = $1', [id, addDays(today, -days)]);
    const answer = await undo(two, id);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('is not done twice, nor once the joint group has ended', async () => {
    const two = await twoGroups(database, api);
    const id = await two.merge();
    const answers = await Promise.all([undo(two, id), undo(two, id), undo(two, id)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const again = (await two.ask()).body.id;
    await two.answer(again);
    await two.into.client.post(`/groups/${two.into.id}/close`, { how: 'closed-well' });
    expect((await undo(two, again)).body.code).toBe('merge.moved-on');
  });
});
