import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { finishingOn } from '@followon/shared/rules/handover/finishing';
import type { TimedHandover } from '../support/a-handover-in-time.js';
import { aHandoverInTime, noonOf } from '../support/a-handover-in-time.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

const lastSessionOn = '2026-12-03'; // a Thursday
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

const opened = async (over: Partial<Parameters<typeof aHandoverInTime>[1]> = {}) => {
  const handover = await aHandoverInTime({ database, worker }, { lastSessionOn, ...over });
  await handover.open(finishingOn(lastSessionOn));
  return handover;
};
const live = async (handover: TimedHandover, from: string, days: number) => {
  for (let day = 0; day < days; day += 1) await handover.live(addDays(from, day));
};
const reschedule = async (handover: TimedHandover, at: string, to: string) => {
  const { id } = handover.programme;
  const [{ was } = { was: '' }] = await database.query<{ was: string }>(
    'select last_session_on::text as was from programme where id = $1',
    [id],
  );
  await database.query('update programme set last_session_on = $2 where id = $1', [id, to]);
  await handover.say('programme.rescheduled.v1', at, { programmeId: id, from: was, lastSessionOn: to });
};

describe('a task whose day moves away and back', () => {
  test('becomes late and is told all the way up, although its first look was over before', async () => {
    const handover = await opened();
    const { handover_id: handoverId } = await handover.task('ptv_visit'); // due on the 26th
    await database.insert('handover_template', {
      ...{ site_id: handover.siteId, route: 'new', version: 1, saved_at: noonOf('2026-11-20') },
      changes: JSON.stringify({ drop: [], add: [], reword: {}, shift: { ptv_visit: -1 } }),
    });
    const move = async (at: string, from: string, to: string) => {
      const versions = { from: `new/base-1/${from}`, to: `new/base-1/${to}` };
      const about = { programmeId: handover.programme.id, handoverId };
      await handover.say('handover.template-moved.v1', at, { ...about, ...versions });
    };
    await move('2026-11-20', 'shipped', '1');
    expect((await handover.task('ptv_visit')).due_on).toBe('2026-12-02');
    await live(handover, '2026-11-21', 3); // among them the first look before the 26th
    await move('2026-11-24', '1', 'shipped');
    expect((await handover.task('ptv_visit')).due_on).toBe('2026-11-26');

    await live(handover, '2026-11-25', 14);
    expect(await handover.task('ptv_visit')).toMatchObject({ state: 'overdue', escalated_to: 'site-admin' });
    const said = (await eventsOf(database, handover.programme.id)).filter(
      ({ payload }) => payload['key'] === 'ptv_visit',
    );
    expect(said.map(({ name }) => name)).toEqual([
      'handover-task.overdue.v1',
      'handover-task.escalated.v1',
      'handover-task.escalated.v1',
    ]);
  });
});

describe('a task', () => {
  test('that is late already is not said to be late a second time when its list is worded anew', async () => {
    const handover = await opened();
    const { handover_id: handoverId } = await handover.task('needs_check'); // due on the 12th
    await live(handover, '2026-11-09', 6);
    await database.insert('handover_template', {
      ...{ site_id: handover.siteId, route: 'new', version: 1, saved_at: noonOf('2026-11-14') },
      changes: JSON.stringify({
        drop: [],
        add: [],
        reword: { needs_check: { title: 'Ask again' } },
        shift: {},
      }),
    });
    await handover.say('handover.template-moved.v1', '2026-11-14', {
      ...{ programmeId: handover.programme.id, handoverId, from: 'new/base-1/shipped', to: 'new/base-1/1' },
    });
    await live(handover, '2026-11-15', 10);
    const said = (await eventsOf(database, handover.programme.id)).filter(
      ({ name, payload }) => name === 'handover-task.overdue.v1' && payload['key'] === 'needs_check',
    );
    expect(said).toHaveLength(1);
    expect(await handover.task('needs_check')).toMatchObject({ escalated_to: 'site-admin' });
  });
});

describe('a programme whose last session moves away and back', () => {
  test('is looked at for a volunteer on the day of old', async () => {
    const handover = await opened({ without: ['volunteer'] });
    await reschedule(handover, '2026-11-18', '2026-12-31');
    await live(handover, '2026-11-19', 3);
    await reschedule(handover, '2026-11-22', lastSessionOn);
    await live(handover, '2026-11-23', 1);
    const [list] = await database.query<{ without_ptv: boolean }>(
      'select without_ptv from handover where programme_id = $1',
      [handover.programme.id],
    );
    expect(list?.without_ptv).toBe(true);
  });

  test('ends as declined when it finished on that day after all', async () => {
    const handover = await opened();
    const { programme } = handover;
    const { handover_id: handoverId } = await handover.task('interest_poll');
    await database.query(`update handover set route = 'none', route_chosen_at = $2 where id = $1`, [
      ...[handoverId, noonOf('2026-11-20')],
    ]);
    const chosen = { programmeId: programme.id, handoverId, route: 'none', from: 'new' } as const;
    await handover.say('handover.route-chosen.v1', '2026-11-20', chosen);
    await reschedule(handover, '2026-12-01', '2026-12-10');
    const evening = async (day: string) => {
      await worker.sweeper.sweep(new Date(`${day}T21:00:00Z`));
      await worker.drain(new Date(`${day}T21:00:00Z`));
    };
    await evening(lastSessionOn);
    await database.query('update programme set finished_on = $2 where id = $1', [
      programme.id,
      lastSessionOn,
    ]);
    const finished = { programmeId: programme.id, finishedOn: lastSessionOn };
    await handover.say('programme.finished.v1', '2026-12-04', finished);
    await evening('2026-12-04');
    expect(await database.query('select state from handover where id = $1', [handoverId])).toEqual([
      { state: 'declined' },
    ]);
  });
});
