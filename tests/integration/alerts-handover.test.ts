import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime } from '../support/a-handover-in-time.js';
import { anAccount } from '../support/an-account.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { walk } from '../support/walked-days.js';

const lastSessionOn = '2026-06-25';
let database: TestDatabase;
let worker: TestWorker;
let handover: TimedHandover;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const alerts = async (cause: string) => {
  const rows = await database.query<{ line: string }>(
    `select (opened_at at time zone 'Europe/London')::date || ' ' || stage || ' ' || state || coalesce(' ' || withdrawn_because, '') as line
     from alert where programme_id = $1 and cause = $2 order by opened_at`,
    [handover.programme.id, cause],
  );
  return rows.map(({ line }) => line);
};
const late = () =>
  database.query<{ id: string; key: string; due_on: string }>(
    `select t.id, t.key, t.due_on::text from handover_task t join handover h on h.id = t.handover_id
     where h.programme_id = $1 and t.blocking and t.escalated_to = 'site-admin' order by t.position`,
    [handover.programme.id],
  );

describe('a handover whose tasks nobody does', () => {
  beforeEach(async () => {
    handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
    await handover.open('2026-05-28');
    await walk(handover, { from: '2026-05-29', to: '2026-06-25' });
  }, 60_000);

  test('is one alert about the programme once what blocks is past the administrator’s stage', async () => {
    expect((await late()).length).toBeGreaterThan(1);
    expect(await alerts('handover-late')).toHaveLength(1);
    const [alert] = await database.query<Record<string, unknown>>(
      `select a.group_id, a.reasons, e.stream_kind, c.name as because from alert a join event e on e.event_id = a.opened_event_id
         join event c on c.event_id = e.caused_by where a.programme_id = $1 and a.cause = 'handover-late'`,
      [handover.programme.id],
    );
    expect(alert).toEqual({
      ...{ group_id: null, reasons: [], stream_kind: 'programme' },
      because: 'handover-task.escalated.v1',
    });
    const told = await database.query(
      `select 1 from nudge where person_id = $1 and key in ('alert_opened', 'task_digest') and figures -> 'alerts' is not null`,
      [handover.people.clinician],
    );
    expect(told.length).toBeGreaterThan(0);
  });

  test('is withdrawn when they are done, and none is opened by a task that is not late', async () => {
    for (const { key } of await late()) await handover.settle(key, handover.people.clinician, '2026-06-25');
    const [done] = await late();
    const { handover_id: handoverId } = await handover.task(done?.key ?? '');
    await handover.say('handover-task.done.v1', '2026-06-25', {
      ...{ handoverId, taskId: done?.id ?? '', key: done?.key ?? '' },
    });
    expect(await alerts('handover-late')).toEqual([
      expect.stringMatching(/site-admin withdrawn handover-caught-up$/),
    ]);
  });

  test('that somebody resolved is not opened again by a look at it, only by the next late task', async () => {
    await database.query(`update alert set state = 'resolved' where programme_id = $1`, [
      handover.programme.id,
    ]);
    const moved = { programmeId: handover.programme.id, from: lastSessionOn, lastSessionOn };
    await handover.say('programme.rescheduled.v1', '2026-06-25', moved);
    expect(await alerts('handover-late')).toHaveLength(1);
    const [task] = await late();
    const { handover_id: handoverId } = await handover.task(task?.key ?? '');
    await handover.say('handover-task.escalated.v1', '2026-06-26', {
      ...{ handoverId, taskId: task?.id ?? '', key: task?.key ?? '', to: 'site-admin' },
    });
    expect(await alerts('handover-late')).toHaveLength(2);
  });

  test('goes with the sign-off', async () => {
    await database.query(`update handover set state = 'signed-off' where programme_id = $1`, [
      handover.programme.id,
    ]);
    const { handover_id: handoverId } = await handover.task('safety_card');
    await handover.say('handover.signed-off.v1', '2026-06-25', {
      programmeId: handover.programme.id,
      handoverId,
    });
    expect(await alerts('handover-late')).toEqual([expect.stringContaining('withdrawn handover-signed-off')]);
  });
});

test('a programme without a volunteer two weeks before its last session is an alert until one comes', async () => {
  handover = await aHandoverInTime({ database, worker }, { lastSessionOn, without: ['volunteer'] });
  await handover.open('2026-05-28');
  const day = addDays(lastSessionOn, -14);
  await walk(handover, { from: addDays(day, -1), to: addDays(day, 1) });
  expect(await alerts('no-ptv')).toEqual([`${day} site-admin open`]);
  const { siteId, programme } = handover;
  const { id: accountId } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
  await database.query('update programme set ptv_id = $2 where id = $1', [programme.id, accountId]);
  const request = { programmeId: programme.id, requestId: programme.id, part: 'ptv' as const };
  await handover.say('programme.volunteer-accepted.v1', addDays(day, 2), request);
  expect(await alerts('no-ptv')).toEqual([`${day} site-admin withdrawn volunteer-found`]);
});
