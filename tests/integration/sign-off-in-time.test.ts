import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandoverView } from '@followon/shared/contract/handovers';
import type { Problem } from '@followon/shared/contract/problem';
import { aTaskStage, type TaskStage } from '../support/a-task-stage.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';

let stage: TaskStage;
let worker: TestWorker;
let handoverId: string;

beforeAll(async () => {
  stage = await aTaskStage();
  worker = await aWorker(stage.database);
});
beforeEach(async () => {
  handoverId = await stage.opened();
});
afterAll(async () => {
  await worker?.close();
  await stage?.close();
});

const settleAllBut = (...keys: string[]) =>
  stage.database.query(
    `update handover_task set state = 'done', done_at = now() - interval '1 day' where handover_id = $1 and key <> all($2)`,
    [handoverId, ['handover_done', 'review_90', ...keys]],
  );
const clinician = () => stage.at.clinician;
const signOff = () => clinician().post<HandoverView & Problem>(`/handovers/${handoverId}/sign-off`, {});
const chooseMerge = async () => {
  const { body } = await clinician().get<HandoverView>(`/handovers/${handoverId}`);
  const choice = { route: 'merge', insists: true };
  return clinician().post(`/handovers/${handoverId}/route`, choice, { 'If-Match': `"${body.version}"` });
};

describe('a sign-off that comes before the list fits the way that was chosen', () => {
  test('waits for the list, and then for the tasks that came with it', async () => {
    await settleAllBut('choose_route');
    expect((await chooseMerge()).status).toBe(200);
    expect((await signOff()).body).toMatchObject({ status: 409, code: 'handover.list-being-rebuilt' });

    await worker.drain(new Date());
    const blocked = await signOff();
    expect(blocked.body).toMatchObject({ status: 409, code: 'handover.blocked' });
    expect(blocked.body.blocking).toContain('consent_joint');

    await settleAllBut();
    expect((await signOff()).status).toBe(200);
  });
});

describe('a task that the sign-off rests on', () => {
  const tickAndSignOff = async (who: 'clinician' | 'lead' = 'clinician') => {
    await settleAllBut('safety_card');
    const done = await stage.change(who, await stage.task(handoverId, 'safety_card'), { state: 'done' });
    expect([done.status, (await signOff()).status]).toEqual([200, 200]);
    return done.body;
  };

  test('is not opened again afterwards, also not by whoever ticked it a minute ago', async () => {
    const task = await tickAndSignOff();
    const back = await stage.change('clinician', task, { state: 'open' });
    expect(back.body).toMatchObject({ status: 409, code: 'task.signed-off' });
    expect((await stage.task(handoverId, 'safety_card')).state).toBe('done');
  });

  test('offers no undo any more', async () => {
    expect((await tickAndSignOff('lead')).undoUntil).not.toBeNull();
    const { body } = await stage.at.lead.get<HandoverView>(`/handovers/${handoverId}`);
    expect(body.tasks.find(({ key }) => key === 'safety_card')).toMatchObject({ undoUntil: null });
  });

  test('can be taken back until then', async () => {
    await settleAllBut('safety_card');
    const done = await stage.change('clinician', await stage.task(handoverId, 'safety_card'), {
      state: 'done',
    });
    expect((await stage.change('clinician', done.body, { state: 'open' })).status).toBe(200);
  });
});
