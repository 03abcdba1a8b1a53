import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TrialsView, TrialView } from '@followon/shared/contract/trials';
import type { Problem } from '@followon/shared/contract/problem';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

const chosen = { withheldShare: 0.5, smallestEffect: 0.15, mostWeeks: 26 };
let database: TestDatabase;
let api: TestApi;
let site: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
}, 30_000);

beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await database?.close();
});

type Who = keyof Everyone['clients'];
const read = async (who: Who = 'site-admin') =>
  await site.clients[who].get<TrialsView & Problem>(`/nudge-trials?site=${site.siteId}`);
const start = (over: object = {}, who: Who = 'site-admin') =>
  site.clients[who].post<TrialView & Problem>('/nudge-trials', {
    ...{ siteId: site.siteId, key: 'how_was_it', ...chosen },
    ...over,
  });
const act = (id: string, what: 'stop' | 'switch-on', body: object = {}) =>
  site.clients['site-admin'].post<TrialView & Problem>(`/nudge-trials/${id}/${what}`, body);
const standing = async (key: string) => (await read()).body.kinds.find((kind) => kind.key === key)?.stands;

const said = async () => (await eventsOf(database, site.siteId)).map(({ name }) => name);

/** Occasions that were measured, by turns in each arm, each in one of ten groups. */
const measured = (trialId: string, count: number) =>
  database.query(
    `insert into nudge_trial_unit (trial_id, site_id, unit_id, group_id, arm, assigned_at, measure_at, measured_at, outcome)
     select $1, $2, gen_random_uuid(), $3, case when n % 2 = 0 then 'sent' else 'withheld' end, now(), now() + n * interval '1 minute', now(), n % 4 < 2
     from generate_series(1, $4::int) n`,
    [trialId, site.siteId, site.groupId, count],
  );

describe('whether messages help', () => {
  test('is asked only where a site wants to know: nothing is withheld before', async () => {
    const { body } = await read('clinician');
    expect(body).toMatchObject({ siteId: site.siteId, trials: [], mayChange: false });
    expect(body.kinds.map(({ stands }) => stands)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
    expect(body.offers).toContainEqual({ withheldShare: 0.5, smallestEffect: 0.15, units: 590 });
    expect((await read()).body.mayChange).toBe(true);
    for (const who of ['volunteer', 'contact'] as const) expect((await read(who)).status).toBe(404);
  });

  test('everything is declared when a trial starts, with an event of the site and an entry in its log', async () => {
    const { status, body } = await start();
    expect(status).toBe(201);
    expect(body).toMatchObject({ key: 'how_was_it', state: 'running', joined: 0, difference: null });
    expect(body.terms).toEqual({
      ...{ ...chosen, outcome: 'register', withinDays: 7, mostUnits: 590, minimumPerArm: 20 },
      ...{ falseHelps: 0.05, falseRetired: 0.05, power: 0.8, method: 'always-valid-1' },
    });
    expect(await standing('how_was_it')).toBe('on-trial');
    expect(await said()).toEqual(['nudge-trial.started.v1']);
    expect(await auditOf(database, body.id)).toContain('nudge-trial.started');
    expect(JSON.stringify(body)).not.toContain('salt');
  });

  test('two trials of one message cannot run at once, two of different messages can', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await start()).body.code).toBe('trial.running');
    expect((await start({ key: 'did_you_meet' })).status).toBe(201);
  });
});

describe('what a site may ask', () => {
  test.each([
    { key: 'task_digest' },
    { key: 'alert_opened' },
    { key: 'would_a_hand_help' },
    { key: 'first_meeting_soon' },
    { withheldShare: 0.9 },
    { smallestEffect: 0.01 },
    { mostWeeks: 500 },
    { power: 0.1 },
  ])('%j cannot be asked for', async (over) => {
    expect((await start(over)).status).toBe(400);
    expect((await read()).body.trials).toEqual([]);
  });

  test('a clinician reads and starts nothing', async () => {
    expect((await start({}, 'clinician')).status).toBe(404);
  });
});

describe('a trial that runs', () => {
  test('tells no effect and no count of what came about before each arm has enough', async () => {
    const { id } = (await start()).body;
    await measured(id, 38);
    const [early] = (await read()).body.trials;
    expect(early).toMatchObject({ difference: null, sent: { units: 19, good: null, groups: 1 } });
    await measured(id, 2);
    const [enough] = (await read()).body.trials;
    expect(enough?.difference?.low).toBeLessThan(0);
    expect(enough?.sent).toEqual({ units: 20, good: expect.any(Number), groups: 1 });
    expect(enough?.joined).toBe(40);
  });

  test('can be stopped before its time, and stays as it stood', async () => {
    const { id } = (await start()).body;
    await measured(id, 60);
    const { status, body } = await act(id, 'stop');
    expect([status, body.state, body.sent.units]).toEqual([200, 'stopped', 30]);
    await measured(id, 10);
    expect((await read()).body.trials[0]).toEqual({ ...body, joined: 70 });
    expect((await act(id, 'stop')).body.code).toBe('trial.over');
    expect(await said()).toEqual(['nudge-trial.started.v1', 'nudge-trial.ended.v1']);
    expect((await start()).status).toBe(201);
  });
});

describe('the end of a message', () => {
  test('is undone by a person who switches it on again with a reason, and only then is it tried again', async () => {
    const { id } = (await start()).body;
    expect((await act(id, 'switch-on', { reason: 'groups-asked' })).body.code).toBe('trial.not-retired');
    await database.query(`update nudge_trial set state = 'retired', ended_at = now() where id = $1`, [id]);
    expect(await standing('how_was_it')).toBe('retired');
    expect((await start()).body.code).toBe('trial.retired');
    expect((await act(id, 'switch-on')).status).toBe(400);

    const { body } = await act(id, 'switch-on', { reason: 'things-have-changed' });
    expect(body).toMatchObject({ state: 'retired', switchedOnWhy: 'things-have-changed' });
    expect(await standing('how_was_it')).toBe('sent');
    expect(await auditOf(database, id)).toContain('nudge-trial.switched-on');
    expect((await act(id, 'switch-on', { reason: 'groups-asked' })).body).toEqual(body);
    expect((await start()).status).toBe(201);
  });
});
