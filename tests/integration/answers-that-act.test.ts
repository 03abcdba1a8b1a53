import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { LinkView } from '@followon/shared/contract/links';
import type { Problem } from '@followon/shared/contract/problem';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { aGroup } from '../support/a-group.js';
import { taskOf } from '../support/a-handover.js';
import { aLink } from '../support/a-link.js';
import { aTaskStage, type TaskStage } from '../support/a-task-stage.js';
import { anApi, type TestApi } from '../support/api.js';
import { eventsOf } from '../support/events.js';

let stage: TaskStage;
let nobody: TestApi;
let handoverId: string;

beforeAll(async () => {
  stage = await aTaskStage();
  nobody = await anApi(stage.database);
}, 30_000);
beforeEach(async () => {
  handoverId = await stage.opened();
  await stage.database.query(`update handover_task set due_on = '2099-01-05'`);
});
afterAll(async () => {
  await nobody?.close();
  await stage?.close();
});

type Who = 'volunteer' | 'clinician' | 'lead';
const today = (): string => londonDate(new Date());
const tick = async (who: Who, key: string, answers: object) =>
  stage.change(who, await stage.task(handoverId, key), { state: 'done', evidence: { answers } });
const answer = async (who: Who, key: string, answers: object) => {
  const { id } = await stage.task(handoverId, key);
  return stage.at[who].put<HandoverTaskView & Problem>(`/handover-tasks/${id}/draft`, { answers });
};
const handover = async () =>
  (await stage.database.query('select * from handover where id = $1', [handoverId]))[0];
const rowsOf = (table: string) =>
  stage.database.query(`select * from ${table} where programme_id = $1`, [stage.programmeId()]);
const addTask = async (key: string, ownerRole: Who) => {
  const [site] = await stage.database.query('select site_id from handover where id = $1', [handoverId]);
  await stage.database.insert('handover_task', {
    ...{ site_id: site?.['site_id'], handover_id: handoverId, key, position: 90, owner_role: ownerRole },
    ...{
      assignee_id: stage.people[ownerRole].id,
      anchor: 'last-session',
      due_on: '2099-01-05',
      blocking: false,
    },
  });
};
const count = async (yes: number) =>
  tick('clinician', 'interest_poll', { yes, maybe: 0, no: 3, 'other-kind': 0 });

describe('the way that a group chose, answered to its task', () => {
  test('is the way of the handover, said once', async () => {
    expect((await tick('volunteer', 'choose_route', { route: 'online' })).status).toBe(200);
    expect(await handover()).toMatchObject({
      ...{ route: 'online', route_chosen_by: stage.people.volunteer.id, version: 2 },
    });
    expect(await stage.events()).toEqual(['handover-task.done.v1', 'handover.route-chosen.v1']);
    await answer('volunteer', 'choose_route', { route: 'online' });
    expect((await stage.events()).length).toBe(2);
    expect((await answer('volunteer', 'choose_route', { route: 'hybrid' })).status).toBe(200);
    expect((await handover())?.['route']).toBe('hybrid');
  });

  test('that does not fit is told, with what would, and waits as a draft of a task that stays open', async () => {
    await count(2);
    const few = await tick('volunteer', 'choose_route', { route: 'new' });
    expect([few.status, few.body.code, few.body.wouldFit]).toEqual([
      ...[409, 'route.fewer-than-minimum'],
      ['buddy', 'none'],
    ]);
    const open = { state: 'open', draft: { answers: { route: 'new' } } };
    expect(await stage.task(handoverId, 'choose_route')).toMatchObject(open);
    expect((await handover())?.['route_chosen_at']).toBeNull();

    const task = await stage.task(handoverId, 'choose_route');
    const bare = await stage.change('volunteer', task, { state: 'done' });
    expect([bare.status, bare.body.unanswered]).toEqual([200, ['route']]);
    expect((await answer('volunteer', 'choose_route', { route: 'new' })).status).toBe(409);
    expect(await stage.task(handoverId, 'choose_route')).toMatchObject(open);
  });

  test('from somebody who may not choose is kept with the tick, and nothing follows', async () => {
    expect((await tick('lead', 'choose_route', { route: 'online' })).status).toBe(200);
    expect(await stage.task(handoverId, 'choose_route')).toMatchObject({
      ...{ state: 'done', evidence: { answers: { route: 'online' } } },
    });
    expect((await handover())?.['route_chosen_at']).toBeNull();
  });

  test('by a link is the holder’s choice as well', async () => {
    const { id } = await stage.task(handoverId, 'choose_route');
    const { token } = await aLink(stage.database, {
      ...{ site: String((await handover())?.['site_id']), action: 'tick-task', subject: id },
      account: stage.people.volunteer.id,
    });
    const act = (said: object) => nobody.nobody.post<LinkView>('/links/act', { token, ...said });
    // There is no group to join, so this cannot be; the bare tick stands all the same.
    await answer('volunteer', 'choose_route', { route: 'join' });
    expect((await act({ choice: 'done' })).status).toBe(200);
    expect((await handover())?.['route_chosen_at']).toBeNull();
    const { status, body } = await act({
      ...{ choice: 'answer', evidence: { answers: { route: 'hybrid' } } },
    });
    expect([status, body.state]).toEqual([200, 'used']);
    expect(await handover()).toMatchObject({
      ...{ route: 'hybrid', route_chosen_by: stage.people.volunteer.id },
    });
    expect(await stage.events()).toEqual(['handover-task.done.v1', 'handover.route-chosen.v1']);
  });

  test('when no partner was found is a contact list, or a group that has to be named first', async () => {
    await addTask('no_partner', 'volunteer');
    const join = await tick('volunteer', 'no_partner', { partner: 'join' });
    expect([join.status, join.body.code]).toEqual([409, 'route.name-the-group']);
    expect((await stage.task(handoverId, 'no_partner')).state).toBe('open');
    await stage.database.query(`update handover set route = 'join', route_chosen_at = now() where id = $1`, [
      handoverId,
    ]);
    const named = await stage.task(handoverId, 'no_partner');
    const back = await stage.change('volunteer', named, { state: 'done' });
    expect(back.status).toBe(200);
    await stage.change('volunteer', back.body, { state: 'open' });
    expect((await tick('volunteer', 'no_partner', { partner: 'buddy' })).status).toBe(200);
    expect((await handover())?.['route']).toBe('buddy');
  });

  test('is open again when people who wanted none would like a group after all', async () => {
    await addTask('ask_once_more', 'clinician');
    await stage.database.query(
      `update handover set state = 'declined', declined_on = '2026-04-01', route = 'none', route_chosen_at = now() where id = $1`,
      [handoverId],
    );
    const { status } = await tick('clinician', 'ask_once_more', { answer: 'would-like-a-group' });
    expect(status).toBe(200);
    expect(await handover()).toMatchObject({ state: 'open', declined_on: null, route: 'new' });
    const [, chosen] = await eventsOf(stage.database, stage.programmeId());
    expect(chosen).toMatchObject({
      name: 'handover.route-chosen.v1',
      payload: { from: 'none', route: 'new' },
    });
  });
});

