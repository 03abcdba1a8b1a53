import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LineageView } from '@followon/shared/contract/merges';
import type { MeetingView } from '@followon/shared/contract/meetings';
import type { Page } from '@followon/shared/contract/page';
import type { Role } from '@followon/shared/rules/access/actions';
import { roles } from '@followon/shared/rules/access/actions';
import { aGroup } from '../support/a-group.js';
import { giveRole } from '../support/a-group-and-everyone.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
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
  two = await twoGroups(database, api, [6, 7, 5]);
});
afterAll(async () => {
  await api?.close();
  await database?.close();
});

const lineageOf = (who: Client, id: string) => who.get<LineageView>(`/groups/${id}/lineage`);
const meetingsOf = (who: Client, id: string) => who.get<Page<MeetingView>>(`/groups/${id}/meetings`);
const somebody = async (role: Role, siteId: string) => {
  const account = await anAccount(database, { roles: [{ role, siteId }] });
  return { account, client: await api.signedInAs(account) };
};

describe('where a group came from', () => {
  test('is shown with its meetings as figures, and the names that were before', async () => {
    await two.merge({ newName: 'Together' });
    const { body } = await lineageOf(two.into.client, two.into.id);
    expect(body).toMatchObject({ goesOnIn: null, formerNames: [two.into.name] });
    expect(body.cameFrom).toMatchObject([
      {
        groupId: two.from.id,
        name: two.from.name,
        meetings: 3,
        firstMetOn: '2026-03-02',
        lastMetOn: '2026-03-16',
      },
    ]);
    expect(body.cameFrom[0]?.turnout.slots.map(({ headcount }) => headcount)).toEqual([6, 7, 5]);
    expect((await lineageOf(two.into.client, two.from.id)).body.goesOnIn).toMatchObject({ id: two.into.id });
  });

  test('goes through a group that joined another one later, and back when they part', async () => {
    await two.merge();
    const last = await aGroup(database, { siteId: two.siteId });
    const asked = await two.into.client.post<{ id: string }>(`/groups/${two.into.id}/merge`, {
      intoGroupId: last.id,
    });
    const agree = { answer: 'agree', reason: 'group-asked' };
    expect((await two.admin.post(`/group-merges/${asked.body.id}/answer`, agree)).status).toBe(200);
    const { body } = await lineageOf(two.admin, last.id);
    expect(body.cameFrom.map(({ groupId }) => groupId).sort()).toEqual([two.from.id, two.into.id].sort());
    expect((await meetingsOf(two.from.client, two.from.id)).body.items).toHaveLength(3);
  });

  test('registers stay with the group that held them and count in no other', async () => {
    await two.merge();
    const own = await meetingsOf(two.into.client, two.into.id);
    expect(own.body.items.map(({ groupId }) => groupId)).toEqual(Array(3).fill(two.into.id));
    const past = await meetingsOf(two.into.client, two.from.id);
    expect(past.body.items.map(({ headcount }) => headcount)).toEqual([5, 7, 6]);
  });
});

describe('looking back', () => {
  test('is for the ring of the group it went on in, from then on and no earlier', async () => {
    for (const path of ['', '/meetings', '/lineage'])
      expect((await two.into.client.get(`/groups/${two.from.id}${path}`)).status).toBe(404);
    await two.merge();
    for (const who of [two.into.client, two.from.client])
      for (const path of ['', '/meetings', '/lineage'])
        expect((await who.get(`/groups/${two.from.id}${path}`)).status).toBe(200);
  });

  test('names nobody: marks and members of the first group are shown to nobody of the second', async () => {
    const member = await database.insert<{ id: string }>('member', {
      site_id: two.siteId,
      group_id: two.from.id,
      display_name: 'Jo',
    });
    const [meeting] = await database.query<{ id: string }>(
      'select id from meeting where group_id = $1 limit 1',
      [two.from.id],
    );
    await database.query('update meeting set named = true where id = $1', [meeting?.id]);
    await database.insert('attendance', {
      meeting_id: meeting?.id,
      site_id: two.siteId,
      group_id: two.from.id,
      present: [member.id],
    });
    expect((await meetingsOf(two.from.client, two.from.id)).text).toContain(member.id);
    await two.merge();
    const { body, text } = await meetingsOf(two.into.client, two.from.id);
    expect(body.items.every((item) => item.marks === undefined)).toBe(true);
    expect(text).not.toContain(member.id);
    expect((await two.into.client.get(`/groups/${two.from.id}/members`)).status).toBe(404);
  });

  test('changes nothing: no act on the first group is open to the second’s people', async () => {
    await two.merge();
    const [meeting] = await database.query<{ id: string }>(
      'select id from meeting where group_id = $1 limit 1',
      [two.from.id],
    );
    const tried = [
      two.into.client.put(
        `/meetings/${meeting?.id}/register`,
        { state: 'held', headcount: 1 },
        { 'If-Match': '"1"' },
      ),
      two.into.client.post(`/groups/${two.from.id}/meetings`, { date: '2026-12-01' }),
      two.into.client.post(`/groups/${two.from.id}/close`, { how: 'closed' }),
      two.into.client.post(`/groups/${two.from.id}/restart`, {}),
      two.into.client.post(`/groups/${two.from.id}/reports`, { kind: 'conflict' }),
      two.into.client.patch(`/groups/${two.from.id}`, { messagesOff: true }, { 'If-Match': '"1"' }),
      two.into.client.get(`/groups/${two.from.id}/merges`),
    ];
    for (const answer of await Promise.all(tried)) expect(answer.status).toBe(404);
    const { body } = await two.into.client.get<{ items: { id: string }[] }>('/groups');
    expect(body.items.map(({ id }) => id)).toEqual([two.into.id]);
  });

  test.each(roles)(
    'a %s who has nothing to do with either sees as much as before the merge',
    async (role) => {
      const stranger = await somebody(role, two.siteId);
      const other = await aGroup(database, { siteId: two.siteId });
      if (role === 'contact' || role === 'volunteer')
        await giveRole(database, {
          siteId: two.siteId,
          groupId: other.id,
          kind: role === 'contact' ? 'contact' : 'ptv',
          accountId: stranger.account.id,
        });
      const look = () =>
        Promise.all(
          ['', '/meetings', '/lineage', '/members', '/merges'].map(
            async (path) => (await stranger.client.get(`/groups/${two.from.id}${path}`)).status,
          ),
        );
      const before = await look();
      await two.merge();
      expect(await look()).toEqual(before);
    },
  );

  test('ends when the role does', async () => {
    await two.merge();
    await database.query(
      `update group_role set until_on = current_date where group_id = $1 and account_id = $2`,
      [two.into.id, two.into.account.id],
    );
    expect((await meetingsOf(two.into.client, two.from.id)).status).toBe(404);
  });
});
