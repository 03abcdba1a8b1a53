import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { RoundStage } from '../support/a-round.js';
import { aRoundStage } from '../support/a-round.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let stage: RoundStage;
let siteId: string;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  stage = aRoundStage(database, worker, siteId);
  group = await aGroup(database, { siteId, headcounts: [6] });
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

describe('the week of a volunteer', () => {
  test('tells who asked for them, first meetings and good news, on the first working day; an empty one is not sent', async () => {
    const volunteer = await stage.person('volunteer');
    const idle = await stage.person('volunteer');
    await stage.holds(group, 'ptv', volunteer);
    await stage.begun(group, '2026-04-27');
    const report = { site_id: siteId, group_id: group.id, kind: 'help-asked', on_date: '2026-04-28' };
    await database.insert('group_report', report);
    await stage.live('2026-05-04'); // a bank holiday
    expect(await stage.messages('ptv_update')).toEqual([]);
    await stage.live('2026-05-05');
    const told = await stage.messages('ptv_update');
    expect(told.map(({ person_id, state, figures }) => ({ person_id, state, week: figures.week }))).toEqual(
      [
        { person_id: volunteer, state: 'sent', week: [{ what: 'help-asked', groupId: group.id }] },
        { person_id: idle, state: 'suppressed', week: [] },
      ].sort((a, b) => (a.person_id < b.person_id ? -1 : 1)),
    );
  });

  test('tells of a first meeting to come and of one that took place', async () => {
    const volunteer = await stage.person('volunteer');
    group = await aGroup(database, { siteId, formedOn: '2026-04-20', state: 'forming' });
    await stage.holds(group, 'ptv', volunteer);
    await stage.begun(group, '2026-04-27');
    await recordMeeting(
      { database, worker, group },
      { on: '2026-05-07', came: 'planned', at: noonOf('2026-04-27') },
    );
    await stage.live('2026-05-05');
    await database.query(`update meeting set outcome = 'held', headcount = 7 where group_id = $1`, [
      group.id,
    ]);
    await stage.live('2026-05-11');
    expect((await stage.messages('ptv_update')).map(({ figures }) => figures.week)).toEqual([
      [{ what: 'first-meeting', groupId: group.id, on: '2026-05-07' }],
      [{ what: 'met-first', groupId: group.id }],
    ]);
  });
});

describe('the month of an administrator', () => {
  test('counts the good news of the month before, and what waits for somebody', async () => {
    const administrator = await stage.person('site-admin');
    await stage.begun(group, '2026-04-27');
    const health = { site_id: siteId, group_id: group.id, as_of_seq: 1, parameter_version: 'v' };
    await database.query(`delete from group_health where group_id = $1`, [group.id]);
    await database.insert('group_health', {
      ...health,
      level: 'fading',
      quiet: true,
      assessed_at: noonOf('2026-04-27'),
    });
    await aGroup(database, { siteId, formedOn: '2026-04-13', headcounts: [5] });
    await stage.live('2026-05-01');
    await stage.live('2026-05-01');
    const told = await stage.messages('admin_digest');
    expect(told).toMatchObject([{ person_id: administrator, state: 'sent', on: '2026-05-01' }]);
    expect(told[0]?.figures.month).toEqual({
      ...{ recovered: 0, metFirst: 1, handoversDone: 0, late: 0, silent: 1, fading: 1, stuck: 0 },
    });
  });

  test('in which there was nothing is not sent', async () => {
    await stage.person('site-admin');
    await stage.begun(group, '2026-04-27');
    await database.query(`update follow_on_group set state = 'resting' where id = $1`, [group.id]);
    await stage.live('2026-05-01');
    expect(await stage.messages('admin_digest')).toMatchObject([{ state: 'suppressed' }]);
  });
});
