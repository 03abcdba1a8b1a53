import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrateDatabase } from '@followon/shared/db/migrate-database';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import type { Staff, TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const today = londonDate(new Date());
const on = (days: number) => addDays(today, days);
let database: TestDatabase;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

/** A list as the version before left it: nobody looks for a volunteer, and what is late has no clocks. */
const fromBefore = async ({ without }: { without: Staff[] }) => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn: on(10), without });
  await handover.open(on(-18));
  const { handover_id: handoverId } = await handover.task('needs_check');
  await database.query(
    `delete from due d using handover h where h.id = $1 and (d.subject_id = h.id or d.subject_id in (select id from handover_task where handover_id = h.id))`,
    [handoverId],
  );
  await database.query(
    `update handover_task set state = 'overdue', due_on = $2 where handover_id = $1 and key = 'needs_check'`,
    [handoverId, on(-9)],
  );
  return handover;
};
const update = async () => {
  await database.query(`delete from migrations where name like 'CatchUpHandovers%'`);
  await migrateDatabase(database.urls.owner);
};
const listOf = async ({ programme }: TimedHandover) =>
  (
    await database.query<{ without_ptv: boolean }>(
      'select without_ptv from handover where programme_id = $1',
      [programme.id],
    )
  )[0];
const live = async (handover: TimedHandover) => {
  for (const days of [1, 2, 3, 4, 5]) await handover.live(on(days));
};

describe('a list that was opened before the update', () => {
  test('is looked at for want of a volunteer', async () => {
    const handover = await fromBefore({ without: ['volunteer'] });
    await update();
    await live(handover);
    expect(await listOf(handover)).toEqual({ without_ptv: true });
  });

  test('tells its late tasks to whoever has them, to the lead and to the administrator', async () => {
    const handover = await fromBefore({ without: [] });
    await update();
    await live(handover);
    const told = (await handover.digests()).filter(({ tasks }) => tasks.includes('needs_check'));
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['clinician', 'lead', 'site-admin']));
  });

  test('tells nobody anew who was told of a late task before', async () => {
    const handover = await fromBefore({ without: [] });
    const { id } = await handover.task('needs_check');
    await database.query(`update handover_task set escalated_to = 'site-admin' where id = $1`, [id]);
    await update();
    await live(handover);
    const said = await database.query(
      `select 1 from event where name = 'handover-task.escalated.v1' and payload ->> 'taskId' = $1`,
      [id],
    );
    expect(said).toEqual([]);
  });
});
