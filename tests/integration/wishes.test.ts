import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ForecastView, NewWish, WishTaken } from '@followon/shared/contract/carrying-on';
import type { Problem } from '@followon/shared/contract/problem';
import { log } from '../../apps/api/src/http/log.js';
import { aHandover } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';
import { overhear } from '../support/overhear.js';

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let siteId: string;
let volunteer: AccountRow;
let at: Client;
let stranger: Client;
let programme: ProgrammeRow;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
  siteId = (await aSite(database)).id;
  volunteer = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
  at = await api.signedInAs(volunteer);
  const other = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
  stranger = await api.signedInAs(other);
}, 30_000);

beforeEach(async () => {
  programme = await aProgramme(database, { siteId, ptvId: volunteer.id });
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const wish = {
  ...{ interest: 'maybe', distance: 'some-way', times: ['sun-evening', 'mon-morning'] },
  ...{ wouldHost: true, way: 'online' },
} as const satisfies NewWish;
const add = (who: Client, body: object, headers = {}) =>
  who.post<WishTaken & Problem>(`/programmes/${programme.id}/wishes`, body, headers);
const forecast = async (who = at) =>
  (await who.get<ForecastView & Problem>(`/programmes/${programme.id}/forecast`)).body;
const rows = () =>
  database.query<Record<string, unknown>>('select * from founding_wish where programme_id = $1', [
    programme.id,
  ]);

describe('a slip with wishes', () => {
  test('is kept without who and when', async () => {
    const { status, body } = await add(at, wish);
    expect([status, body]).toEqual([201, { wishes: 1 }]);
    const [row] = await rows();
    expect(row).toEqual({
      ...{ id: expect.any(String), site_id: siteId, programme_id: programme.id },
      ...{ interest: 'maybe', distance: 'some-way', times: ['sun-evening', 'mon-morning'] },
      ...{ would_host: true, way: 'online' },
    });
  });

  test('leaves no trace of what it said or who put it in: no event, no audit, no line in the log, no kept command', async () => {
    const key = { 'Idempotency-Key': 'a-slip-of-paper' };
    const heard = overhear(log);
    await add(at, wish, key);
    heard.stop();
    expect(heard.lines.join('\n')).not.toMatch(/sun-evening|some-way|maybe/);
    expect((await add(at, wish, key)).body).toEqual({ wishes: 1 });
    expect(await eventsOf(database, programme.id)).toEqual([]);
    expect(await auditOf(database, programme.id)).toEqual([]);
    const tables = await database.query<{ name: string }>(
      `select c.table_name as name from information_schema.tables c where c.table_schema = 'public' and c.table_type = 'BASE TABLE'
         and c.table_name not in ('founding_wish', 'migrations')`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables) {
      const found = await database.query(`select 1 from ${name} r where r::text like '%sun-evening%'`);
      expect([name, found]).toEqual([name, []]);
    }
    const route = `POST /api/programmes/${programme.id}/wishes`;
    const guess = createHash('sha256')
      .update(JSON.stringify({ route, body: wish }))
      .digest();
    expect(await database.query('select 1 from command_key where body_hash = $1', [guess])).toEqual([]);
  });

  test('needs nothing but whether somebody would come', async () => {
    expect((await add(at, { interest: 'yes' })).status).toBe(201);
    for (const wrong of [
      ...[{}, { interest: 'perhaps' }, { ...wish, name: 'Sam' }, { ...wish, times: ['noon'] }],
      { ...wish, times: ['mon-morning', 'mon-morning'] },
    ])
      expect((await add(at, wrong)).status).toBe(400);
    expect(await rows()).toHaveLength(1);
  });

  test('of a programme that is not theirs looks like none to another volunteer', async () => {
    const foreign = await add(stranger, wish);
    expect(foreign.status).toBe(404);
    expect((await stranger.get(`/programmes/${programme.id}/forecast`)).text).toBe(foreign.text);
    expect(await rows()).toEqual([]);
  });

  test('cannot be put in more often than there can be people', async () => {
    await database.query(
      `insert into founding_wish (site_id, programme_id, interest) select $1, $2, 'yes' from generate_series(1, 200)`,
      [siteId, programme.id],
    );
    const tooMany = await add(at, wish);
    expect([tooMany.status, tooMany.body.code]).toEqual([409, 'wishes.too-many']);
  });
});

describe('the forecast', () => {
  test('has no figures from two slips', async () => {
    await add(at, wish);
    await add(at, wish);
    expect(await forecast()).toMatchObject({
      answers: 2,
      looks: 'too-few-answers',
      atBest: null,
      bestTimes: [],
    });
  });

  test('says whether a group looks viable, when, and what is missing', async () => {
    for (let slip = 0; slip < 10; slip += 1)
      await add(at, { interest: 'yes', distance: 'near', times: ['tue-evening'], way: 'either' });
    expect(await forecast()).toMatchObject({
      ...{ answers: 10, looks: 'possible', by: 'in-person', missing: ['no-host'] },
      atBest: { likely: 7 },
    });
    await add(at, { interest: 'yes', times: ['tue-evening'], wouldHost: true });
    const after = await forecast();
    expect([after.looks, after.bestTimes[0]?.slot, after.missing]).toEqual(['likely', 'tue-evening', []]);
  });
});

describe('when the programme is handed over', () => {
  test.each(['signed-off', 'declined'] as const)('and is %s, the slips are thrown away', async (state) => {
    const { id: handoverId } = await aHandover(database, programme);
    await add(at, wish);
    const about = { streamId: programme.id, siteId, occurredAt: new Date() };
    const payload = { programmeId: programme.id, handoverId };
    await worker.append(
      state === 'declined'
        ? { name: 'handover.declined.v1', ...about, payload: { ...payload, on: '2026-04-21' } }
        : { name: 'handover.signed-off.v1', ...about, payload },
    );
    await worker.drain(new Date());
    expect(await rows()).toEqual([]);
    await database.query('update handover set state = $2 where id = $1', [handoverId, state]);
    const late = await add(at, wish);
    expect([late.status, late.body.code]).toEqual([409, 'programme.handed-over']);
  });
});
