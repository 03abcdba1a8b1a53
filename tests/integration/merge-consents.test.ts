import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MergeView } from '@followon/shared/contract/merges';
import type { Problem } from '@followon/shared/contract/problem';
import { aGroup } from '../support/a-group.js';
import { giveRole } from '../support/a-group-and-everyone.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

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

describe('two consents', () => {
  test('somebody who is a contact of both cannot say yes twice; another contact person can', async () => {
    const { from, into, siteId } = two;
    await giveRole(database, { siteId, groupId: into.id, kind: 'contact', accountId: from.account.id });
    const { id } = (await two.ask()).body;
    const self = (body: object) => from.client.post(`/group-merges/${id}/answer`, body);
    expect(codeOf(await self({ answer: 'agree' }))).toEqual([409, 'merge.same-person']);
    expect(codeOf(await self({ answer: 'agree', reason: 'group-asked' }))).toEqual([
      409,
      'merge.same-person',
    ]);
    expect((await two.answer(id)).status).toBe(200);
  });

  test('whoever said yes for the one may say no for the other', async () => {
    const { from, into, siteId } = two;
    await giveRole(database, { siteId, groupId: into.id, kind: 'contact', accountId: from.account.id });
    const { id } = (await two.ask()).body;
    expect((await from.client.post(`/group-merges/${id}/answer`, { answer: 'decline' })).status).toBe(200);
  });

  test('the site’s administrator says why, and is written down', async () => {
    const ask = (body: object) => two.admin.post<MergeView>(`/groups/${two.from.id}/merge`, body);
    expect((await ask({ intoGroupId: two.into.id })).status).toBe(400);
    const { id } = (await ask({ intoGroupId: two.into.id, reason: 'group-asked' })).body;
    const answer = (body: object) => two.admin.post(`/group-merges/${id}/answer`, body);
    expect((await answer({ answer: 'agree' })).status).toBe(400);
    expect((await answer({ answer: 'agree', reason: 'group-asked' })).status).toBe(200);
    const said = await database.query<{ what: string }>(
      'select what from audit_entry where subject = $1 order by id',
      [id],
    );
    expect(said.map(({ what }) => what)).toEqual([
      'group.merge-asked.group-asked',
      'group.merged.group-asked',
    ]);
  });
});

describe('several at once', () => {
  test('two groups that ask each other: one question stands', async () => {
    const answers = await Promise.all([
      two.ask(),
      two.into.client.post(`/groups/${two.into.id}/merge`, { intoGroupId: two.from.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(
      await database.query(`select 1 from group_merge where site_id = $1 and state = 'asked'`, [two.siteId]),
    ).toHaveLength(1);
  });

  test('eight answers merge once', async () => {
    const { id } = (await two.ask()).body;
    const answers = await Promise.all(Array.from({ length: 8 }, () => two.answer(id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await eventsOf(two.from.id)).filter((name) => name === 'group.merged.v1')).toHaveLength(1);
  });

  test.each(['from', 'into'] as const)(
    'merging while the group “%s” closes: one of the two happened',
    async (which) => {
      const { id } = (await two.ask()).body;
      const [agreed, closed] = await Promise.all([
        two.answer(id),
        two[which].client.post(`/groups/${two[which].id}/close`, { how: 'closed' }),
      ]);
      const state = (await groupOf(two.from.id))?.state;
      if (agreed.status === 200) expect(state).toBe('merged');
      else expect([agreed.status, closed.status]).toEqual([409, 200]);
      // The joint group may still be closed afterwards; the one that joined it may not.
      if (agreed.status === 200 && which === 'from') expect(closed.status).toBe(409);
    },
  );

  test('a group that joined another answers nobody any more', async () => {
    const third = await aGroup(database, { siteId: two.siteId });
    const asked = await two.admin.post<MergeView>(`/groups/${third.id}/merge`, {
      intoGroupId: two.from.id,
      reason: 'group-asked',
    });
    await two.merge();
    const [row] = await database.query('select state from group_merge where id = $1', [asked.body.id]);
    expect(row).toEqual({ state: 'withdrawn' });
  });
});
