import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { HandoverTaskView } from '@followon/shared/contract/handovers';
import type { Page } from '@followon/shared/contract/page';
import { aGroup } from '../support/a-group.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { AccountRow } from '../support/an-account.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { taskOf } from '../support/a-handover.js';

const lastSessionOn = '2026-12-03';
const eveningOf = (day: string) => new Date(`${day}T21:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let api: TestApi;
let siteId: string;
let clinician: AccountRow;
let at: Client;
let programme: ProgrammeRow;

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

const handover = async () => {
  const [row] = await database.query<Record<string, unknown> & { id: string }>(
    'select * from handover where programme_id = $1',
    [programme.id],
  );
  if (!row) throw new Error('no handover');
  return row;
};
async function say<N extends EventName>(name: N, day: string, payload: Payload<N>): Promise<void> {
  const about = { streamId: programme.id, streamKind: 'programme', siteId } as const;
  await worker.append({ name, ...about, occurredAt: eveningOf(day), payload });
  await worker.drain(eveningOf(day));
}
const sweep = async (day: string) => {
  await worker.sweeper.sweep(eveningOf(day));
  await worker.drain(eveningOf(day));
};
const countOf = async (name: string) =>
  (await database.query('select 1 from event where stream_id = $1 and name = $2', [programme.id, name]))
    .length;
/** As the API writes it; what follows is the worker's. */
async function choose(route: string, day = '2026-11-10'): Promise<void> {
  const { id, route: from } = await handover();
  await database.query(
    `update handover set route = $2, route_chosen_at = $3, version = version + 1 where id = $1`,
    [id, route, eveningOf(day)],
  );
  const payload = { programmeId: programme.id, handoverId: id, from: String(from), route };
  await say('handover.route-chosen.v1', day, payload);
}
async function move(to: string, day: string): Promise<void> {
  await database.query('update programme set last_session_on = $2 where id = $1', [programme.id, to]);
  await say('programme.rescheduled.v1', day, {
    programmeId: programme.id,
    from: lastSessionOn,
    lastSessionOn: to,
  });
}

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  clinician = await anAccount(database, { roles: [{ role: 'clinician', siteId }] });
  at = await api.signedInAs(clinician);
  programme = await aProgramme(database, {
    siteId,
    lastSessionOn,
    clinicianId: clinician.id,
    firstSessionOn: null,
  });
  await say('programme.finishing.v1', '2026-11-05', { programmeId: programme.id, lastSessionOn });
});

describe('a group that wants none', () => {
  test('is left in peace from the evening of the last session, and asked once more', async () => {
    await choose('none');
    await sweep('2026-12-02');
    expect(await handover()).toMatchObject({ state: 'open', declined_on: null });
    await sweep(lastSessionOn);
    await sweep('2026-12-04');
    expect(await handover()).toMatchObject({ state: 'declined', declined_on: lastSessionOn });
    expect(await countOf('handover.declined.v1')).toBe(1);
    expect((await at.get(`/programmes/${programme.id}/participants`)).status).toBe(404);

    const { body } = await at.get<Page<HandoverTaskView>>('/handover-tasks?mine=true');
    expect(body.items.map(({ key, mayChange }) => [key, mayChange])).toEqual([['ask_once_more', true]]);
    const [once] = body.items;
    const tick = { 'If-Match': `"${once?.version}"` };
    expect((await at.patch(`/handover-tasks/${once?.id}`, { state: 'done' }, tick)).status).toBe(200);
    await worker.drain(eveningOf('2027-02-01'));
    const { id } = await handover();
    const open = `select key from handover_task where handover_id = $1 and state not in ('done', 'not-applicable')`;
    expect([await database.query(open, [id]), (await handover()).state]).toEqual([[], 'declined']);
  });

  test('may think again until then, and again after', async () => {
    await choose('none');
    await choose('new', '2026-11-12');
    await sweep(lastSessionOn);
    expect(await handover()).toMatchObject({ state: 'open' });
    await choose('none', '2026-12-04');
    await sweep('2026-12-04');
    expect(await handover()).toMatchObject({ state: 'declined', declined_on: lastSessionOn });
  });

  test('is asked until the new day when the last session moves', async () => {
    await choose('none');
    await move('2026-12-10', '2026-11-20');
    await sweep('2026-12-09');
    expect(await handover()).toMatchObject({ state: 'open' });
    await sweep('2026-12-10');
    expect(await handover()).toMatchObject({ state: 'declined', declined_on: '2026-12-10' });
    const { id: handoverId } = await handover();
    await say('handover.route-chosen.v1', '2026-12-11', {
      ...{ programmeId: programme.id, handoverId, from: 'none', route: 'none' },
    });
    await sweep('2026-12-12');
    expect(await countOf('handover.declined.v1')).toBe(1);
  });
});

test('a group that wants none has nothing to sign off', async () => {
  await choose('none');
  const { id } = await handover();
  expect((await at.get(`/handovers/${id}`)).body).toMatchObject({ maySignOff: false });
  const { status, body } = await at.post<{ code: string }>(`/handovers/${id}/sign-off`, {});
  expect([status, body.code]).toEqual([409, 'handover.no-group-wanted']);
  expect(await handover()).toMatchObject({ state: 'open' });
});

describe('a group that waits for another programme', () => {
  const sixWeeksOn = '2027-01-14';
  const waits = async () => {
    await choose('merge');
    const { id } = await handover();
    await database.query(
      `update handover_task set state = 'done' where handover_id = $1 and key = 'choose_route'`,
      [id],
    );
    await database.query(`update handover set state = 'signed-off', signed_off_at = now() where id = $1`, [
      id,
    ]);
    return id;
  };

  test('and finds none within six weeks is asked again, with another way suggested', async () => {
    const id = await waits();
    await sweep('2027-01-13');
    expect(await handover()).toMatchObject({ suggested_route: null });
    await sweep(sixWeeksOn);
    await sweep('2027-01-15');
    expect(await handover()).toMatchObject({ route: 'merge', suggested_route: 'buddy' });
    expect(await taskOf(database, id, 'choose_route')).toMatchObject({ state: 'open', done_by: null });
    expect(await countOf('handover-task.reopened.v1')).toBe(1);
  });

  test('is shown a group that welcomes people, if there is one', async () => {
    await waits();
    const group = await aGroup(database, { siteId });
    await database.query('update follow_on_group set welcomes_new = true where id = $1', [group.id]);
    await sweep(sixWeeksOn);
    expect(await handover()).toMatchObject({ suggested_route: 'join' });
  });

  test('is left in peace once it has found one', async () => {
    const id = await waits();
    const other = await aProgramme(database, { siteId, lastSessionOn });
    await database.query('update handover set with_programme_id = $2 where id = $1', [id, other.id]);
    await sweep(sixWeeksOn);
    expect(await handover()).toMatchObject({ suggested_route: null });
    expect(await countOf('handover-task.reopened.v1')).toBe(0);
  });
});
