import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { PolicyReplay, PolicyView } from '@followon/shared/contract/policy';
import type { Problem } from '@followon/shared/contract/problem';
import { addDays, weekday } from '@followon/shared/rules/calendar/civil-date';
import { londonDate, londonInstant } from '@followon/shared/rules/calendar/london';
import { fitted } from '@followon/shared/rules/health/fitted';
import { preset, presetNames } from '@followon/shared/rules/health/presets';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import { aGroup, type GroupRow } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';
import { recordMeeting } from '../support/meetings.js';

const shipped = fitted.thresholds;
const earlier = { ...shipped, fewLatelyShare: 0.7, silentDays: 21, silentGaps: 1.5 };
const today = londonDate(new Date());

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: Everyone;
let abroad: Everyone;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
  abroad = await aGroupAndEveryone(database, api);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const admin = () => site.clients['site-admin'];
const read = async () => (await admin().get<PolicyView>(`/policy?site=${site.siteId}`)).body;
const save = (thresholds: object | null, version = 0, headers: Record<string, string> = {}) =>
  admin().put<PolicyView & Problem>(
    '/policy',
    { siteId: site.siteId, thresholds },
    { 'If-Match': `"${version}"`, ...headers },
  );
const replay = (thresholds: object, over: object = {}) =>
  admin().post<PolicyReplay & Problem>('/policy/replay', { siteId: site.siteId, thresholds, ...over });

describe('the marks of a site', () => {
  test('are the shipped ones until it saves others, and clinicians may read them', async () => {
    const answer = await site.clients.clinician.get<PolicyView>(`/policy?site=${site.siteId}`);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.body).toMatchObject({
      ...{ siteId: site.siteId, version: 0, thresholds: shipped, defaults: shipped, isDefault: true },
      ...{ parameterVersion: fitted.version, savedAt: null, mayChange: false, maySetEach: false },
    });
    expect(await read()).toMatchObject({ mayChange: true, maySetEach: true });
  });

  test('are saved with what is said about them: an event of the site, an entry in its log', async () => {
    const { status, body, headers } = await save(earlier);
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({ version: 1, thresholds: earlier, isDefault: false });
    expect(body.parameterVersion).toBe(`${fitted.version}+site-1`);
    expect(await read()).toEqual(body);
    expect(await eventsOf(database, site.siteId)).toMatchObject([
      { name: 'policy.saved.v1', payload: { siteId: site.siteId, version: 1 } },
    ]);
    expect(await auditOf(database, site.siteId)).toEqual(['policy.saved']);
  });

  test('are kept on the steps of the form, so that none can be set between two people', async () => {
    const { body } = await save({ ...earlier, fewLatelyShare: 0.6180339, silentGaps: 1.51 });
    expect(body.thresholds).toEqual({ ...earlier, fewLatelyShare: 0.62, silentGaps: 1.5 });
    const tried = await replay({ ...earlier, fadingScore: 0.2249999 });
    expect(tried.body.proposed.thresholds).toEqual({ ...earlier, fadingScore: 0.22 });
  });

  test('are not changed unseen: without their version, or when somebody else was first', async () => {
    const body = { siteId: site.siteId, thresholds: earlier };
    expect((await admin().put('/policy', body)).status).toBe(428);
    const both = await Promise.all([save(earlier), save({ ...earlier, silentDays: 28 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await save(earlier, 0)).status).toBe(412);
    expect((await read()).version).toBe(1);
  });

  test('are saved once, however often the same command comes', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = [await save(earlier, 0, key), await save(earlier, 0, key)];
    expect(answers.map(({ body }) => body.version)).toEqual([1, 1]);
    expect((await save(shipped, 0, key)).status).toBe(422);
    expect(await eventsOf(database, site.siteId)).toHaveLength(1);
  });

  test('go back to the shipped ones, and their versions go on', async () => {
    await save(earlier);
    for (const [version, thresholds] of [
      [1, null],
      [2, shipped],
    ] as const) {
      const { body } = await save(thresholds, version);
      expect(body).toMatchObject({ version: version + 1, thresholds: shipped, isDefault: true });
      expect(body.parameterVersion).toBe(fitted.version);
    }
    expect(await auditOf(database, site.siteId)).toEqual(['policy.saved', 'policy.reset', 'policy.reset']);
  });

  test.each([
    { marks: { watchScore: 0.5, fadingScore: 0.4, atRiskScore: 0.6 }, path: 'thresholds.fadingScore' },
    { marks: { fadingScore: 0.4, atRiskScore: 0.3 }, path: 'thresholds.atRiskScore' },
    { marks: { fewLatelyShare: 0.8, lowShare: 0.7 }, path: 'thresholds.lowShare' },
    { marks: { datesMissedForFading: 3, datesMissedForAtRisk: 3 }, path: 'thresholds.datesMissedForAtRisk' },
    { marks: { silentDays: 13 }, path: 'thresholds.silentDays' },
    { marks: { silentDays: 20.5 }, path: 'thresholds.silentDays' },
    { marks: { watchScore: 'NaN' }, path: 'thresholds.watchScore' },
    { marks: { silentGaps: 1e308 }, path: 'thresholds.silentGaps' },
  ])('that contradict each other or reason are refused where they do: $path', async ({ marks, path }) => {
    for (const answer of [await save({ ...shipped, ...marks }), await replay({ ...shipped, ...marks })]) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors?.map((error) => error.path)).toContain(path);
      expect(answer.body.errors?.[0]?.message).toMatch(/[a-z].*\.$/);
    }
    expect((await read()).version).toBe(0);
  });

  test('take no other field, and no mark may be left out', async () => {
    const { watchScore: _left, ...fewer } = shipped;
    expect((await save({ ...shipped, other: 1 })).status).toBe(400);
    expect((await save(fewer)).status).toBe(400);
    expect((await replay(shipped, { months: 0 })).status).toBe(400);
    expect((await replay(shipped, { months: 61 })).status).toBe(400);
    expect((await admin().get('/policy')).status).toBe(400);
  });

  test('of another site look like those of none', async () => {
    const nowhere = randomUUID();
    const pairs = await Promise.all(
      [abroad.siteId, nowhere].map(async (siteId) => [
        (await admin().get(`/policy?site=${siteId}`)).text,
        (await admin().put('/policy', { siteId, thresholds: null }, { 'If-Match': '"0"' })).text,
        (await admin().post('/policy/replay', { siteId, thresholds: shipped })).text,
      ]),
    );
    expect(pairs[0]).toEqual(pairs[1]);
    expect(pairs[0]?.every((text) => text.includes('not-found'))).toBe(true);
    const asNetwork = await site.clients['network-admin'].get(`/policy?site=${nowhere}`);
    expect(asNetwork.status).toBe(404);
  });
});

