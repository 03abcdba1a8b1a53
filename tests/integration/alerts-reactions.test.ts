import type { Origin } from '@followon/shared/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const first = '2026-03-02';
const evening = (n: number) => addDays(first, 7 * n);
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const fading = [8, 8, 8, 8, 8, 8, 4, 4, 4];
let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  group = await aGroup(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

interface Evenings {
  readonly from?: number;
  readonly origin?: Origin;
  readonly importedOn?: string;
}

async function meet(
  headcounts: readonly number[],
  { from = 0, origin = 'live', importedOn = '2026-11-02' }: Evenings = {},
): Promise<void> {
  for (const [index, came] of headcounts.entries()) {
    const on = evening(from + index);
    await recordMeeting(
      { database, worker, group },
      { on, came, origin, at: origin === 'live' ? noonOf(on) : noonOf(importedOn) },
    );
    if (origin === 'live') await worker.drain(noonOf(on));
  }
}

const alerts = async () => {
  const rows = await database.query<{ alert: string }>(
    `select cause || ' ' || state || coalesce(' ' || withdrawn_because, '') as alert from alert where group_id = $1 order by opened_at, cause`,
    [group.id],
  );
  return rows.map(({ alert }) => alert);
};
const say = (name: 'group.rested.v1' | 'group.closed.v1', day: string) => {
  const stream = { streamId: group.id, siteId: group.site_id, occurredAt: noonOf(day) };
  if (name === 'group.rested.v1')
    return worker.append({ ...stream, name, payload: { groupId: group.id, from: day, until: null } });
  return worker.append({ ...stream, name, payload: { groupId: group.id, on: day, how: 'closed' } });
};

describe('an alert', () => {
  test('opens once when a group starts to fade, with its reasons and its way back to the register', async () => {
    await meet([...fading, 4]);
    expect(await alerts()).toEqual(['fading open']);
    const [alert] = await database.query<{ reasons: { key: string }[]; chain: string[] }>(
      `with recursive back as (select e.*, 1 as step from event e join alert a on a.opened_event_id = e.event_id where a.group_id = $1
         union all select e.*, b.step + 1 from event e join back b on b.caused_by = e.event_id)
       select (select reasons from alert where group_id = $1) as reasons, array_agg(name order by step) as chain from back`,
      [group.id],
    );
    expect(alert?.reasons[0]?.key).toBe('below-60');
    expect(alert?.chain).toEqual(['alert.opened.v1', 'group-health.changed.v1', 'meeting.held.v1']);
  });

  test('is withdrawn when two good meetings bring the level down', async () => {
    await meet([...fading, 9, 9, 9]);
    expect(await alerts()).toEqual(['fading withdrawn level-fell']);
  });

  test('gives way to the graver one', async () => {
    await meet([...fading, 2, 2, 2]);
    expect(await alerts()).toEqual(['fading withdrawn superseded', 'at-risk open']);
  });

  test('stays in hand when the graver one takes its place, and nobody is called anew', async () => {
    await meet(fading);
    await database.query(
      `update alert set state = 'acknowledged', acknowledged_at = $2 where group_id = $1`,
      [group.id, noonOf(evening(8))],
    );
    await meet([2, 2, 2], { from: fading.length });
    expect(await alerts()).toEqual(['fading withdrawn superseded', 'at-risk acknowledged']);
    const [taken] = await database.query(
      `select acknowledged_at from alert where group_id = $1 and cause = 'at-risk'`,
      [group.id],
    );
    expect(taken).toEqual({ acknowledged_at: noonOf(evening(8)) });
    const clocks = await database.query(
      `select 1 from due d join alert a on a.id = d.subject_id where a.group_id = $1 and a.cause = 'at-risk'`,
      [group.id],
    );
    expect(clocks).toEqual([]);
  });

  test('is not opened again while a clinician has it in hand', async () => {
    await meet(fading);
    await database.query(`update alert set state = 'acknowledged' where group_id = $1`, [group.id]);
    await meet([4, 4], { from: fading.length });
    expect(await alerts()).toEqual(['fading acknowledged']);
  });

  test.each([
    { name: 'group.rested.v1', state: 'resting', because: 'group-resting' },
    { name: 'group.closed.v1', state: 'closed', because: 'group-closed' },
  ] as const)('is withdrawn when the group is $state', async ({ name, state, because }) => {
    await meet(fading);
    await database.query('update follow_on_group set state = $2 where id = $1', [group.id, state]);
    const day = evening(9);
    if (state === 'resting')
      await database.insert('group_rest', { site_id: group.site_id, group_id: group.id, from_on: day });
    await say(name, day);
    await worker.drain(noonOf(day));
    expect(await alerts()).toEqual([`fading withdrawn ${because}`]);
  });
});

describe('a group that goes quiet', () => {
  const listen = async (day: string) => {
    await worker.sweeper.sweep(noonOf(day));
    await worker.drain(noonOf(day));
  };

  test('has one alert for its silence, withdrawn at the next meeting', async () => {
    await meet([8, 8, 8, 8]);
    for (let week = 4; week <= 10; week += 1) await listen(evening(week));
    expect(await alerts()).toEqual(['gone-quiet open']);
    await meet([8], { from: 11 });
    expect(await alerts()).toEqual(['gone-quiet withdrawn silence-ended']);
  });

  test('has a fading alert as soon as registers confirm what silence had raised', async () => {
    await meet([8, 8, 8, 8, 8, 8, 8, 4]);
    for (let week = 8; week <= 13; week += 1) await listen(evening(week));
    await meet([3], { from: 14 });
    await meet([3], { from: 15 });
    expect(await alerts()).toEqual(
      expect.arrayContaining(['gone-quiet withdrawn silence-ended', 'fading open']),
    );
  });
});

describe('an import', () => {
  const end = (day = '2026-11-02') =>
    worker.append({
      ...{
        name: 'registers.imported.v1',
        streamId: group.id,
        siteId: group.site_id,
        origin: 'import',
        occurredAt: noonOf(day),
      },
      payload: { groupId: group.id, importId: group.id, meetings: 9 },
    });

  test('opens nothing while it runs and at most one alert at its end, which may speak to people', async () => {
    await meet(fading, { origin: 'import' });
    await worker.drain(noonOf('2026-11-02'));
    expect(await alerts()).toEqual([]);
    await end();
    await worker.drain(noonOf('2026-11-02'));
    expect(await alerts()).toEqual(['fading open']);
    const [opened] = await database.query(
      `select origin from event where stream_id = $1 and name = 'alert.opened.v1'`,
      [group.id],
    );
    expect(opened).toEqual({ origin: 'live' });
  });

  test('that ends well opens nothing', async () => {
    await meet([8, 8, 8, 8], { origin: 'import', importedOn: evening(4) });
    await end(evening(4));
    await worker.drain(noonOf(evening(4)));
    expect(await alerts()).toEqual([]);
  });
});