describe('what is counted, given or asked for', () => {
  test('counts once all four numbers are there, and again when one is another', async () => {
    const task = await stage.task(handoverId, 'interest_poll');
    await stage.change('clinician', task, { state: 'done' });
    for (const one of [{ yes: 5 }, { maybe: 2 }, { no: 1 }]) await answer('clinician', 'interest_poll', one);
    expect(await rowsOf('programme_interest')).toEqual([]);
    for (let n = 0; n < 2; n += 1) await answer('clinician', 'interest_poll', { 'other-kind': 0 });
    expect(await rowsOf('programme_interest')).toMatchObject([
      { yes: 5, maybe: 2, no: 1, other_kind: 0, version: 1 },
    ]);
    await answer('clinician', 'interest_poll', { yes: 6 });
    expect(await rowsOf('programme_interest')).toMatchObject([{ yes: 6, version: 2 }]);
    expect(await stage.events()).toEqual([
      'handover-task.done.v1',
      ...Array<string>(2).fill('programme.interest-recorded.v1'),
    ]);
  });

  test('is a leaflet noted once, whichever way it is told first', async () => {
    const give = () =>
      stage.at.clinician.post(`/programmes/${stage.programmeId()}/documents`, {
        ...{ key: 'leaflet-people', format: 'large-print' },
      });
    await tick('clinician', 'leaflets_given', { format: 'large-print' });
    expect((await give()).status).toBe(201);
    await answer('clinician', 'leaflets_given', { format: 'large-print' });
    const noted = { key: 'leaflet-people', format: 'large-print', version: 'base-1', given_on: today() };
    expect(await rowsOf('document_given')).toMatchObject([noted]);

    handoverId = await stage.opened();
    expect((await give()).status).toBe(201);
    expect(await taskOf(stage.database, handoverId, 'leaflets_given')).toMatchObject({
      ...{ state: 'done', done_by: stage.people.clinician.id },
      evidence: { on: today(), answers: { format: 'large-print', version: 'base-1' } },
    });
    await answer('clinician', 'leaflets_given', { format: 'large-print' });
    expect((await rowsOf('document_given')).length).toBe(1);
    expect(await stage.events()).toEqual(['handover-task.done.v1']);
  });

  test('is a hand for the group, asked for once by whoever rang them', async () => {
    const group = await aGroup(stage.database, { siteId: String((await handover())?.['site_id']) });
    await stage.database.query('update handover set group_id = $2 where id = $1', [handoverId, group.id]);
    await tick('volunteer', 'ptv_call_1', { outcome: 'wants-help' });
    await answer('volunteer', 'ptv_call_1', { outcome: 'wants-help' });
    const said = (await eventsOf(stage.database, group.id)).map(({ name }) => name);
    expect(said).toEqual(['group.reported.v1', 'help.asked.v1']);
  });
});
