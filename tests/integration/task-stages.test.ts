import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Problem } from '@followon/shared/contract/problem';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime, noonOf } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { Client, TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

const lastSessionOn = '2026-12-03'; // a Thursday; the poll is due on Thursday 19 November
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

const opened = async (over: Partial<Parameters<typeof aHandoverInTime>[1]> = {}) => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn, ...over });
  await handover.open(finishingOn(over.lastSessionOn ?? lastSessionOn));
  return handover;
};
const clocks = async (handover: TimedHandover, key: string) => {
  const { id } = await handover.task(key);
  const rows = await database.query<{ clock: string }>(
    `select stage || ' ' || to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI')
       || case when reached_at is null then ' not yet' else '' end || coalesce(' ' || skipped_because, '') as clock
     from task_stage where task_id = $1 order by due_at, stage`,
    [id],
  );
  return rows.map(({ clock }) => clock);
};
const heard = async (handover: TimedHandover, key: string) =>
  (await eventsOf(database, handover.programme.id))
    .filter(({ payload }) => payload['key'] === key)
    .map(({ name, payload }) =>
      [name, payload['to'] ?? payload['stage'], payload['because']].filter(Boolean).join(' '),
    );
const someone = async (handover: TimedHandover, role: 'lead' | 'site-admin' | 'volunteer'): Promise<Client> =>
  api.signedInAs(await anAccount(database, { roles: [{ role, siteId: handover.siteId }] }));

describe('a task that nobody acts on', () => {
  test('has a clock for each stage, kept from the day on which it is late', async () => {
    const handover = await opened();
    await handover.live('2026-11-19');
    expect(await clocks(handover, 'interest_poll')).toEqual([]);
    await handover.live('2026-11-20');
    expect(await clocks(handover, 'interest_poll')).toEqual([
      'owner 2026-11-20 07:00',
      'lead 2026-11-23 07:00 not yet', // three days after is a Sunday
      'site-admin 2026-11-26 07:00 not yet',
    ]);
    await handover.live('2026-11-23');
    await handover.live('2026-11-26');
    expect(await heard(handover, 'interest_poll')).toEqual([
      'handover-task.overdue.v1',
      'handover-task.escalated.v1 lead',
      'handover-task.escalated.v1 site-admin',
    ]);
    expect((await handover.digests()).filter(({ to }) => to === 'site-admin').at(-1)?.tasks).toContain(
      'interest_poll',
    );
  });

  test('goes past a role that nobody has, with the reason, to the next at once', async () => {
    const handover = await opened({ without: ['lead'] });
    for (const day of ['2026-11-20', '2026-11-23']) await handover.live(day);
    expect(await heard(handover, 'interest_poll')).toEqual([
      'handover-task.overdue.v1',
      'handover-task.stage-skipped.v1 lead nobody-has-this-role',
      'handover-task.escalated.v1 site-admin',
    ]);
    await handover.live('2026-11-26');
    expect((await heard(handover, 'interest_poll')).filter((it) => it.includes('escalated'))).toHaveLength(1);
  });

  test('is the lead’s the day after when it is with nobody at all', async () => {
    const handover = await opened({ without: ['volunteer'] });
    await handover.live('2026-11-20');
    expect(await heard(handover, 'choose_route')).toEqual([
      'handover-task.overdue.v1',
      'handover-task.stage-skipped.v1 owner nobody-has-this-role',
      'handover-task.escalated.v1 lead',
    ]);
  });

  test('is nobody’s to hear of once its list is closed', async () => {
    const handover = await opened();
    await database.query(`update handover set state = 'closed' where programme_id = $1`, [
      handover.programme.id,
    ]);
    await handover.live('2026-11-27');
    expect(await heard(handover, 'interest_poll')).toEqual([]);
  });

  test('a sign-off that is late goes to the clinician first, and to the lead only after the site’s days', async () => {
    const handover = await opened();
    const about = async (day: string) => {
      await handover.live(day);
      return (await handover.digests())
        .filter(({ on, tasks }) => on === day && tasks.includes('handover_done'))
        .map(({ to }) => to);
    };
    await database.query(
      `update handover_task t set state = 'done' from handover h where h.id = t.handover_id and h.programme_id = $1 and t.key <> 'handover_done'`,
      [handover.programme.id],
    );
    expect(await about('2026-12-07')).toEqual(['clinician']); // its day, a Monday
    expect(await about('2026-12-08')).toEqual(['clinician']); // late
    expect(await about('2026-12-09')).toEqual([]);
    expect(await about('2026-12-10')).toEqual(['clinician', 'lead']);
    expect(await about('2026-12-14')).toEqual(['site-admin']);
  });

  test('what opened late is asked for at once and late only after its new day', async () => {
    const handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
    await handover.open('2026-11-20'); // a Friday, fifteen days late
    await handover.live('2026-11-23');
    expect(await handover.task('intro_in_session')).toMatchObject({ state: 'open', due_on: '2026-11-23' });
    await handover.live('2026-11-24');
    expect(await handover.task('intro_in_session')).toMatchObject({ state: 'overdue', escalated_to: null });
  });

  test('one that is opened again after its day is late at once, and its clocks count from that day', async () => {
    const handover = await opened();
    await handover.settle('interest_poll', handover.people.clinician, '2026-11-19');
    await handover.live('2026-11-25');
    expect(await clocks(handover, 'interest_poll')).toEqual([]);
    const { id, handover_id: handoverId } = await handover.task('interest_poll');
    await database.query(
      `update handover_task set state = 'overdue', done_at = null, done_by = null where id = $1`,
      [id],
    );
    await handover.say('handover-task.reopened.v1', '2026-11-25', {
      handoverId,
      taskId: id,
      key: 'interest_poll',
    });
    expect((await clocks(handover, 'interest_poll')).slice(-2)).toEqual([
      'lead 2026-11-27 07:00 not yet',
      'site-admin 2026-12-01 07:00 not yet',
    ]);
    await handover.live('2026-11-26');
    expect(await handover.task('interest_poll')).toMatchObject({ escalated_to: null });
    await handover.live('2026-11-27');
    expect(await handover.task('interest_poll')).toMatchObject({ escalated_to: 'lead' });
  });
});