/** A Monday in spring of last year. */
const spring = `${Number(today.slice(0, 4)) - 1}-04-28`;
const monday = addDays(spring, 1 - weekday(spring));

type Evening = number | 'not-held' | 'nothing';

/** A weekly group: every Monday it is listened for in the morning, and meets in the evening unless there is nothing. */
async function aLivedGroup(evenings: readonly Evening[], first = monday): Promise<GroupRow> {
  const group = await aGroup(database, { siteId: site.siteId, state: 'forming', formedOn: first });
  for (const [week, came] of evenings.entries()) {
    const on = addDays(first, 7 * week);
    const [morning, evening] = [londonInstant(on, '07:00'), londonInstant(on, '20:00')];
    await worker.sweeper.sweep(morning);
    await worker.drain(morning);
    if (came !== 'nothing') await recordMeeting({ database, worker, group }, { on, came, at: evening });
    await worker.drain(evening);
  }
  return group;
}

/** Three weeks without a word, then they meet on. */
const withAGap = [9, 9, 9, 9, 9, 9, 'nothing', 'nothing', 9, 9, 9, 9, 9, 9] as const;

describe('a group of the site', () => {
  test('is judged again soon after the marks were saved, and keeps which they were', async () => {
    const lastMetOn = addDays(today, -25);
    const group = await aLivedGroup([9, 9, 9, 9, 9, 9], addDays(lastMetOn, -35));
    const latest = () =>
      database.query(
        `select to_level, parameter_version from group_level_change where group_id = $1 order by id desc limit 1`,
        [group.id],
      );
    expect(await latest()).toEqual([{ to_level: 'steady', parameter_version: fitted.version }]);
    await save(earlier);
    await worker.drain(new Date());
    await worker.sweeper.sweep(new Date());
    await worker.drain(new Date());
    expect(await latest()).toEqual([{ to_level: 'fading', parameter_version: `${fitted.version}+site-1` }]);
    expect(await database.query('select cause from alert where group_id = $1', [group.id])).toEqual([
      { cause: 'gone-quiet' },
    ]);
  });

  test('of another site is left in peace', async () => {
    await save(earlier);
    await worker.drain(new Date());
    const armed = await database.query<{ site_id: string }>(
      `select distinct site_id from due where occurrence like 'policy-%' and site_id = any($1)`,
      [[site.siteId, abroad.siteId]],
    );
    expect(armed).toEqual([{ site_id: site.siteId }]);
  });
});

