import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupView } from '@followon/shared/contract/groups';
import { loadGroupHistory } from '@followon/shared/db/groups/group-history';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { templateOf } from '@followon/shared/rules/handover/templates/of-route';
import { assessGroup } from '@followon/shared/rules/health/assess-group';
import type { EntityManager } from 'typeorm';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import type { TwoGroups } from '../support/two-groups.js';
import { twoGroups } from '../support/two-groups.js';

const today = londonDate(new Date());
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
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

const act = (what: string, body: object = {}) =>
  two.from.client.post<GroupView & { code: string }>(`/groups/${two.from.id}/${what}`, body);
const lists = () =>
  database.query<{ kind: string; state: string }>(
    'select kind, state from handover where group_id = $1 order by kind',
    [two.from.id],
  );
const stored = async () =>
  (
    await database.query<{ state: string }>('select state from follow_on_group where id = $1', [two.from.id])
  )[0]?.state;

describe('starting again', () => {
  test('after a break it meets, and its short list opens with its own tasks', async () => {
    await act('rest', { until: addDays(today, 30) });
    expect((await act('restart')).body).toMatchObject({ state: 'meeting', restingUntil: null });
    await worker.drain(new Date());
    expect(await lists()).toEqual([{ kind: 'restart', state: 'open' }]);
    const tasks = await database.query<{ key: string; owner_role: string }>(
      `select t.key, t.owner_role from handover_task t join handover h on h.id = t.handover_id where h.group_id = $1 order by t.position`,
      [two.from.id],
    );
    expect(tasks.map(({ key }) => key)).toEqual(templateOf('restart').map(({ key }) => key));
    expect(new Set(tasks.map(({ owner_role }) => owner_role))).toEqual(new Set(['contact']));
  });

  test.each(['closed', 'closed-well'])(
    'after being %s it gets started, and stays so until it meets',
    async (how) => {
      await act('close', { how });
      await worker.drain(new Date());
      expect((await act('restart')).body).toMatchObject({
        state: 'forming',
        closedOn: null,
        closeReason: null,
      });
      await worker.drain(new Date());
      expect(await stored()).toBe('forming');
      expect(await lists()).toEqual([
        ...(how === 'closed-well' ? [{ kind: 'closing', state: 'closed' }] : []),
        { kind: 'restart', state: 'open' },
      ]);
      const meeting = await two.from.client.post<{ id: string }>(`/groups/${two.from.id}/meetings`, {
        date: today,
      });
      await two.from.client.put(`/meetings/${meeting.body.id}/register`, { state: 'held', headcount: 5 });
      await worker.drain(new Date());
      expect(await stored()).toBe('meeting');
    },
  );

  test('the time it was closed is rest, not silence', async () => {
    const back = addDays('2026-03-23', 180);
    await database.query(
      `update follow_on_group set state = 'closed', closed_on = '2026-03-24' where id = $1`,
      [two.from.id],
    );
    const manager = { query: database.query } as unknown as EntityManager;
    const silentDays = async () => {
      const history = await loadGroupHistory(manager, two.from.id);
      return history && assessGroup(history, back).silentDays;
    };
    expect(await silentDays()).toBeGreaterThan(170);
    await act('restart');
    expect(
      await database.query('select from_on, until_on from group_rest where group_id = $1', [two.from.id]),
    ).toEqual([{ from_on: '2026-03-24', until_on: today }]);
    expect(await silentDays()).toBeLessThan(3);
  });

  test('is refused while it goes on, and asks an administrator why', async () => {
    expect((await act('restart')).body.code).toBe('group.going-on');
    await act('close', { how: 'closed' });
    const restart = (body: object) => two.admin.post(`/groups/${two.from.id}/restart`, body);
    expect((await restart({})).status).toBe(400);
    expect((await restart({ reason: 'group-asked' })).status).toBe(200);
  });

  test('twice at once opens one list and says it once', async () => {
    await act('close', { how: 'closed' });
    const answers = await Promise.all([act('restart'), act('restart'), act('restart')]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await worker.drain(new Date());
    expect(await lists()).toEqual([{ kind: 'restart', state: 'open' }]);
  });
});

describe('a break', () => {
  const change = (body: object) => two.from.client.put<GroupView>(`/groups/${two.from.id}/rest`, body);

  test('can be made longer, shorter or open while it lasts', async () => {
    expect((await change({ until: addDays(today, 40) })).status).toBe(409);
    await act('rest', { until: addDays(today, 30) });
    for (const until of [addDays(today, 60), addDays(today, 10), null]) {
      expect((await change({ until })).body).toMatchObject({ state: 'resting', restingUntil: until });
      expect(
        await database.query('select until_on from group_rest where group_id = $1', [two.from.id]),
      ).toEqual([{ until_on: until }]);
    }
    expect((await change({ until: today })).status).toBe(400);
  });

  test('asks on its last day and once more if they are ready, and never starts again by itself', async () => {
    const until = addDays(today, 20);
    await act('rest', { until });
    await worker.drain(new Date());
    const asked = () =>
      database.query<{ state: string }>(
        `select state from nudge where group_id = $1 and key = 'are_you_ready' order by due_at`,
        [two.from.id],
      );
    for (const [day, times] of [
      [19, 0],
      [20, 1],
      [33, 1],
      [34, 2],
      [90, 2],
    ] as const) {
      await worker.sweeper.sweep(noonOf(addDays(today, day)));
      await worker.drain(noonOf(addDays(today, day)));
      expect([day, (await asked()).length]).toEqual([day, times]);
    }
    expect((await asked()).every(({ state }) => state !== 'suppressed')).toBe(true);
    expect(await stored()).toBe('resting');
    expect(
      await database.query('select until_on from group_rest where group_id = $1', [two.from.id]),
    ).toEqual([{ until_on: null }]);
  });
});
