import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandoverTaskView, HandoverView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { auditOf, eventsOf } from '../support/events.js';
import { aTaskStage, type TaskStage } from '../support/a-task-stage.js';

let stage: TaskStage;
let handoverId: string;

beforeAll(async () => {
  stage = await aTaskStage();
}, 30_000);
beforeEach(async () => {
  handoverId = await stage.opened();
});
afterAll(() => stage?.close());

const today = (): string => londonDate(new Date());
const mine = async (who: keyof TaskStage['at']): Promise<readonly HandoverTaskView[]> => {
  const path = `/handover-tasks?mine=true&handover=${handoverId}&limit=200`;
  return (await stage.at[who].get<Page<HandoverTaskView>>(path)).body.items;
};
const keysOf = async (who: keyof TaskStage['at']) => (await mine(who)).map(({ key }) => key);

describe('two people who tick at once', () => {
  test('are kept apart, and the second is told what changed, when and by which role', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const answers = await Promise.all([
      stage.change('volunteer', task, { state: 'done' }),
      stage.change('lead', task, { state: 'done' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [won] = answers.filter(({ status }) => status === 200);
    const [lost] = answers.filter(({ status }) => status === 412);
    const by = won === answers[0] ? 'volunteer' : 'lead';
    expect(lost?.body.changed).toEqual({ state: 'done', at: won?.body.doneAt, by, version: 2 });
    expect(lost?.text).not.toContain('A volunteer');
    expect(await stage.events()).toEqual(['handover-task.done.v1']);
  });

  test('what the product itself changed is told as its own', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    await stage.database.query('update handover_task set version = version + 1 where id = $1', [task.id]);
    const { body } = await stage.change('volunteer', task, { state: 'done' });
    expect(body.changed).toEqual({ state: 'open', at: null, by: 'system', version: 2 });
  });
});

describe('later', () => {
  /** Whether the volunteer is told that the visit can be put off. */
  const mayLater = async () => {
    const { body } = await stage.at.volunteer.get<HandoverView>(`/handovers/${handoverId}`);
    return body.tasks.find(({ key }) => key === 'ptv_visit')?.mayLater;
  };

  test('puts a task off, leaves its day alone, and is taken back with one undo', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const put = await stage.post('volunteer', task, 'later', { days: 3 });
    expect([put.status, put.body.laterUntil, put.body.state]).toEqual([200, addDays(today(), 3), 'open']);
    expect(put.body.dueOn).toBe('2026-04-14');
    const back = await stage.change('volunteer', put.body, { state: 'open' });
    expect([back.status, back.body.laterUntil, back.body.undoUntil]).toEqual([200, null, null]);
    expect(await auditOf(stage.database, task.id)).toEqual(['handover-task.later', 'handover-task.reopened']);
    expect(await stage.events()).toEqual(['handover-task.put-off.v1']);
  });

  test.each([
    [{ state: 'overdue', escalated_to: 'lead' }, 'task.later-escalated'],
    [{ state: 'done', escalated_to: null }, 'task.later-settled'],
    [{ state: 'cannot', escalated_to: null }, 'task.later-aside'],
  ])('is refused, and not offered, for what is %j', async ({ state, escalated_to }, code) => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const before = await mayLater();
    await stage.database.query('update handover_task set state = $2, escalated_to = $3 where id = $1', [
      ...[task.id, state, escalated_to],
    ]);
    expect([before, await mayLater()]).toEqual([true, false]);
    const { status, body } = await stage.post('volunteer', task, 'later', { days: 1 });
    expect([status, body.code]).toEqual([409, code]);
  });

  test('is for 1, 3 or 7 days, and needs the version', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    expect((await stage.post('volunteer', task, 'later', { days: 2 })).status).toBe(400);
    expect((await stage.at.volunteer.post(`/handover-tasks/${task.id}/later`, { days: 1 })).status).toBe(428);
  });
});

describe('the last tick of a list', () => {
  test('is taken back like any other, although the list closed with it', async () => {
    const task = await stage.task(handoverId, 'review_90');
    const { status } = await stage.change('volunteer', task, { state: 'done' });
    expect(status).toBe(200);
    await stage.database.query(
      `update handover set state = 'closed', signed_off_at = now(), accepted_at = now() where id = $1`,
      [handoverId],
    );
    const ticked = await stage.task(handoverId, 'review_90');
    const back = await stage.change('volunteer', ticked, { state: 'open' });
    // Its day has passed long since.
    expect([back.status, back.body.state]).toEqual([200, 'overdue']);
    const [handover] = await stage.database.query<{ state: string }>(
      'select state from handover where id = $1',
      [handoverId],
    );
    expect(handover?.state).toBe('accepted');
  });

  test('stays when ten minutes have passed, and the list stays closed', async () => {
    const task = await stage.task(handoverId, 'review_90');
    await stage.change('volunteer', task, { state: 'done' });
    await stage.database.query(`update handover set state = 'closed' where id = $1`, [handoverId]);
    await stage.minutesPass(task.id, 11);
    const back = await stage.change('volunteer', await stage.task(handoverId, 'review_90'), {
      state: 'open',
    });
    expect([back.status, back.body.code]).toEqual([409, 'handover.closed']);
  });
});

