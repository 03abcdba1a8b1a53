import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import type { MergeView } from '@followon/shared/contract/merges';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
let database: TestDatabase;
let api: TestApi;
let two: TwoGroups;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
});
beforeEach(async () => {
  two = await twoGroups(database, api);
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const eventsOf = async (streamId: string): Promise<string[]> => {
  const rows = await database.query<{ name: string }>(
    'select name from event where stream_id = $1 order by seq',
    [streamId],
  );
  return rows.map(({ name }) => name);
};
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as Problem).code];
const groupOf = async (id: string) =>
  (
    await database.query<{ state: string; merged_into_id: string | null; name: string }>(
      'select state, merged_into_id, name from follow_on_group where id = $1',
      [id],
    )
  )[0];

describe('asking another group', () => {
  test('moves nothing until the other group has said yes too', async () => {
    const asked = await two.ask({ newName: 'Together' });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      ...{ state: 'asked', newName: 'Together', from: { id: two.from.id }, into: { id: two.into.id } },
      may: { answer: false, withdraw: true, undo: false },
    });
    expect(await groupOf(two.from.id)).toMatchObject({ state: 'meeting', merged_into_id: null });
    expect(await eventsOf(two.from.id)).toEqual(['group.merge-asked.v1']);
    const seen = await two.into.client.get<Page<MergeView>>(`/groups/${two.into.id}/merges`);
    expect(seen.body.items).toMatchObject([{ id: asked.body.id, may: { answer: true, withdraw: false } }]);
  });

  test('both said yes: the first goes on in the second, under the new name', async () => {
    const id = await two.merge({ newName: 'Together' });
    expect(await groupOf(two.from.id)).toMatchObject({ state: 'merged', merged_into_id: two.into.id });
    expect(await groupOf(two.into.id)).toMatchObject({ state: 'meeting', name: 'Together' });
    expect(await eventsOf(two.from.id)).toEqual(['group.merge-asked.v1', 'group.merged.v1']);
    expect(await eventsOf(two.into.id)).toContain('group.changed.v1');
    const [row] = await database.query('select state, merged_on from group_merge where id = $1', [id]);
    expect(row).toEqual({ state: 'merged', merged_on: today });
  });

  test('a no or a question taken back leaves both as they were, and may be asked again', async () => {
    const first = (await two.ask()).body.id;
    expect((await two.answer(first, 'decline')).body.state).toBe('declined');
    const second = (await two.ask()).body.id;
    expect((await two.from.client.post<MergeView>(`/group-merges/${second}/withdraw`, {})).body.state).toBe(
      'withdrawn',
    );
    expect(codeOf(await two.answer(second))).toEqual([409, 'merge.not-open']);
    expect((await two.ask()).status).toBe(201);
    expect(await groupOf(two.from.id)).toMatchObject({ state: 'meeting' });
  });

  test('is refused for itself, an ended group, a resting one, a second question, and across', async () => {
    const ask = (intoGroupId: string) =>
      two.from.client.post(`/groups/${two.from.id}/merge`, { intoGroupId });
    expect(codeOf(await ask(two.from.id))).toEqual([409, 'merge.same-group']);
    for (const [state, code] of [
      ['closed', 'other-ended'],
      ['merged', 'other-ended'],
      ['resting', 'other-resting'],
    ] as const) {
      const other = await aGroup(database, { siteId: two.siteId, state });
      expect(codeOf(await ask(other.id))).toEqual([409, `merge.${code}`]);
    }
    expect((await ask((await aGroup(database)).id)).status).toBe(404); // of another site
    await two.ask();
    expect(codeOf(await two.ask())).toEqual([409, 'merge.already-merging']);
    const back = await two.into.client.post(`/groups/${two.into.id}/merge`, { intoGroupId: two.from.id });
    expect(codeOf(back)).toEqual([409, 'merge.asked-by-them']);
  });

  test('a name that is taken is refused, also that of the group that joins', async () => {
    expect(codeOf(await two.ask({ newName: two.from.name }))).toEqual([409, 'group.name-taken']);
    expect((await two.ask({ newName: two.into.name })).status).toBe(201);
  });

  test('only contact people ask and answer; others and foreign ones get 404', async () => {
    expect(
      (await two.into.client.post(`/groups/${two.from.id}/merge`, { intoGroupId: two.into.id })).status,
    ).toBe(404);
    const { id } = (await two.ask()).body;
    expect((await two.from.client.post(`/group-merges/${id}/answer`, { answer: 'agree' })).status).toBe(404);
    const abroad = await twoGroups(database, api);
    for (const act of ['answer', 'withdraw', 'undo'])
      expect(
        (
          await abroad.into.client.post(
            `/group-merges/${id}/${act}`,
            act === 'answer' ? { answer: 'agree' } : {},
          )
        ).status,
      ).toBe(404);
  });

  test('groups that could be asked are shown by name and rhythm, and only those that welcome it', async () => {
    await database.query('update follow_on_group set welcomes_new = true where id = $1', [two.into.id]);
    const ended = await aGroup(database, { siteId: two.siteId, state: 'closed-well' });
    await database.query('update follow_on_group set welcomes_new = true where id = $1', [ended.id]);
    await aGroup(database, { siteId: two.siteId });
    const { body } = await two.from.client.get<Page<object>>(`/groups/${two.from.id}/merge-choices`);
    expect(body.items).toEqual([{ id: two.into.id, name: two.into.name, cadence: 'weekly' }]);
  });
});

describe('what nobody can do any more', () => {
  test('a merged group is not closed, rested, renamed or started again', async () => {
    await two.merge();
    const act = (what: string, body: object) =>
      two.admin.post(`/groups/${two.from.id}/${what}`, { ...body, reason: 'group-asked' });
    expect(codeOf(await act('close', { how: 'closed' }))).toEqual([409, 'group.closed']);
    expect(codeOf(await act('rest', { until: addDays(today, 30) }))).toEqual([409, 'group.closed']);
    expect(codeOf(await act('restart', {}))).toEqual([409, 'group.merged']);
    const { body } = await two.admin.get<GroupView>(`/groups/${two.from.id}`);
    expect(body).toMatchObject({ state: 'merged', may: { merge: false, restart: false, close: false } });
  });
});
