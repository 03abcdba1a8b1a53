import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import { aTaskStage, type TaskStage } from '../support/a-task-stage.js';

let stage: TaskStage;
let handoverId: string;
const today = (): string => londonDate(new Date());

beforeAll(async () => {
  stage = await aTaskStage();
}, 30_000);
beforeEach(async () => {
  handoverId = await stage.opened();
});
afterAll(() => stage?.close());

const answer = (who: keyof TaskStage['at'], id: string, answers: object) =>
  stage.at[who].put<HandoverTaskView & Problem>(`/handover-tasks/${id}/draft`, answers);

const stored = async (id: string) =>
  (await stage.database.query('select evidence, draft, version from handover_task where id = $1', [id]))[0];

describe('what is said beside a tick', () => {
  test('is kept when it fits what the task asks, and what was not said is listed', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const { body } = await stage.change('volunteer', task, { state: 'done' });
    expect(body.asks.map(({ kind }) => kind)).toEqual(['day', 'choice']);
    expect(body.unanswered).toEqual(['visit']);
    expect((await stored(task.id))?.['evidence']).toEqual({ on: today() });
  });

  test.each([
    [{ answers: { colour: 'red' } }, 'evidence.answers.colour', /does not ask “colour”/],
    [{ answers: { visit: 'danced' } }, 'evidence.answers.visit', /visited, missed-with-substitute/],
    [{ on: '2999-01-01' }, 'evidence.on', /cannot be in the future/],
    [{ count: -1 }, 'evidence.count', /Count from 0/],
    [{ answers: { visit: -1 } }, 'evidence.answers.visit', /Count from 0/],
  ])('%j is refused with the question and how to mend it', async (evidence, path, message) => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const { status, body } = await stage.change('volunteer', task, { state: 'done', evidence });
    expect([status, body.errors?.map((error) => error.path)]).toEqual([400, [path]]);
    expect(body.errors?.[0]?.message).toMatch(message);
    expect((await stage.task(handoverId, 'ptv_visit')).state).toBe('open');
  });
});

describe('answers so far', () => {
  test('are kept question by question on any screen, and go with the tick', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const on = addDays(today(), -2);
    await answer('volunteer', task.id, { on: today() });
    await answer('volunteer', task.id, { answers: { visit: 'visited' } });
    const { body } = await answer('volunteer', task.id, { on });
    expect(body).toMatchObject({ draft: { on, answers: { visit: 'visited' } }, unanswered: [], version: 1 });

    const ticked = await stage.change('volunteer', task, { state: 'done' });
    expect(ticked.body).toMatchObject({ state: 'done', draft: null, unanswered: [] });
    expect(await stored(task.id)).toMatchObject({
      evidence: { on, answers: { visit: 'visited' } },
      draft: null,
    });

    const back = await stage.change('volunteer', ticked.body, { state: 'open' });
    expect(back.body.draft).toEqual({ on, answers: { visit: 'visited' } });
  });

  test('may come after the tick, without a version, and stand with it', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    const ticked = await stage.change('volunteer', task, { state: 'done' });
    const { body } = await answer('volunteer', task.id, { answers: { visit: 'visited' } });
    expect(body).toMatchObject({ state: 'done', unanswered: [], version: ticked.body.version });
    expect(body.undoUntil).toBe(ticked.body.undoUntil);
  });

  test('of somebody else’s task, or that do not fit, are refused', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    expect((await answer('helper', task.id, {})).status).toBe(404);
    const { status, body } = await answer('volunteer', task.id, { answers: { colour: 'red' } });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'answers.colour']);
  });

  test('are seen by those who may change the task, and by nobody else', async () => {
    const task = await stage.task(handoverId, 'ptv_visit');
    await stage.database.query(
      `update handover_task set state = 'passed-on', draft = '{"on":"2026-04-01"}' where id = $1`,
      [task.id],
    );
    const draftFor = async (who: 'volunteer' | 'lead') => {
      const { body } = await stage.at[who].get<{ tasks: HandoverTaskView[] }>(`/handovers/${handoverId}`);
      return body.tasks.find(({ id }) => id === task.id)?.draft;
    };
    expect([await draftFor('volunteer'), await draftFor('lead')]).toEqual([null, { on: '2026-04-01' }]);
  });
});

test('what comes before a task is listed while it is still to do', async () => {
  const task = await stage.task(handoverId, 'ptv_visit');
  await stage.database.query(
    `update handover_task set after = '{assign_ptv,intro_in_session}' where id = $1`,
    [task.id],
  );
  const before = await stage.task(handoverId, 'intro_in_session');
  await stage.change('clinician', before, { state: 'done' });
  const { body } = await stage.at.volunteer.get<Page<HandoverTaskView>>(
    `/handover-tasks?handover=${handoverId}&limit=200`,
  );
  expect(body.items.find(({ id }) => id === task.id)?.after).toMatchObject([
    { key: 'assign_ptv', ownerRole: 'lead' },
  ]);
});

test('a list of a group stands among the tasks of its volunteer and its contact people', async () => {
  const { database, people, at } = stage;
  const [site] = await database.query<{ site_id: string }>('select site_id from handover where id = $1', [
    handoverId,
  ]);
  const siteId = site?.site_id ?? '';
  const group = await aGroup(database, { siteId, name: 'Thursday group' });
  const list = await database.insert<{ id: string }>('handover', {
    ...{ site_id: siteId, kind: 'restart', route: 'restart', group_id: group.id },
    ...{ template_version: 'base-1', opened_on: today() },
  });
  const row = {
    site_id: siteId,
    handover_id: list.id,
    anchor: 'last-session',
    due_on: today(),
    blocking: false,
  };
  await database.insert('handover_task', {
    ...row,
    key: 'venue_option',
    position: 1,
    owner_role: 'volunteer',
  });
  const role = { site_id: siteId, group_id: group.id, kind: 'ptv', account_id: people.helper.id };
  await database.insert('group_role', { ...role, from_on: '2026-01-05' });
  const { body } = await at.helper.get<Page<HandoverTaskView>>('/handover-tasks?mine=true');
  expect(body.items).toMatchObject([
    {
      key: 'venue_option',
      programmeId: null,
      groupId: group.id,
      programmeName: 'Thursday group',
      mayChange: true,
    },
  ]);
});