describe('passing on', () => {
  test('goes to whoever stands in, and the old owner keeps nothing but the undo', async () => {
    await stage.nameDeputy();
    const task = await stage.task(handoverId, 'ptv_visit');
    const passed = await stage.post('volunteer', task, 'pass-on', {});
    expect(passed.body).toMatchObject({ state: 'open', passedTo: 'deputy', mine: false, mayChange: false });
    expect(passed.body.assignee?.accountId).toBe(stage.people.deputy.id);
    expect(await stage.events()).toEqual(['handover-task.assigned.v1']);

    expect(await keysOf('deputy')).toEqual(['ptv_visit']);
    const kept = (await mine('volunteer')).find(({ key }) => key === 'ptv_visit');
    expect(kept).toMatchObject({ mayChange: false, passedTo: 'deputy' });
    expect(kept?.undoUntil).not.toBeNull();
    expect((await stage.change('volunteer', passed.body, { state: 'done' })).status).toBe(404);

    await stage.minutesPass(task.id, 11);
    expect(await keysOf('volunteer')).not.toContain('ptv_visit');
    expect((await stage.change('volunteer', passed.body, { state: 'open' })).status).toBe(404);
    expect((await stage.change('deputy', passed.body, { state: 'done' })).status).toBe(200);
  });

  test('without anybody who stands in goes on the lead’s list', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const nobody = await stage.post('volunteer', task, 'pass-on', { to: 'deputy' });
    expect([nobody.status, nobody.body.code]).toEqual([409, 'task.no-deputy']);
    const { body } = await stage.post('volunteer', task, 'pass-on', { reason: 'no-time' });
    expect(body).toMatchObject({ state: 'passed-on', reason: 'no-time', passedTo: 'lead', assignee: null });
    expect(await keysOf('lead')).toContain('ptv_visit');
    await stage.minutesPass(task.id, 11);
    expect(await keysOf('volunteer')).not.toContain('ptv_visit');
    expect(await eventsOf(stage.database, stage.programmeId())).toMatchObject([
      { name: 'handover-task.set-aside.v1', payload: { state: 'passed-on', reason: 'no-time' } },
    ]);
  });

  test('passes by a stand-in who is away', async () => {
    await stage.nameDeputy({ awayUntil: addDays(today(), 5) });
    const task = await stage.task(handoverId, 'ptv_visit');
    expect((await stage.post('volunteer', task, 'pass-on', {})).body.passedTo).toBe('lead');
  });

  test('by a helper with this one task ends all they see of the handover, and undo brings it back', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    await stage.giveTo('helper', task.id);
    const sees = async () => (await stage.at.helper.get<HandoverView>(`/handovers/${handoverId}`)).status;
    expect(await sees()).toBe(200);
    const passed = await stage.post('helper', task, 'pass-on', { to: 'lead' });
    expect([passed.status, await sees(), await keysOf('helper')]).toEqual([200, 404, ['ptv_visit']]);
    const back = await stage.change('helper', passed.body, { state: 'open' });
    expect([back.body.assignee?.accountId, await sees()]).toEqual([stage.people.helper.id, 200]);
  });
});

describe.each([
  ['done', (task: HandoverTaskView) => stage.change('volunteer', task, { state: 'done' })],
  [
    'cannot',
    (task: HandoverTaskView) => stage.change('volunteer', task, { state: 'cannot', reason: 'not-now' }),
  ],
  ['passed on', (task: HandoverTaskView) => stage.post('volunteer', task, 'pass-on', {})],
  ['later', (task: HandoverTaskView) => stage.post('volunteer', task, 'later', { days: 7 })],
])('undo of %s', (_, act) => {
  test('works after nine minutes and not after eleven', async () => {
    const acted = async () => {
      const task = (await mine('volunteer')).find(({ key }) => key === 'ptv_visit');
      if (!task) throw new Error('the task is not on the list');
      return (await act(task)).body;
    };
    const first = await acted();
    await stage.minutesPass(first.id, 9);
    const back = await stage.change('volunteer', first, { state: 'open' });
    expect(back.body).toMatchObject({ state: 'overdue', reason: null, laterUntil: null, mayChange: true });
    expect(back.body.assignee?.accountId).toBe(stage.people.volunteer.id);

    const second = await acted();
    await stage.minutesPass(second.id, 11);
    const late = await stage.at.volunteer.get<Page<HandoverTaskView>>('/handover-tasks?mine=true&limit=200');
    expect(late.body.items.find(({ id }) => id === second.id)?.undoUntil ?? null).toBeNull();
  });
});

test('a refusal that is not about versions says nothing of who changed what', async () => {
  const task = await stage.task(handoverId, 'safety_card');
  const { status, body } = await stage.change('volunteer', task, { state: 'done' });
  expect([status, (body as Problem).changed]).toEqual([404, undefined]);
});
