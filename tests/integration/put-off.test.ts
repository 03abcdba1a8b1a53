import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03'; // a Thursday; the poll is due on the 19th
let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await api?.close();
  await database?.close();
});

/** Only this task is left of the list. */
const withOnly = async (key: string) => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
  await handover.open(finishingOn(lastSessionOn));
  await database.query(
    `update handover_task t set state = 'done' from handover h where h.id = t.handover_id and h.programme_id = $1 and t.key <> $2`,
    [handover.programme.id, key],
  );
  return handover;
};
const live = async (handover: TimedHandover, from: string, days: number) => {
  for (let day = 0; day < days; day += 1) await handover.live(addDays(from, day));
};
const putOff = async (handover: TimedHandover, key: string, { at, until }: { at: string; until: string }) => {
  const { id, handover_id: handoverId } = await handover.task(key);
  await database.query('update handover_task set later_until = $2, version = version + 1 where id = $1', [
    ...[id, until],
  ]);
  await handover.say('handover-task.put-off.v1', at, { handoverId, taskId: id, key, until });
};
const told = async (handover: TimedHandover, role: string) =>
  (await handover.digests()).filter(({ to, state }) => to === role && state === 'sent').map(({ on }) => on);

describe('a late task that its owner put off', () => {
  test('is told to the lead and the administrator on their days all the same', async () => {
    const handover = await withOnly('interest_poll');
    await live(handover, '2026-11-20', 1);
    await putOff(handover, 'interest_poll', { at: '2026-11-20', until: '2026-11-27' });
    await live(handover, '2026-11-21', 8);
    expect(await told(handover, 'lead')).toContain('2026-11-23'); // the 22nd is a Sunday
    expect(await told(handover, 'site-admin')).toContain('2026-11-26');
  });

  test('is told to its owner again on the day to which it was put off, and not before', async () => {
    const handover = await withOnly('interest_poll');
    await live(handover, '2026-11-20', 1);
    const before = await told(handover, 'clinician');
    await putOff(handover, 'interest_poll', { at: '2026-11-20', until: '2026-11-27' });
    await live(handover, '2026-11-21', 8);
    expect((await told(handover, 'clinician')).slice(before.length)).toEqual(['2026-11-27']);
  });
});

describe('what somebody put off', () => {
  test('is put off by them alone: whoever gets the task is reminded of it', async () => {
    const handover = await withOnly('ptv_visit'); // due on the 26th
    const { id } = await handover.task('ptv_visit');
    await database.query(`update handover_task set later_until = '2026-12-01' where id = $1`, [id]);
    const lead = await api.signedInAs(
      await anAccount(database, { roles: [{ role: 'lead', siteId: handover.siteId }] }),
    );
    const helper = await anAccount(database, { roles: [{ role: 'volunteer', siteId: handover.siteId }] });
    const moved = await lead.post('/handover-tasks/reassign', {
      ...{ taskIds: [id], toAccountId: helper.id },
    });
    expect(moved.status).toBe(200);
    await live(handover, '2026-11-23', 4);
    expect(await told(handover, helper.id)).toEqual(['2026-11-23', '2026-11-26']);
  });
});