describe('leaving a stage out', () => {
  const late = async () => {
    const handover = await opened();
    await handover.live('2026-11-20');
    return { handover, task: await handover.task('interest_poll'), lead: await someone(handover, 'lead') };
  };
  const skip = (client: Client, taskId: string, stage = 'lead', reason = 'spoken-to') =>
    client.post<Problem>(`/handover-tasks/${taskId}/stages/${stage}/skip`, { reason });

  test('is the lead’s or the administrator’s, with a reason; the next stage keeps its own clock', async () => {
    const { handover, task, lead } = await late();
    expect((await skip(lead, task.id)).status).toBe(200);
    await worker.drain(noonOf('2026-11-20'));
    expect(await heard(handover, 'interest_poll')).toContain('handover-task.stage-skipped.v1 lead spoken-to');
    expect(await auditOf(database, task.id)).toContain('handover-task.stage-skipped');
    await handover.live('2026-11-23');
    expect(await handover.task('interest_poll')).toMatchObject({ escalated_to: null });
    await handover.live('2026-11-26');
    expect(await handover.task('interest_poll')).toMatchObject({ escalated_to: 'site-admin' });
  });

  test('is refused when it was reached or left out before, when the task is not late, and to others', async () => {
    const { handover, task, lead } = await late();
    expect((await skip(await someone(handover, 'volunteer'), task.id)).status).toBe(404);
    expect((await skip(lead, task.id, 'lead', 'no-reason-of-ours')).status).toBe(400);
    expect(await skip(lead, task.id, 'owner')).toMatchObject({
      status: 409,
      body: { code: 'stage.settled' },
    });
    expect((await skip(lead, task.id)).status).toBe(200);
    expect(await skip(lead, task.id)).toMatchObject({ status: 409, body: { code: 'stage.settled' } });
    const { id } = await handover.task('safety_card');
    expect(await skip(lead, id)).toMatchObject({ status: 409, body: { code: 'task.not-late' } });
  });
});
