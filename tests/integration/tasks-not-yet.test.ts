import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import { aLink } from '../support/a-link.js';
import { aTaskStage, type TaskStage } from '../support/a-task-stage.js';

let stage: TaskStage;
let handoverId: string;

beforeAll(async () => {
  stage = await aTaskStage();
}, 30_000);
beforeEach(async () => {
  handoverId = await stage.opened();
  await stage.database.query(`update handover_task set due_on = '2099-01-05' where handover_id = $1`, [
    handoverId,
  ]);
});
afterAll(() => stage?.close());

const stored = async (id: string) =>
  (
    await stage.database.query<Record<string, unknown>>(
      'select state, evidence, draft from handover_task where id = $1',
      [id],
    )
  )[0];
const nobodyAsked = { answers: { 'all-asked': false } };

describe('a tick with an answer that says the opposite', () => {
  test('is refused with the question and how to mend it; the answer is kept and the task stays open', async () => {
    const task = await stage.task(handoverId, 'roles_agreed');
    const evidence = { answers: { 'contact-people': 0 } };
    const { status, body } = await stage.change('volunteer', task, { state: 'done', evidence });
    expect([status, body.code]).toEqual([409, 'task.not-yet']);
    expect(body.errors).toEqual([
      {
        path: 'evidence.answers.contact-people',
        message: expect.stringMatching(/takes at least 2/) as unknown as string,
      },
    ]);
    expect(await stored(task.id)).toEqual({ state: 'open', evidence: null, draft: evidence });
    expect(await stage.events()).toEqual([]);
  });

  test('is a bare tick’s word when it comes without it, and the question is open again', async () => {
    const task = await stage.task(handoverId, 'consent_contacts');
    await stage.change('clinician', task, { state: 'done', evidence: nobodyAsked });
    const { status, body } = await stage.change('clinician', task, { state: 'done' });
    expect([status, body.state, body.unanswered]).toEqual([200, 'done', ['all-asked']]);
    expect((await stored(task.id))?.['evidence']).toBeNull();
  });

  test('keeps what was answered before beside it', async () => {
    const task = await stage.task(handoverId, 'venue_option');
    const { volunteer } = stage.at;
    await volunteer.put(`/handover-tasks/${task.id}/draft`, { answers: { 'cost-fits': true } });
    const evidence = { answers: { toilet: false } };
    const { status } = await stage.change('volunteer', task, { state: 'done', evidence });
    const draft = { answers: { 'cost-fits': true, toilet: false } };
    expect([status, (await stored(task.id))?.['draft']]).toEqual([409, draft]);
  });
});

describe('an answer after the tick that says the opposite', () => {
  const answer = (who: 'clinician' | 'volunteer', id: string, answers: object) =>
    stage.at[who].put<HandoverTaskView & Problem>(`/handover-tasks/${id}/draft`, answers);

  test('takes the tick back, is kept, and is listed', async () => {
    const task = await stage.task(handoverId, 'consent_contacts');
    await stage.change('clinician', task, { state: 'done' });
    const { status, body } = await answer('clinician', task.id, nobodyAsked);
    expect([status, body.state, body.notYet, body.draft]).toEqual([200, 'open', ['all-asked'], nobodyAsked]);
    expect(await stage.events()).toEqual(['handover-task.done.v1', 'handover-task.reopened.v1']);
  });

  test('comes too late when undoing would, and changes nothing then', async () => {
    const task = await stage.task(handoverId, 'roles_agreed');
    await stage.change('volunteer', task, { state: 'done' });
    await stage.minutesPass(task.id, 11);
    const { status, body } = await answer('volunteer', task.id, { answers: { 'contact-people': 1 } });
    expect([status, body.code]).toEqual([409, 'task.undo-too-late']);
    expect(await stored(task.id)).toEqual({ state: 'done', evidence: null, draft: null });
  });
});

test('by link it is the same, and the link can tick again', async () => {
  const task = await stage.task(handoverId, 'roles_agreed');
  const [row] = await stage.database.query<{ site_id: string }>(
    'select site_id from handover where id = $1',
    [handoverId],
  );
  const { token } = await aLink(stage.database, {
    ...{ site: row?.site_id ?? '', action: 'tick-task', subject: task.id },
    account: stage.people.volunteer.id,
  });
  const act = (said: object) => stage.at.volunteer.post<LinkView & Problem>('/links/act', { token, ...said });
  const evidence = { answers: { 'contact-people': 1 } };

  const refused = await act({ choice: 'done', evidence });
  expect([refused.status, refused.body.code]).toEqual([409, 'task.not-yet']);
  expect(await stored(task.id)).toMatchObject({ state: 'open', draft: evidence });

  expect((await act({ choice: 'done' })).body.state).toBe('used');
  const { body } = await act({ choice: 'answer', evidence });
  expect([body.state, body.notYet, body.choices]).toEqual([
    'ready',
    ['contact-people'],
    ['done', 'cannot', 'pass-on', 'later'],
  ]);
  expect((await act({ choice: 'done' })).body.state).toBe('used');
});
