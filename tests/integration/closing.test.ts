import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { closingTasks } from '@followon/shared/rules/handover/templates/closing';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
const keys = closingTasks.map(({ key }) => key);
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
  two = await twoGroups(database, api, [6, 7]);
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

const act = (what: string, body: object) =>
  two.from.client.post<GroupView & { code: string }>(`/groups/${two.from.id}/${what}`, body);
const on = (days: number) => addDays(today, days);
const at = (days: number) => new Date(`${on(days)}T12:00:00Z`);
const drain = () => worker.drain(new Date());
const sweep = async (days: number) => {
  await worker.sweeper.sweep(at(days));
  await worker.drain(at(days));
};
const lists = () =>
  database.query<{ id: string; kind: string; state: string }>(
    'select id, kind, state from handover where group_id = $1 order by opened_on, id',
    [two.from.id],
  );
const tasksOfContact = async () =>
  (await two.from.client.get<Page<HandoverTaskView>>('/handover-tasks?mine=true')).body.items;
const stateOf = async () => (await two.from.client.get<GroupView>(`/groups/${two.from.id}`)).body;

describe('closing well', () => {
  test('on the day: it is a good outcome with its reason, and a list of goodbyes opens for its own people', async () => {
    const { body } = await act('close', { how: 'closed-well', closeReason: 'no-longer-needed' });
    expect(body).toMatchObject({
      state: 'closed-well',
      closedOn: today,
      closeReason: 'no-longer-needed',
      closing: null,
    });
    await drain();
    expect(await lists()).toMatchObject([{ kind: 'closing', state: 'open' }]);
    const tasks = await tasksOfContact();
    expect(tasks.map(({ key }) => key).sort()).toEqual([...keys].sort());
    expect(tasks.every(({ blocking, mayChange }) => !blocking && mayChange)).toBe(true);
  });

  test('the list closes itself when everything on it is settled', async () => {
    await act('close', { how: 'closed-well' });
    await drain();
    for (const { id, version } of await tasksOfContact()) {
      const done = await two.from.client.patch(
        `/handover-tasks/${id}`,
        { state: 'done' },
        { 'If-Match': `"${version}"` },
      );
      expect(done.status).toBe(200);
    }
    await drain();
    expect(await lists()).toMatchObject([{ kind: 'closing', state: 'closed' }]);
  });

  test('what is left on it after four weeks is left, and nobody hears of it again', async () => {
    await act('close', { how: 'closed-well' });
    await drain();
    await sweep(27);
    expect(await lists()).toMatchObject([{ state: 'open' }]);
    await sweep(28);
    expect(await lists()).toMatchObject([{ state: 'closed' }]);
    expect(
      await database.query(
        `select 1 from due d join handover_task t on t.id = d.subject_id join handover h on h.id = t.handover_id
      where h.group_id = $1 and d.done_at is null`,
        [two.from.id],
      ),
    ).toEqual([]);
  });

  test('members keep what they said about messages', async () => {
    const member = await database.insert<{ id: string }>('member', {
      site_id: two.siteId,
      group_id: two.from.id,
      wants_messages: true,
    });
    await act('close', { how: 'closed-well' });
    await drain();
    expect(
      await database.query('select wants_messages, left_on from member where id = $1', [member.id]),
    ).toEqual([{ wants_messages: true, left_on: null }]);
  });

  test('a plain close has no list', async () => {
    await act('close', { how: 'closed', closeReason: 'venue' });
    await drain();
    expect(await lists()).toEqual([]);
  });
});

describe('an ending that is announced', () => {
  test('leaves the group going until its last day, then ends it', async () => {
    const { body } = await act('close', { how: 'closed-well', on: on(21), closeReason: 'people-moved-on' });
    expect(body).toMatchObject({ state: 'meeting', closing: { on: on(21), how: 'closed-well' } });
    await drain();
    const last = (await tasksOfContact()).find(({ key }) => key === 'closing_other_support');
    expect((last?.dueOn ?? '') >= on(21)).toBe(true);
    await sweep(21);
    expect((await stateOf()).state).toBe('meeting');
    await sweep(22);
    expect(await stateOf()).toMatchObject({
      state: 'closed-well',
      closedOn: on(21),
      closeReason: 'people-moved-on',
      closing: null,
    });
    expect(await lists()).toMatchObject([{ kind: 'closing', state: 'open' }]);
  });

  test('another day moves what is left to do, and what was done stays done', async () => {
    await act('close', { how: 'closed-well', on: on(20) });
    await drain();
    const [first] = await tasksOfContact();
    await two.from.client.patch(
      `/handover-tasks/${first?.id}`,
      { state: 'done' },
      { 'If-Match': `"${first?.version}"` },
    );
    await act('close', { how: 'closed-well', on: on(60) });
    await drain();
    const tasks = await tasksOfContact();
    expect(tasks).toHaveLength(keys.length);
    expect(tasks.find(({ id }) => id === first?.id)).toMatchObject({ state: 'done', dueOn: first?.dueOn });
    expect(tasks.filter(({ state }) => state === 'open').every(({ dueOn }) => dueOn > on(50))).toBe(true);
    await sweep(21);
    expect((await stateOf()).state).toBe('meeting');
  });

  test('can be taken back: the group goes on and its list is put away', async () => {
    await act('close', { how: 'closed-well', on: on(10) });
    await drain();
    expect((await act('keep-going', {})).body).toMatchObject({
      state: 'meeting',
      closing: null,
      closeReason: null,
    });
    expect((await act('keep-going', {})).body.code).toBe('group.not-closing');
    await drain();
    await sweep(11);
    expect((await stateOf()).state).toBe('meeting');
    expect(await lists()).toMatchObject([{ kind: 'closing', state: 'closed' }]);
  });

  test.each([{ on: on(-1) }, { on: on(85) }, { closeReason: 'failed' }])(
    'is refused with %j',
    async (body) => {
      expect((await act('close', { how: 'closed-well', ...body })).status).toBe(400);
      expect((await stateOf()).state).toBe('meeting');
    },
  );

  test('takes back a question to another group on its day', async () => {
    await two.ask();
    await act('close', { how: 'closed', on: on(5) });
    await drain();
    await sweep(6);
    expect(
      await database.query('select state from group_merge where from_group_id = $1', [two.from.id]),
    ).toEqual([{ state: 'withdrawn' }]);
  });
});
