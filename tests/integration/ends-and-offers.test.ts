import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
const inDays = (days: number) => addDays(today, days);
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let two: TwoGroups;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);
beforeEach(async () => {
  two = await twoGroups(database, api);
});
afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const drain = () => worker.drain(new Date());
const closing = async (groupId: string) =>
  (
    await database.query<{ state: string; closing_on: string | null; closing_how: string | null }>(
      'select state, closing_on, closing_how from follow_on_group where id = $1',
      [groupId],
    )
  )[0];
const listsOf = (groupId: string) =>
  database.query('select kind, state from handover where group_id = $1 order by kind', [groupId]);

/** Somebody whom the first group asks to open its meetings. */
async function somebodyAsked() {
  const person = await anAccount(database, { roles: [{ role: 'contact', siteId: two.siteId }] });
  const client = await api.signedInAs(person);
  const body = { kind: 'host', accountId: person.id };
  const offer = await two.from.client.post<{ id: string }>(`/groups/${two.from.id}/role-offers`, body);
  const answer = () => client.post<Problem>(`/role-offers/${offer.body.id}/answer`, { answer: 'accept' });
  return { person, answer };
}

const heldIn = (accountId: string) =>
  database.query<{ state: string }>(
    `select g.state from group_role r join follow_on_group g on g.id = r.group_id where r.account_id = $1 and r.until_on is null`,
    [accountId],
  );

describe('a role that somebody is asked to take', () => {
  test('is never held in a group that has gone on in another one, however the yes and the merge meet', async () => {
    for (let n = 0; n < 8; n += 1) {
      two = await twoGroups(database, api);
      const { person, answer } = await somebodyAsked();
      const asked = await two.ask();
      const [said] = await Promise.all([answer(), two.answer(asked.body.id)]);
      const held = await heldIn(person.id);
      expect(held.filter(({ state }) => state === 'merged')).toEqual([]);
      expect(held).toHaveLength(said.status === 200 ? 1 : 0);
    }
  });

  test('is not asked for any more once the group has ended', async () => {
    const { answer } = await somebodyAsked();
    await two.from.client.post(`/groups/${two.from.id}/close`, { how: 'closed-well' });
    const { status, body } = await answer();
    expect([status, body.code]).toEqual([409, 'group.closed']);
  });
});

describe('a group that has said that it will end', () => {
  test('is not joined by another one', async () => {
    await two.into.client.post(`/groups/${two.into.id}/close`, { how: 'closed-well', on: inDays(5) });
    const asked = await two.ask();
    expect([asked.status, (asked.body as unknown as Problem).code]).toEqual([409, 'merge.other-ending']);
  });

  test('has that day again when it parts from the group it joined, and its goodbyes', async () => {
    const end = { how: 'closed-well', on: inDays(20) };
    await two.from.client.post(`/groups/${two.from.id}/close`, end);
    await drain();
    const before = await closing(two.from.id);
    const id = await two.merge();
    await drain();
    expect(await closing(two.from.id)).toEqual({ state: 'merged', closing_on: null, closing_how: null });
    expect((await two.into.client.post(`/group-merges/${id}/undo`, {})).status).toBe(200);
    await drain();
    expect(await closing(two.from.id)).toEqual(before);
    expect(await listsOf(two.from.id)).toEqual([{ kind: 'closing', state: 'open' }]);
  });
});

test('a role is not handed on in a group that is over: its list is put away, and nobody is reminded of it', async () => {
  const [role] = await database.query<{ id: string }>(
    `select id from group_role where group_id = $1 and kind = 'contact'`,
    [two.from.id],
  );
  const path = `/groups/${two.from.id}/roles/${role?.id}/step-down`;
  expect((await two.from.client.post(path, { on: inDays(20) })).status).toBeLessThan(300);
  await drain();
  expect(await listsOf(two.from.id)).toEqual([{ kind: 'hand-on', state: 'open' }]);
  await two.from.client.post(`/groups/${two.from.id}/close`, { how: 'closed' });
  await drain();
  expect(await listsOf(two.from.id)).toEqual([{ kind: 'hand-on', state: 'closed' }]);
  const armed = await database.query(
    `select 1 from due d join handover_task t on t.id = d.subject_id join handover h on h.id = t.handover_id
     where h.group_id = $1 and d.done_at is null`,
    [two.from.id],
  );
  expect(armed).toEqual([]);
});
