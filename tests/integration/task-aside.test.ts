import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime, noonOf } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03'; // a Thursday; the volunteer's visit is due a week before
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

const opened = async () => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
  await handover.open(finishingOn(lastSessionOn));
  await database.query(`update handover_task set state = 'done' where site_id = $1 and key <> 'ptv_visit'`, [
    handover.siteId,
  ]);
  return handover;
};

/** At noon, as the API writes it. */
async function setAside(
  handover: TimedHandover,
  { on, state = 'cannot', by }: { on: string; state?: 'cannot' | 'passed-on'; by: string },
): Promise<void> {
  const { id: taskId, handover_id: handoverId, key } = await handover.task('ptv_visit');
  await database.query(
    `update handover_task set state = $2, reason = 'no-time', assignee_id = case $2 when 'cannot' then assignee_id end, acted_at = $3, acted_by = $4 where id = $1`,
    [taskId, state, noonOf(on), by],
  );
  await handover.say('handover-task.set-aside.v1', on, { handoverId, taskId, key, state, reason: 'no-time' });
}

const leads = async (handover: TimedHandover) =>
  (await handover.digests()).filter(({ to, tasks }) => to === 'lead' && tasks.includes('ptv_visit'));

describe('a task that somebody could not do', () => {
  test.each(['cannot', 'passed-on'] as const)(
    'and said %s at noon is in the volunteer lead’s message of the next working morning, once',
    async (state) => {
      const handover = await opened();
      await setAside(handover, { on: '2026-11-13', state, by: handover.people.volunteer }); // a Friday
      for (const day of ['2026-11-16', '2026-11-17', '2026-11-19']) await handover.live(day);
      expect(await leads(handover)).toMatchObject([{ on: '2026-11-16', state: 'sent', reason: null }]);
    },
  );

  test('is named with that it lies with nobody, and with its programme', async () => {
    const handover = await opened();
    await setAside(handover, { on: '2026-11-12', by: handover.people.volunteer });
    await handover.live('2026-11-13');
    const [told] = await database.query<{ tasks: object[] }>(
      `select figures -> 'tasks' as tasks from nudge where site_id = $1 and person_id = $2 and key = 'task_digest'`,
      [handover.siteId, handover.people.lead],
    );
    expect(told?.tasks).toMatchObject([{ task: 'ptv_visit', aside: true, listOf: handover.programme.id }]);
  });

  test('and took that back before the morning is told to nobody', async () => {
    const handover = await opened();
    await setAside(handover, { on: '2026-11-12', by: handover.people.volunteer });
    await database.query(`update handover_task set state = 'open', reason = null where id = $1`, [
      (await handover.task('ptv_visit')).id,
    ]);
    await handover.live('2026-11-13');
    expect(await leads(handover)).toEqual([]);
  });

  test('is not news to the lead who set it aside', async () => {
    const handover = await opened();
    await setAside(handover, { on: '2026-11-12', by: handover.people.lead });
    await handover.live('2026-11-13');
    expect(await leads(handover)).toEqual([]);
  });
});