const asNetwork = (thresholds: object, over: object = {}) =>
  site.clients['network-admin'].post<PolicyReplay & Problem>('/policy/replay', {
    ...{ siteId: site.siteId, thresholds },
    ...over,
  });

/** Nobody came any more for a while, and then fewer than three. */
const thenTwo = [...[9, 9, 9, 9, 9, 9], ...Array<Evening>(8).fill(2)];

describe('a network administrator, who may not know how many came to a group', () => {
  test('is refused every set of marks but the presets: marks moved bit by bit would count the people', async () => {
    await aLivedGroup(thenTwo);
    let [low, high] = [0.3, 0.95];
    for (let step = 0; step < 6; step += 1) {
      const mark = (low + high) / 2;
      const { status, body, text } = await asNetwork({ ...shipped, fewLatelyShare: mark, lowShare: 0.95 });
      expect([status, body.code]).toEqual([400, 'presets-only']);
      expect(body.errors).toEqual([
        { path: 'thresholds', message: expect.stringMatching(/^Only a site administrator of this site may/) },
      ]);
      expect(text).not.toContain('totals');
      [low, high] = step % 2 ? [mark, high] : [low, mark];
    }
    for (const marks of [{ tooFewPeople: 2 }, { fadingScore: shipped.watchScore }, { silentDays: 36 }])
      expect((await asNetwork({ ...shipped, ...marks })).status).toBe(400);
    expect(await auditOf(database, site.siteId)).toEqual([]);
  });

  test('gets the counts of the whole site, and no group, no reason, nothing that hangs on how many came', async () => {
    const group = await aLivedGroup(thenTwo);
    for (const name of presetNames) {
      const { status, body, text } = await asNetwork(preset(name, shipped));
      expect(status).toBe(200);
      expect([body.now.groups, body.proposed.groups]).toEqual([null, null]);
      expect(body.now.totals).toMatchObject({ groupsFlagged: 1, flaggedAndNeededAHand: 0 });
      for (const word of [group.id, group.name, 'few-came', 'reasonKeys']) expect(text).not.toContain(word);
    }
    expect((await replay(shipped)).body.now).toMatchObject({
      totals: { groupsFlagged: 1, flaggedAndNeededAHand: 1 },
      groups: [{ groupId: group.id, flags: [{ whatFollowed: 'few-came' }] }],
    });
  });

  test('saves presets, and no single mark', async () => {
    const put = (thresholds: object | null, version: number) =>
      site.clients['network-admin'].put<PolicyView & Problem>(
        '/policy',
        { siteId: site.siteId, thresholds },
        { 'If-Match': `"${version}"` },
      );
    const refused = await put(earlier, 0);
    expect([refused.status, refused.body.code]).toEqual([400, 'presets-only']);
    const early = preset('early', shipped);
    const saved = await put(early, 0);
    expect(saved.body).toMatchObject({ version: 1, thresholds: early, mayChange: true, maySetEach: false });
    expect((await put(null, 1)).body).toMatchObject({ version: 2, isDefault: true });
  });

  test('who is site administrator here too sets each mark', async () => {
    const both = await anAccount(database, {
      roles: [
        { role: 'network-admin', siteId: abroad.siteId },
        { role: 'site-admin', siteId: site.siteId },
      ],
    });
    const client = await api.signedInAs(both);
    const of = (siteId: string) =>
      client.post<PolicyReplay & Problem>('/policy/replay', { siteId, thresholds: earlier });
    expect((await of(site.siteId)).body.proposed.groups).toEqual([]);
    expect((await of(abroad.siteId)).status).toBe(400);
  });
});

