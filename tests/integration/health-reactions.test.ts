import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const first = '2026-03-02'; // a Monday
let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  group = await aGroup(database, { state: 'forming' });
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const evening = (n: number) => addDays(first, 7 * n);
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** One meeting a week, each judged before the next, as life goes. */
async function meet(headcounts: readonly (number | 'not-held')[], from = 0): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, came] of headcounts.entries()) {
    const on = evening(from + index);
    ids.push(await recordMeeting({ database, worker, group }, { on, came }));
    await worker.drain(noonOf(on));
  }
  return ids;
}

const health = async () => {
  const [row] = await database.query(
    'select level, by_silence_only, quiet, no_news, reasons, usual, last_met_on, judged_to, as_of_seq::int from group_health where group_id = $1',
    [group.id],
  );
  return row;
};
const steps = async () => {
  const rows = await database.query<{ step: string }>(
    `select changed_on || ' ' || coalesce(from_level, '-') || ' to ' || coalesce(to_level, '-') as step from group_level_change where group_id = $1 order by id`,
    [group.id],
  );
  return rows.map(({ step }) => step);
};
const countOf = async (name: string) =>
  (await database.query('select 1 from event where stream_id = $1 and name = $2', [group.id, name])).length;
const stateOf = async () =>
  (await database.query<{ state: string }>('select state from follow_on_group where id = $1', [group.id]))[0]
    ?.state;

describe('judging a group', () => {
  test('its first meeting makes it a group that meets, with no level until it is known', async () => {
    await meet([8, 8, 8]);
    expect(await stateOf()).toBe('meeting');
    expect(await health()).toMatchObject({ level: null, last_met_on: evening(2) });
    expect(await steps()).toEqual([]);
  });

  test('a falling attendance raises the level step by step, with reasons, and says once that it dropped', async () => {
    await meet([8, 8, 8, 8, 8, 8, 4, 4, 4]);
    expect(await steps()).toEqual([
      `${evening(3)} - to steady`,
      `${evening(7)} steady to watch`,
      `${evening(8)} watch to fading`,
    ]);
    expect(await health()).toMatchObject({ level: 'fading', by_silence_only: false, usual: 8 });
    expect(await countOf('attendance.dropped.v1')).toBe(1);
    expect(await countOf('group-health.changed.v1')).toBe(3);
  });

  test('a slower rhythm is heeded at once: what was silence is the usual gap now', async () => {
    await meet([8]);
    const stream = { streamId: group.id, siteId: group.site_id };
    const at = (day: string) => ({ ...stream, occurredAt: noonOf(day) });
    await worker.append({
      ...at(evening(5)),
      name: 'silence.due.v1',
      payload: { groupId: group.id, on: evening(5) },
    });
    await worker.drain(noonOf(evening(5)));
    expect(await stateOf()).toBe('unknown');
    await database.query(`update follow_on_group set cadence = 'monthly' where id = $1`, [group.id]);
    await worker.append({ ...at(evening(5)), name: 'group.changed.v1', payload: { groupId: group.id } });
    await worker.drain(noonOf(evening(5)));
    expect([await stateOf(), (await health())?.['no_news']]).toEqual(['meeting', false]);
  });

  test('reading the same stream again changes nothing', async () => {
    await meet([8, 8, 8, 8]);
    const before = [await health(), await steps(), await countOf('group-health.changed.v1')];
    await worker.drain(noonOf(evening(3)));
    await worker.dispatcher.drainStream(group.id, noonOf(evening(3)));
    expect([await health(), await steps(), await countOf('group-health.changed.v1')]).toEqual(before);
  });

  test('many meetings read at once give the same steps as one by one', async () => {
    for (const [index, came] of [8, 8, 8, 8, 8, 8, 4, 4, 4].entries()) {
      await recordMeeting({ database, worker, group }, { on: evening(index), came });
    }
    await worker.drain(noonOf(evening(8)));
    expect(await steps()).toEqual([
      `${evening(3)} - to steady`,
      `${evening(7)} steady to watch`,
      `${evening(8)} watch to fading`,
    ]);
  });

  test('each step goes back to the meeting that brought it', async () => {
    await meet([8, 8, 8, 8]);
    const [cause] = await database.query<{ name: string; seq: number }>(
      `select c.name, c.seq::int from group_level_change l join event e on e.event_id = l.event_id join event c on c.event_id = e.caused_by where l.group_id = $1`,
      [group.id],
    );
    expect(cause).toMatchObject({ name: 'meeting.held.v1', seq: 4 });
  });
});

