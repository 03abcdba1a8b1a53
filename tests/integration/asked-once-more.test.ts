import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { taskOf } from '../support/a-handover.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import { aWorker, type TestWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import { anApi, type TestApi } from '../support/api.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let worker: TestWorker;
let api: TestApi;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  api = await anApi(database);
}, 30_000);
afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

test('people who wanted none and would like a group after all get a list, and tasks on it', async () => {
  const now = new Date();
  const lastSessionOn = addDays(londonDate(now), -56);
  const siteId = (await aSite(database)).id;
  const clinician = await anAccount(database, { roles: [{ role: 'clinician', siteId }] });
  const at = await api.signedInAs(clinician);
  const programme = await aProgramme(database, { siteId, lastSessionOn, clinicianId: clinician.id });
  const stream = { streamId: programme.id, streamKind: 'programme', siteId, occurredAt: now } as const;
  const finishing = { programmeId: programme.id, lastSessionOn };
  await worker.append({ ...stream, name: 'programme.finishing.v1', payload: finishing });
  await worker.drain(now);
  const handover = async () =>
    (
      await database.query<{ id: string; state: string }>('select * from handover where programme_id = $1', [
        programme.id,
      ])
    )[0];
  const { id = '' } = (await handover()) ?? {};
  await database.query(`update handover set route = 'none', route_chosen_at = $2 where id = $1`, [id, now]);
  const chosen = { programmeId: programme.id, handoverId: id, from: 'new', route: 'none' };
  await worker.append({ ...stream, name: 'handover.route-chosen.v1', payload: chosen });
  await worker.drain(now);
  await worker.sweeper.sweep(now);
  await worker.drain(now);
  expect((await handover())?.state).toBe('declined');

  const once = await taskOf(database, id, 'ask_once_more');
  const said = { state: 'done', evidence: { answers: { answer: 'would-like-a-group' } } };
  const ticked = await at.patch(`/handover-tasks/${once.id}`, said, { 'If-Match': `"${once.version}"` });
  expect(ticked.status).toBe(200);
  expect(await handover()).toMatchObject({ state: 'open', route: 'new', declined_on: null });
  await worker.drain(new Date());
  await worker.sweeper.sweep(new Date());
  await worker.drain(new Date());
  expect(await handover()).toMatchObject({ state: 'open', route: 'new' });
  for (const key of ['choose_route', 'assign_ptv', 'handover_done'])
    expect(await taskOf(database, id, key)).toMatchObject({ state: 'open' });
});