describe('a trial on the history', () => {
  test('runs once for an account, and others are not kept waiting by it', async () => {
    await Promise.all(Array.from({ length: 6 }, () => aGroup(database, { siteId: site.siteId })));
    const mine = Promise.all(Array.from({ length: 4 }, () => replay(earlier)));
    const other = asNetwork(shipped);
    const codes = (await mine).map(({ status, body }) => (status === 200 ? 'tried' : body.code));
    expect(new Set(codes)).toEqual(new Set(['tried', 'trial-running']));
    expect((await other).status).toBe(200);
    expect((await replay(earlier)).status).toBe(200);
  });

  test('of a history that takes longer than a minute says to choose fewer months', async () => {
    let minutes = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => 60_001 * (minutes += 1));
    const { status, body } = await replay(earlier).finally(() => clock.mockRestore());
    expect([status, body.code]).toEqual([409, 'history-too-long']);
    expect(body.detail).toMatch(/Choose fewer months:/);
    expect((await replay(earlier, { months: 6 })).status).toBe(200);
  });

  test('leaves out what had ended before the months that were asked for', async () => {
    const group = await aLivedGroup(withAGap);
    const ended = addDays(today, -100);
    await database.query(`update follow_on_group set state = 'closed-well', closed_on = $2 where id = $1`, [
      ...[group.id, ended],
    ]);
    expect((await replay(earlier, { months: 24 })).body).toMatchObject({ groups: 1 });
    expect((await replay(earlier, { months: 2 })).body).toMatchObject({ groups: 0, correctedRegisters: 0 });
  });

  test('tells which groups would have been flagged, when, why and what followed, beside how it is now', async () => {
    const group = await aLivedGroup(withAGap);
    const { status, body } = await replay(earlier);
    expect(status).toBe(200);
    expect(body.now).toMatchObject({
      thresholds: shipped,
      groups: [],
      totals: { groupsFlagged: 0, flags: 0 },
    });
    expect(body.proposed.groups).toMatchObject([
      {
        ...{ groupId: group.id, name: group.name },
        flags: [{ level: 'fading', reasonKeys: ['long-silent'], whatFollowed: 'met-again' }],
        alerts: [{ cause: 'gone-quiet' }],
      },
    ]);
    const [flag] = body.proposed.groups?.[0]?.flags ?? [];
    expect(flag).toMatchObject({ on: addDays(monday, 56), until: addDays(monday, 56) });
    const { weeks, groupYears, clinicians } = body;
    expect(clinicians).toBe(1);
    expect(body.proposed.totals).toEqual({
      ...{ groupsFlagged: 1, flags: 1, flaggedAndNeededAHand: 0, alerts: 1 },
      alertsPerClinicianPerWeek: expect.closeTo(1 / weeks, 1),
      falseEdgesPerGroupYear: expect.closeTo(1 / groupYears, 1),
    });
    expect(body).toMatchObject({ corrected: false, correctedRegisters: 0, importedRegisters: 0, to: today });
  });

  test('writes nothing but that it was made, with which marks', async () => {
    await aLivedGroup(withAGap);
    const counted = () =>
      database.query(
        `select (select count(*) from event) as events, (select count(*) from alert) as alerts, (select count(*) from due) as due,
          (select count(*) from group_level_change) as steps, (select count(*) from site_policy) as policies,
          (select sum(xmin::text::bigint) from group_health) as health`,
      );
    const before = await counted();
    const own = await replay(earlier);
    await replay(preset('early', shipped));
    await asNetwork(shipped);
    expect(await counted()).toEqual(before);
    expect(own.text).not.toMatch(/headcount|attendees|usual|recent/);
    const noted = ['own', 'early', 'shipped'].map((which) => `policy.tried.${which}`);
    expect(await auditOf(database, site.siteId)).toEqual(noted);
  });

  test('tells of the months that were asked for only', async () => {
    await aLivedGroup(withAGap);
    expect((await replay(earlier, { months: 24 })).body.proposed.totals.flags).toBeGreaterThan(0);
    expect((await replay(earlier, { months: 1 })).body.proposed.totals.flags).toBe(0);
  });

  test('of an empty site answers that there is no history', async () => {
    const { body } = await replay(earlier);
    expect(body).toMatchObject({ groups: 0, groupYears: 0, weeks: expect.any(Number) });
    expect(body.proposed.totals).toMatchObject({ flags: 0, falseEdgesPerGroupYear: null });
  });

  test('is for those who may change the marks', async () => {
    for (const role of ['clinician', 'lead', 'volunteer', 'contact'] as const) {
      const body = { siteId: site.siteId, thresholds: earlier };
      expect((await site.clients[role].post('/policy/replay', body)).status).toBe(404);
      expect((await site.clients[role].put('/policy', body, { 'If-Match': '"0"' })).status).toBe(404);
    }
  });

  test('says when registers were corrected, and replays their last word; imported ones count on their day', async () => {
    const group = await aLivedGroup([9, 9, 9, 9, 9, 9, 'not-held']);
    const on = addDays(monday, 49);
    const at = londonInstant(on, '20:00');
    const id = await recordMeeting({ database, worker, group }, { on, came: 'not-held', at });
    expect((await replay(shipped)).body.now.totals.flags).toBe(1);
    await database.query(`update meeting set outcome = 'held', headcount = 9, version = 2 where id = $1`, [
      id,
    ]);
    const old = { on: addDays(monday, -7), came: 9, origin: 'import' as const };
    await recordMeeting({ database, worker, group }, old);
    expect((await replay(shipped)).body).toMatchObject({
      ...{ corrected: true, correctedRegisters: 1, importedRegisters: 1 },
      now: { totals: { flags: 0 } },
    });
  });
});