describe('silence', () => {
  const listen = async (day: string) => {
    await worker.sweeper.sweep(noonOf(day));
    await worker.drain(noonOf(day));
  };

  test('is looked at every Monday, raises the level and says once that the group went quiet', async () => {
    await meet([8, 8, 8, 8]);
    for (let week = 4; week <= 9; week += 1) await listen(evening(week));
    expect(await health()).toMatchObject({ level: 'fading', by_silence_only: true, quiet: true });
    expect(await countOf('group.went-quiet.v1')).toBe(1);
    const open = await database.query(
      `select 1 from due where rule = 'silence' and subject_id = $1 and done_at is null`,
      [group.id],
    );
    expect(open).toHaveLength(1);
  });

  test('makes the state unknown after three usual gaps, and one meeting makes it known again', async () => {
    await meet([8, 8, 8, 8]);
    await listen(evening(7));
    expect(await stateOf()).toBe('unknown');
    await meet([8], 8);
    expect(await stateOf()).toBe('meeting');
    expect(await health()).toMatchObject({ level: 'steady', quiet: false });
  });

  test('is not listened for once the group is closed', async () => {
    await meet([8, 8, 8, 8]);
    await database.query(`update follow_on_group set state = 'closed-well' where id = $1`, [group.id]);
    const at = noonOf(evening(4));
    await worker.append({
      name: 'group.closed.v1',
      streamId: group.id,
      siteId: group.site_id,
      occurredAt: at,
      payload: { groupId: group.id, on: evening(4), how: 'closed-well' },
    });
    await listen(evening(5));
    expect(await health()).toMatchObject({ level: null });
    expect(
      await database.query(
        `select 1 from due where rule = 'silence' and subject_id = $1 and done_at is null`,
        [group.id],
      ),
    ).toEqual([]);
  });
});

describe('a correction', () => {
  test('replays the group and takes the level back, saying why', async () => {
    const ids = await meet([8, 8, 8, 8, 8, 8, 4, 4, 4]);
    await database.query('update meeting set headcount = 8 where id = any($1)', [ids.slice(-3)]);
    const at = noonOf(evening(9));
    const corrected = ids.slice(-3).map((meetingId) => ({
      ...{
        name: 'register.corrected.v1' as const,
        streamId: group.id,
        siteId: group.site_id,
        occurredAt: at,
      },
      payload: { groupId: group.id, meetingId, on: evening(8) },
    }));
    await worker.append(...corrected);
    await worker.drain(at);
    expect((await steps()).at(-1)).toBe(`${evening(9)} fading to steady`);
    const [last] = await database.query<{ reasons: { key: string }[] }>(
      'select reasons from group_level_change where group_id = $1 order by id desc limit 1',
      [group.id],
    );
    expect(last?.reasons[0]?.key).toBe('register-corrected');
  });
});

describe('imported history', () => {
  const imported = async (headcounts: readonly number[]) => {
    for (const [index, came] of headcounts.entries()) {
      await recordMeeting(
        { database, worker, group },
        { on: evening(index), came, origin: 'import', at: noonOf('2026-11-02') },
      );
    }
  };
  const end = () =>
    worker.append({
      ...{
        name: 'registers.imported.v1',
        streamId: group.id,
        siteId: group.site_id,
        origin: 'import',
        occurredAt: noonOf('2026-11-02'),
      },
      payload: { groupId: group.id, importId: group.id, meetings: 9 },
    });

  test('is judged meeting by meeting, as of its own days, and only its end looks at today', async () => {
    await imported([8, 8, 8, 8, 8, 8, 4, 4, 4]);
    await worker.drain(noonOf('2026-11-02'));
    expect(await steps()).toEqual([
      `${evening(3)} - to steady`,
      `${evening(7)} steady to watch`,
      `${evening(8)} watch to fading`,
    ]);
    expect(await health()).toMatchObject({ level: 'fading', quiet: false, no_news: false });

    await end();
    await worker.drain(noonOf('2026-11-02'));
    expect(await health()).toMatchObject({ level: 'fading', quiet: true, no_news: true });
    expect(await stateOf()).toBe('unknown');
  });

  test('older lines under a group that is known rewrite nothing that was said', async () => {
    group = await aGroup(database, { formedOn: null });
    await recordMeeting({ database, worker, group }, { on: '2026-11-01', came: 6 });
    await worker.drain(noonOf('2026-11-02'));
    await imported([8, 8, 8, 8]);
    await worker.drain(noonOf('2026-11-02'));
    expect(await steps()).toEqual([]);
    expect(await health()).toMatchObject({ judged_to: '2026-11-01' });
  });
});
