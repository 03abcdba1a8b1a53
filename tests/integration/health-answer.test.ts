import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupHealthView } from '@followon/shared/contract/health';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone, giveRole } from '../support/a-group-and-everyone.js';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting, someMembers } from '../support/meetings.js';

const today = londonDate(new Date());
const names = ['ann', 'bob', 'cal', 'dee', 'eve', 'fay', 'gus', 'hal'];
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let here: Everyone;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  here = await aGroupAndEveryone(database, api);
  const { siteId, groupId } = here;
  const { id: accountId } = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
  await giveRole(database, { siteId, groupId, kind: 'host', accountId });
  group = { id: here.groupId, site_id: here.siteId, name: '' };
});

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

type Came = number | 'not-held' | 'planned' | readonly string[];

/** One meeting a week, the last one yesterday or so many days ago. */
async function meet(evenings: readonly Came[], { of = group, lastDaysAgo = 1 } = {}): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, evening] of evenings.entries()) {
    const on = addDays(today, -lastDaysAgo - 7 * (evenings.length - 1 - n));
    const came = Array.isArray(evening) ? evening.length : (evening as Exclude<Came, readonly string[]>);
    const present = Array.isArray(evening) ? (evening as readonly string[]) : undefined;
    ids.push(await recordMeeting({ database, worker, group: of }, { on, came, ...(present && { present }) }));
  }
  await worker.drain(new Date(Date.now() + 1_000));
  return ids;
}

const health = async (role: keyof Everyone['clients'] = 'clinician', id = group.id) =>
  (await here.clients[role].get<GroupHealthView>(`/groups/${id}/health`)).body;

describe('how a group is doing, as the group’s ring reads it', () => {
  test.each(['volunteer', 'contact', 'clinician', 'lead', 'site-admin'] as const)('a %s', async (role) => {
    const members = await someMembers(database, group, names);
    await meet(Array.from({ length: 8 }, (_, n) => members.slice(n % 3)));
    const answer = await health(role);
    expect(answer).toMatchObject({ silentDays: 1, confidence: 'full', successorGroupId: null });
    expect([answer.level, answer.score]).toEqual(['steady', null]);
    expect(answer.expected).toEqual({
      low: expect.any(Number),
      likely: expect.any(Number),
      high: expect.any(Number),
    });
    expect(answer.parameterVersion).toMatch(/^health-\d/);
  });

  test('each meeting has the range that could be expected beforehand, the first one none', async () => {
    await meet([8, 8, 8, 8, 'not-held', 3]);
    const slots = (await health()).turnout.slots;
    expect(slots.map(({ kind, expected }) => `${kind} ${expected ? 'expected' : 'nothing'}`)).toEqual([
      'headcount-only nothing',
      ...Array<string>(3).fill('headcount-only expected'),
      'not-held nothing',
      'headcount-only expected',
    ]);
    const { low = 0, high = 0 } = slots.at(-1)?.expected ?? {};
    expect(low).toBeLessThan(8);
    expect(low).toBeGreaterThan(3); // what came after does not change what was expected before
    expect(high).toBeGreaterThanOrEqual(8);
  });

  test('the next date that is planned has the range of the next meeting', async () => {
    await meet([8, 8, 8, 8]);
    await recordMeeting(
      { database, worker, group },
      { on: addDays(today, 6), came: 'planned', at: new Date() },
    );
    await worker.drain(new Date(Date.now() + 1_000));
    const { turnout, expected } = await health();
    const { low, high } = expected ?? {};
    expect(turnout.slots.at(-1)).toMatchObject({ kind: 'planned', expected: { low, high } });
  });

  test('a score is for staff, and only beside a level that is told', async () => {
    await meet([8, 8, 8, 8, 8, 8, 8, 2, 2, 2, 2]);
    for (const role of ['clinician', 'lead', 'site-admin'] as const) {
      const { level, score } = await health(role);
      expect(level).toBe('at-risk');
      expect(score).toBeGreaterThan(0);
      expect(String(score).length).toBeLessThanOrEqual('0.123'.length);
    }
    for (const role of ['volunteer', 'contact'] as const)
      expect(await health(role)).toMatchObject({ level: 'at-risk', score: null });
    await database.query(`update group_health set level = 'watch' where group_id = $1`, [group.id]);
    expect(await health()).toMatchObject({ level: 'steady', score: null });
  });

  test('a resting group has no score, and expects nobody', async () => {
    await meet([8, 8, 8, 8, 8]);
    await here.clients.contact.post(`/groups/${group.id}/rest`, {});
    await worker.drain(new Date(Date.now() + 1_000));
    expect(await health()).toMatchObject({ level: null, score: null, silentDays: null, expected: null });
  });
});

