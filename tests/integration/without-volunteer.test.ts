import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03';
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let programme: ProgrammeRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const handover = async () => {
  const [row] = await database.query<Record<string, unknown> & { id: string }>(
    'select id, without_ptv from handover where programme_id = $1',
    [programme.id],
  );
  return row ?? { id: '' };
};
async function say<N extends EventName>(name: N, day: string, payload: Payload<N>): Promise<void> {
  const about = { streamId: programme.id, streamKind: 'programme', siteId } as const;
  await worker.append({ name, ...about, occurredAt: noonOf(day), payload });
  await worker.drain(noonOf(day));
}
const sweep = async (day: string) => {
  await worker.sweeper.sweep(noonOf(day));
  await worker.drain(noonOf(day));
};
const countOf = async (name: string) =>
  (await database.query('select 1 from event where stream_id = $1 and name = $2', [programme.id, name]))
    .length;

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  programme = await aProgramme(database, { siteId, lastSessionOn, firstSessionOn: null });
  await say('programme.finishing.v1', '2026-11-05', { programmeId: programme.id, lastSessionOn });
});

describe('a handover without a volunteer', () => {
  test('is flagged two weeks before the last session, once, and no longer when one comes after all', async () => {
    await sweep('2026-11-18');
    expect(await handover()).toMatchObject({ without_ptv: false });
    await sweep('2026-11-19');
    await sweep('2026-11-20');
    expect(await handover()).toMatchObject({ without_ptv: true });
    expect(await countOf('handover.without-ptv.v1')).toBe(1);

    const { id: ptvId } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    const { id: requestId } = await database.insert<{ id: string }>('volunteer_request', {
      ...{ site_id: siteId, programme_id: programme.id, account_id: ptvId, part: 'ptv' },
      asked_at: new Date(),
    });
    await database.query('update programme set ptv_id = $2 where id = $1', [programme.id, ptvId]);
    await say('programme.volunteer-accepted.v1', '2026-11-23', {
      ...{ programmeId: programme.id, requestId, part: 'ptv' },
    });
    expect(await handover()).toMatchObject({ without_ptv: false });
  });

  test('is not flagged when there is a volunteer', async () => {
    const { id: ptvId } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    await database.query('update programme set ptv_id = $2 where id = $1', [programme.id, ptvId]);
    await sweep('2026-11-19');
    expect(await handover()).toMatchObject({ without_ptv: false });
  });

  test('is flagged all the same when the account of its volunteer has been closed', async () => {
    const { id: ptvId } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    await database.query('update programme set ptv_id = $2 where id = $1', [programme.id, ptvId]);
    await database.query('update account set disabled_at = now() where id = $1', [ptvId]);
    await sweep('2026-11-19');
    expect(await handover()).toMatchObject({ without_ptv: true });
  });

  test('is not flagged when nobody wants a group, and its day moves with the last session', async () => {
    await database.query(`update programme set last_session_on = '2026-12-10' where id = $1`, [programme.id]);
    const moved = { from: lastSessionOn, lastSessionOn: '2026-12-10' };
    await say('programme.rescheduled.v1', '2026-11-18', { programmeId: programme.id, ...moved });
    await sweep('2026-11-25');
    expect(await handover()).toMatchObject({ without_ptv: false });
    await database.query(`update handover set route = 'none' where programme_id = $1`, [programme.id]);
    await sweep('2026-11-26');
    expect(await handover()).toMatchObject({ without_ptv: false });
  });

  test('that is shown to have found one by the lead’s naming is not flagged any more', async () => {
    await sweep('2026-11-19');
    const { id: handoverId } = await handover();
    const { id: ptvId } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    await database.query('update programme set ptv_id = $2 where id = $1', [programme.id, ptvId]);
    const done = { handoverId, taskId: handoverId };
    await say('handover-task.done.v1', '2026-11-20', { ...done, key: 'safety_card' });
    expect(await handover()).toMatchObject({ without_ptv: true });
    await say('handover-task.done.v1', '2026-11-20', { ...done, key: 'assign_ptv' });
    expect(await handover()).toMatchObject({ without_ptv: false });
  });
});

describe('a programme that is heard of late', () => {
  /** Ten days before its last session. */
  const late = async () => {
    programme = await aProgramme(database, { siteId, lastSessionOn, firstSessionOn: null });
    await say('programme.finishing.v1', '2026-11-23', { programmeId: programme.id, lastSessionOn });
  };
  const search = () =>
    database.query(
      `select t.state, t.do_now from handover_task t join handover h on h.id = t.handover_id where h.programme_id = $1 and t.key = 'assign_ptv'`,
      [programme.id],
    );

  test('leaves the lead a working week to find a volunteer, before it goes on without', async () => {
    await late();
    await sweep('2026-11-27');
    expect(await search()).toMatchObject([{ do_now: true }]);
    expect(await handover()).toMatchObject({ without_ptv: false });
    await sweep('2026-11-30');
    expect(await handover()).toMatchObject({ without_ptv: true });
    expect(await search()).toEqual([]);
  });

  test('and has nobody by then is told to the volunteer lead and the site administrator, once', async () => {
    const people = await Promise.all(
      (['lead', 'site-admin', 'clinician'] as const).map(
        async (role) => (await anAccount(database, { roles: [{ role, siteId }] })).id,
      ),
    );
    await late();
    await sweep('2026-11-30');
    await sweep('2026-12-01');
    const told = await database.query<{ person_id: string }>(
      `select person_id from nudge where key = 'without_volunteer' and programme_id = $1 and state = 'planned'`,
      [programme.id],
    );
    expect(told.map(({ person_id }) => person_id).sort()).toEqual(people.slice(0, 2).sort());
  });
});
