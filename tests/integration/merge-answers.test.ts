import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { OutboxMessage } from '@followon/shared/contract/messages';
import type { Page } from '@followon/shared/contract/page';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

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
  await worker?.close();
  await api?.close();
  await database?.close();
});

const drain = async () => {
  await worker.drain(new Date());
  await worker.drain(new Date());
};
/** Every message to somebody, but for the question itself. */
const toldTo = (accountId: string) =>
  database.query(
    `select key, group_id, figures ->> 'answer' as answer, state from nudge where person_id = $1 and key <> 'merge_asked' and state = 'planned'`,
    [accountId],
  );

describe('the answer to a question of another group', () => {
  test('is told to the contact people of the group that asked when it is no, once', async () => {
    const { body } = await two.ask();
    await two.answer(body.id, 'decline');
    await drain();
    expect(await toldTo(two.from.account.id)).toEqual([
      { key: 'merge_answered', group_id: two.from.id, answer: 'declined', state: 'planned' },
    ]);
    expect(await toldTo(two.into.account.id)).toEqual([]);
    const names = (await eventsOf(database, two.from.id)).map(({ name }) => name);
    expect(names.filter((name) => name === 'group.merge-declined.v1')).toHaveLength(1);
  });

  test('is told to them as people of the joint group when it is yes, and nothing else with it', async () => {
    await two.merge();
    await drain();
    expect(await toldTo(two.from.account.id)).toEqual([
      { key: 'merge_answered', group_id: two.into.id, answer: 'merged', state: 'planned' },
    ]);
    expect(await toldTo(two.into.account.id)).toEqual([]);
  });

  test('is not told any more when the two have parted before it left', async () => {
    const id = await two.merge();
    await drain();
    const parted = await two.into.client.post(`/group-merges/${id}/undo`, {});
    expect(parted.status).toBe(200);
    await worker.deliverer.deliver(new Date(Date.now() + 3 * 86_400_000));
    expect(
      await database.query(
        `select state, reason from nudge where key = 'merge_answered' and subject_id = $1`,
        [id],
      ),
    ).toEqual([{ state: 'suppressed', reason: 'no-longer-true' }]);
  });

  test('carries a link to the page of the group', async () => {
    const { body } = await two.ask();
    await two.answer(body.id, 'decline');
    await drain();
    const outbox = (await two.admin.get<Page<OutboxMessage>>('/demo/outbox?limit=100')).body.items;
    expect(outbox.find(({ groupId }) => groupId === two.from.id)?.links).toEqual([
      { rel: 'page', href: `/groups/${two.from.id}`, label: 'Look at our group' },
    ]);
  });
});