describe('as those read it who see no head counts', () => {
  test('there is no score and no expectation, and reasons have no people in them', async () => {
    const members = await someMembers(database, group, names);
    const few = members.slice(0, 2);
    await meet([...Array.from({ length: 8 }, () => members), few, few, few, few]);
    const answer = await health('network-admin');
    expect(answer).toMatchObject({
      level: 'at-risk',
      score: null,
      expected: null,
      usual: null,
      silentDays: 1,
    });
    expect(answer.turnout.slots.filter(({ expected, headcount }) => expected ?? headcount)).toEqual([]);
    const told = [...answer.reasons, ...answer.history.flatMap(({ reasons }) => reasons)];
    const numbers = told.flatMap(({ usual, recent, likely, count }) => [usual, recent, likely, count]);
    expect(told.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => number !== undefined)).toEqual([]);
    expect((await health('clinician')).reasons.some(({ recent }) => recent !== undefined)).toBe(true);
  });
});

describe('a correction', () => {
  test('takes back the level that the wrong register had raised, and says why', async () => {
    const ids = await meet([8, 8, 8, 8, 8, 8, 8, 2, 2, 2, 2]);
    expect((await health()).level).toBe('at-risk');
    for (const id of ids.slice(-4)) {
      const saved = await here.clients.contact.put(
        `/meetings/${id}/register`,
        { state: 'held', headcount: 8 },
        { 'If-Match': `"0"` },
      );
      expect(saved.status).toBe(200);
      await worker.drain(new Date(Date.now() + 1_000));
    }
    const { level, history } = await health();
    expect(level).toBe('steady');
    const takenBack = history.find(({ reasons }) => reasons[0]?.key === 'register-corrected');
    expect(takenBack?.from).toBe('at-risk');
    expect(ids.slice(-4)).toContain(takenBack?.reasons[0]?.meetingIds[0]);
    const alerts = await database.query(
      `select withdrawn_because from alert where group_id = $1 and cause = 'at-risk'`,
      [group.id],
    );
    expect(alerts).toEqual([{ withdrawn_because: 'register-corrected' }]);
  });
});

describe('a group whose people meet under another name', () => {
  async function itCarriesOn(): Promise<GroupRow> {
    const walk = await aGroup(database, { siteId: here.siteId });
    const before = await someMembers(database, group, names);
    await meet(
      Array.from({ length: 8 }, () => before),
      { lastDaysAgo: 60 },
    );
    const there = await someMembers(database, walk, names);
    await meet(
      Array.from({ length: 8 }, () => there),
      { of: walk, lastDaysAgo: 4 },
    );
    const on = today;
    const silence = { name: 'silence.due.v1', streamId: group.id, siteId: group.site_id } as const;
    await worker.append({ ...silence, payload: { groupId: group.id, on }, occurredAt: new Date() });
    await worker.drain(new Date(Date.now() + 1_000));
    return walk;
  }

  test('offers that one, to readers who may see it', async () => {
    const walk = await itCarriesOn();
    for (const role of ['clinician', 'lead', 'site-admin', 'network-admin'] as const)
      expect((await health(role)).successorGroupId).toBe(walk.id);
    for (const role of ['volunteer', 'contact'] as const)
      expect((await health(role)).successorGroupId).toBeNull();
    expect((await health()).reasons.map(({ key }) => key)).toEqual(['carries-on']);
  });
});
