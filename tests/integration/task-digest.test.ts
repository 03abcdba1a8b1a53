import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime, noonOf } from '../support/a-handover-in-time.js';
import { aProgramme } from '../support/a-programme.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const lastSessionOn = '2026-12-03'; // a Thursday
let database: TestDatabase;
let worker: TestWorker;
let other: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  other = await aWorker(database);
});

afterAll(async () => {
  await other?.close();
  await worker?.close();
  await database?.close();
});

const opened = async (over: Parameters<typeof aHandoverInTime>[1] = { lastSessionOn }) => {
  const handover = await aHandoverInTime({ database, worker }, over);
  await handover.open(finishingOn(over.lastSessionOn));
  return handover;
};
const to = async (handover: TimedHandover, role: string) =>
  (await handover.digests()).filter((digest) => digest.to === role);

describe('the message of a day', () => {
  test('tells everything that is due soon, today or late in one, and leaves on working days only', async () => {
    const handover = await opened();
    // The needs check is due on Thursday the 12th; the poll on the 19th, three days after a Monday.
    for (const day of ['2026-11-09', '2026-11-12', '2026-11-15', '2026-11-16']) await handover.live(day);
    expect(await to(handover, 'clinician')).toMatchObject([
      {
        to: 'clinician',
        on: '2026-11-09',
        state: 'sent',
        reason: null,
        tasks: ['intro_in_session', 'needs_check'],
      },
      {
        to: 'clinician',
        on: '2026-11-12',
        state: 'sent',
        reason: null,
        tasks: ['intro_in_session', 'needs_check'],
      },
      {
        ...{ to: 'clinician', on: '2026-11-16', state: 'sent', reason: null },
        tasks: ['intro_in_session', 'needs_check', 'interest_poll'],
      },
    ]);
  });

  test('a second sweep of the day makes no second message', async () => {
    const handover = await opened();
    await handover.live('2026-11-09');
    await handover.live('2026-11-09');
    expect((await to(handover, 'clinician')).map(({ on }) => on)).toEqual(['2026-11-09']);
  });

  test('does not leave when everything was done meanwhile, and says why', async () => {
    const handover = await opened();
    await worker.sweeper.sweep(new Date('2026-11-09T07:00:00Z'));
    for (const key of ['intro_in_session', 'needs_check'])
      await handover.settle(key, handover.people.clinician, '2026-11-09');
    await worker.deliverer.deliver(new Date('2026-11-09T08:00:00Z'));
    expect((await to(handover, 'clinician')).at(-1)).toMatchObject({
      ...{ on: '2026-11-09', state: 'suppressed', reason: 'no-longer-true' },
    });
  });

  test('leaves out what somebody put off, until that day', async () => {
    const handover = await opened();
    await database.query(`update handover_task set later_until = '2026-11-12' where id = $1`, [
      (await handover.task('intro_in_session')).id,
    ]);
    await handover.live('2026-11-09');
    await handover.live('2026-11-12');
    expect((await to(handover, 'clinician')).map(({ tasks }) => tasks)).toEqual([
      ['needs_check'],
      ['intro_in_session', 'needs_check'],
    ]);
  });

  test('asks nobody again who said that they cannot', async () => {
    const handover = await opened();
    await database.query(`update handover_task set state = 'cannot', reason = 'no-time' where id = $1`, [
      (await handover.task('needs_check')).id,
    ]);
    await handover.live('2026-11-12');
    expect((await to(handover, 'clinician')).flatMap(({ tasks }) => tasks)).not.toContain('needs_check');
  });

  test('what comes up after it has left waits for the next working day', async () => {
    const handover = await opened();
    await handover.live('2026-11-13'); // a Friday
    await database.query(`update programme set last_session_on = '2026-12-04' where id = $1`, [
      handover.programme.id,
    ]);
    const moved = { programmeId: handover.programme.id, from: lastSessionOn, lastSessionOn: '2026-12-04' };
    await handover.say('programme.rescheduled.v1', '2026-11-13', moved);
    await worker.sweeper.sweep(noonOf('2026-11-17')); // the poll is due on the 20th now
    await worker.sweeper.sweep(noonOf('2026-11-17'));
    const days = (await to(handover, 'clinician')).map(({ on }) => on);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain('2026-11-17');
  });

  test('follows the holidays of the country', async () => {
    const handover = await opened({ lastSessionOn: '2026-12-24', country: 'scotland' });
    await handover.live('2026-11-30'); // St Andrew's Day
    await handover.live('2026-12-01');
    expect((await to(handover, 'clinician')).map(({ on }) => on)).toContain('2026-12-01');
    expect((await to(handover, 'clinician')).map(({ on }) => on)).not.toContain('2026-11-30');
  });
});

describe('tasks of two programmes that fall due in the same second', () => {
  test('make one message, also when two workers sweep at once', async () => {
    const first = await opened();
    const { siteId, people } = first;
    for (let more = 0; more < 5; more += 1) {
      const programme = await aProgramme(database, {
        ...{
          siteId,
          lastSessionOn,
          firstSessionOn: null,
          clinicianId: people.clinician,
          ptvId: people.volunteer,
        },
      });
      const about = { streamId: programme.id, streamKind: 'programme', siteId } as const;
      const payload = { programmeId: programme.id, lastSessionOn };
      await worker.append({
        name: 'programme.scheduled.v1',
        ...about,
        occurredAt: noonOf('2026-11-05'),
        payload,
      });
    }
    await worker.drain(noonOf('2026-11-05'));
    const now = new Date('2026-11-16T07:00:00Z');
    const swept = await Promise.all([worker.sweeper.sweep(now), other.sweeper.sweep(now)]);
    expect(Math.min(...swept)).toBeGreaterThan(0);
    await worker.drain(now);
    await Promise.all([
      worker.deliverer.deliver(noonOf('2026-11-16')),
      other.deliverer.deliver(noonOf('2026-11-16')),
    ]);
    const told = (await first.digests()).filter(({ on }) => on === '2026-11-16');
    expect(told.map(({ to: role, state }) => `${role} ${state}`)).toEqual([
      'clinician sent',
      'lead sent',
      'site-admin sent',
      'volunteer sent',
    ]);
    const [row] = await database.query<{ count: number }>(
      `select (figures ->> 'count')::int as count from nudge where key = 'task_digest' and person_id = $1 and occasion = $2`,
      [people.volunteer, `${siteId}/2026-11-16`],
    );
    expect(row?.count).toBe(6); // each programme asks the volunteer for the route
  });
});
