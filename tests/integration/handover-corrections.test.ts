import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime, noonOf } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';
import { recordMeeting } from '../support/meetings.js';

const lastSessionOn = '2026-12-03';
const firstMeetingOn = '2026-12-17';
let database: TestDatabase;
let worker: TestWorker;
let handover: TimedHandover;
let group: GroupRow;
let meetingId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  handover = await aHandoverInTime({ database, worker }, { lastSessionOn });
  await handover.open(finishingOn(lastSessionOn));
  const { siteId, programme } = handover;
  group = await aGroup(database, { siteId, programmeId: programme.id, state: 'forming' });
  await database.query('update handover set group_id = $1 where programme_id = $2', [group.id, programme.id]);
  const planned = { on: firstMeetingOn, came: 'planned', at: noonOf('2026-12-03') } as const;
  meetingId = await recordMeeting({ database, worker, group }, planned);
  await worker.drain(noonOf('2026-12-03'));
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const about = () => ({ streamId: group.id, siteId: group.site_id, streamKind: 'group' }) as const;
const fact = () => ({ groupId: group.id, meetingId, on: firstMeetingOn });
const becomes = (outcome: 'held' | 'not-held') =>
  database.query(
    `update meeting set outcome = $2, headcount = case when $2 = 'held' then 6 end where id = $1`,
    [meetingId, outcome],
  );
const held = async () => {
  await becomes('held');
  const payload = { ...fact(), headcount: 6, newcomers: 0 };
  await worker.append({ name: 'meeting.held.v1', ...about(), occurredAt: noonOf(firstMeetingOn), payload });
  await worker.drain(noonOf(firstMeetingOn));
};
const corrected = async (outcome: 'held' | 'not-held', day = '2026-12-18') => {
  await becomes(outcome);
  await worker.append({
    name: 'register.corrected.v1',
    ...about(),
    occurredAt: noonOf(day),
    payload: fact(),
  });
  await worker.drain(noonOf(day));
};
const notHeld = async () => {
  await becomes('not-held');
  const payload = { ...fact(), reason: 'weather' };
  await worker.append({
    name: 'meeting.not-held.v1',
    ...about(),
    occurredAt: noonOf(firstMeetingOn),
    payload,
  });
  await worker.drain(noonOf(firstMeetingOn));
};
const stands = async () => {
  const keys = ['first_date_fixed', 'reminder_first', 'first_meeting'] as const;
  const found = await Promise.all(keys.map((key) => handover.task(key)));
  return found.map(({ key, state, due_on }) => `${key} ${state} ${due_on}`);
};
const reopened = async () =>
  (await eventsOf(database, handover.programme.id)).filter(
    ({ name }) => name === 'handover-task.reopened.v1',
  );
const DONE = [
  'first_date_fixed done 2026-12-03',
  'reminder_first done 2026-12-15',
  'first_meeting done 2026-12-17',
];

describe('a first meeting that was not held after all', () => {
  test('opens what its register had closed, with its days counted anew, and says by what', async () => {
    await held();
    expect(await stands()).toEqual(DONE);
    await corrected('not-held');
    expect(await stands()).toEqual([
      'first_date_fixed overdue 2026-12-03', // no other date is fixed
      'reminder_first open 2026-12-29',
      'first_meeting open 2026-12-31', // four weeks after the last session, until there is a date
    ]);
    const events = await reopened();
    expect(events.map(({ payload }) => payload['key'])).toEqual([
      'first_date_fixed',
      'reminder_first',
      'first_meeting',
    ]);
    const [cause] = await database.query<{ name: string }>(
      `select name from event where event_id = (select caused_by from event where event_id = $1)`,
      [events[0]?.event_id],
    );
    expect(cause?.name).toBe('register.corrected.v1');
  });

  test('leaves everything as it is when somebody has acted since', async () => {
    await held();
    await handover.settle('ptv_call_1', handover.people.volunteer, '2026-12-18');
    await corrected('not-held', '2026-12-19');
    expect(await stands()).toEqual(DONE);
    expect(await reopened()).toEqual([]);
  });

  test('opens nothing of a handover that is closed', async () => {
    await held();
    await database.query(`update handover set state = 'closed' where programme_id = $1`, [
      handover.programme.id,
    ]);
    await corrected('not-held');
    expect(await stands()).toEqual(DONE);
  });

  test('said again changes nothing', async () => {
    await held();
    await corrected('not-held');
    const before = await stands();
    await corrected('not-held', '2026-12-19');
    expect(await stands()).toEqual(before);
    expect(await reopened()).toHaveLength(3);
  });

  test('leaves the date fixed when the group has another', async () => {
    await held();
    const next = { on: '2027-01-07', came: 'planned', at: noonOf('2026-12-17') } as const;
    await recordMeeting({ database, worker, group }, next);
    await worker.drain(noonOf('2026-12-17'));
    await corrected('not-held');
    expect(await stands()).toEqual([
      'first_date_fixed done 2026-12-03',
      'reminder_first open 2027-01-05',
      'first_meeting open 2027-01-07',
    ]);
  });

  test('and was held in the end closes them once more', async () => {
    await held();
    await corrected('not-held');
    await corrected('held', '2026-12-19');
    expect((await stands()).map((it) => it.split(' ')[1])).toEqual(['done', 'done', 'done']);
  });
});

describe('a planned first meeting that is called off', () => {
  test('opens the search for a date again, while nobody has gone on', async () => {
    await notHeld();
    expect((await stands())[0]).toBe('first_date_fixed overdue 2026-12-03');
  });

  test('does not when the clinician has signed off since', async () => {
    await handover.settle('handover_done', handover.people.clinician, '2026-12-04');
    await notHeld();
    expect((await stands())[0]).toBe('first_date_fixed done 2026-12-03');
    expect(await reopened()).toEqual([]);
  });
});
