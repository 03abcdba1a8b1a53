import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDataSource } from '@followon/shared/db/data-source';
import { inTransaction } from '@followon/shared/db/transaction';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import type { Thresholds } from '@followon/shared/rules/health/facts';
import { healthCauses } from '@followon/shared/rules/alert/causes';
import { fitted } from '@followon/shared/rules/health/fitted';
import type { LiveReplay } from '@followon/shared/rules/health/replay-live';
import { replayer } from '@followon/shared/rules/health/replay-live';
import type { DataSource } from 'typeorm';
import { LivedQueries } from '../../apps/api/src/policy/lived-queries.js';
import type { Work } from '../../apps/api/src/work/work.js';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import { LivedThrough } from '../support/a-lived-group.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';
import { seeded } from '../support/seeded.js';

const firstDay = '2025-03-03'; // a Monday
const dayOf = (index: number) => addDays(firstDay, index);

let database: TestDatabase;
let worker: TestWorker;
let app: DataSource;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  app = createDataSource({ url: database.urls.app, name: 'replay-test', poolSize: 2 });
  await app.initialize();
});

afterAll(async () => {
  await app?.destroy();
  await worker?.close();
  await database?.close();
});

/** What a person of the site would get: each group of the site replayed up to the day. */
async function replayed(siteId: string, { marks, today }: { marks: Thresholds; today: string }) {
  const admin = await anAccount(database, { roles: [{ role: 'site-admin', siteId }] });
  const rows = await inTransaction(app, { kind: 'user', accountId: admin.id }, (manager) =>
    new LivedQueries({ manager } as unknown as Work).next({ siteId, from: firstDay }, null, 100),
  );
  return new Map(rows.map((row) => [row.id, { ...row, replay: replayer(row.lived, today)(marks) }]));
}

const keysOf = (reasons: readonly { readonly key: string }[]) => reasons.map(({ key }) => key).join('+');

const stepsOf = ({ steps }: LiveReplay) =>
  steps.map(({ on, from, to, reasons }) => `${on} ${from} -> ${to}: ${keysOf(reasons)}`);

async function storedSteps(groupId: string): Promise<string[]> {
  const rows = await database.query<{ on: string; from: string; to: string; reasons: { key: string }[] }>(
    `select changed_on as on, coalesce(from_level, 'null') as "from", coalesce(to_level, 'null') as "to", reasons
     from group_level_change where group_id = $1 order by id`,
    [groupId],
  );
  return rows.map(({ on, from, to, reasons }) => `${on} ${from} -> ${to}: ${keysOf(reasons)}`);
}

const alertsOf = ({ alerts }: LiveReplay) =>
  alerts
    .map((it) => `${it.openedOn} ${it.cause} (${it.reasonKeys.join('+')}): ${it.endedOn} ${it.endedBecause}`)
    .sort();

/** What people told of it hangs on no marks. */
async function storedAlerts(groupId: string): Promise<string[]> {
  const rows = await database.query<{ line: string }>(
    `select (a.opened_at at time zone 'Europe/London')::date || ' ' || a.cause || ' (' || coalesce((
         select string_agg(r ->> 'key', '+' order by n) from jsonb_array_elements(a.reasons) with ordinality as x(r, n)), '')
       || '): ' || coalesce((a.closed_at at time zone 'Europe/London')::date::text, 'null') || ' '
       || coalesce(a.withdrawn_because, case a.state when 'resolved' then 'resolved' else 'null' end) as line
     from alert a where a.group_id = $1 and a.cause = any($2)`,
    [groupId, healthCauses],
  );
  return rows.map(({ line }) => line).sort();
}

const rhythms = [
  { meets: 'weekly', everyDays: 7 },
  { meets: 'fortnightly', everyDays: 14 },
  { meets: 'monthly', everyDays: 28 },
] as const;

const DAYS = 420;

/** Some groups of one site, lived day by day with its sweeps. */
async function liveThrough(siteId: string, seeds: readonly number[]): Promise<GroupRow[]> {
  const lives: { group: GroupRow; life: LivedThrough; closesOn: string | null }[] = [];
  for (const seed of seeds) {
    const { meets, everyDays } = rhythms[seed % rhythms.length] ?? rhythms[0];
    const group = await aGroup(database, { siteId, meets, state: 'forming', formedOn: firstDay });
    const life = new LivedThrough({ database, worker, group }, seeded(seed), everyDays);
    await life.begin(firstDay);
    lives.push({ group, life, closesOn: seed % 4 === 0 ? dayOf(DAYS - 60) : null });
  }
  for (let index = 1; index <= DAYS; index += 1) {
    const day = dayOf(index);
    for (const { life, closesOn } of lives) {
      if (closesOn === day) await life.close(day);
      if (closesOn === null || day < closesOn) await life.live(day, index);
    }
  }
  return lives.map(({ group }) => group);
}

const ownMarks: Thresholds = {
  ...fitted.thresholds,
  ...{
    watchScore: 0.1,
    fadingScore: 0.15,
    atRiskScore: 0.22,
    fewLatelyShare: 0.7,
    silentDays: 21,
    silentGaps: 1.5,
  },
};

describe('a history that was lived day by day', () => {
  test.each([
    { marks: 'the shipped marks', saved: null, seeds: [1, 2, 3, 4, 5, 6] },
    { marks: 'marks of its own', saved: ownMarks, seeds: [7, 8, 9, 10, 11, 12] },
  ])(
    'is replayed by $marks exactly as live processing judged it',
    async ({ saved, seeds }) => {
      const { id: siteId } = await aSite(database);
      if (saved) {
        const row = { site_id: siteId, version: 1, thresholds: JSON.stringify(saved) };
        await database.insert('site_policy', { ...row, saved_at: new Date() });
      }
      const groups = await liveThrough(siteId, seeds);
      const marks = saved ?? fitted.thresholds;
      const found = await replayed(siteId, { marks, today: dayOf(DAYS) });
      let steps = 0;
      let alerts = 0;
      for (const { id } of groups) {
        const { replay, corrected } = found.get(id) ?? {};
        if (!replay) throw new Error('a group was not replayed');
        expect(stepsOf(replay)).toEqual(await storedSteps(id));
        expect(alertsOf(replay)).toEqual(await storedAlerts(id));
        expect(corrected).toBe(0);
        steps += replay.steps.length;
        alerts += replay.alerts.length;
      }
      expect(steps).toBeGreaterThan(20);
      expect(alerts).toBeGreaterThan(5);
      const versions = await database.query<{ version: string }>(
        'select distinct parameter_version as version from group_level_change where site_id = $1',
        [siteId],
      );
      expect(versions).toEqual([{ version: saved ? `${fitted.version}+site-1` : fitted.version }]);
    },
    240_000,
  );
});

/** One meeting a week, judged on its evening; `wrongly`: what was written at first, set right three weeks later. */
async function meetWeekly(
  siteId: string,
  counts: readonly number[],
  wrongly: { readonly week: number; readonly came: number } | null,
): Promise<GroupRow> {
  const group = await aGroup(database, { siteId, state: 'forming', formedOn: firstDay });
  const at = { database, worker, group };
  let wrong = '';
  for (const [week, came] of counts.entries()) {
    const on = dayOf(7 * week + 2);
    const written = wrongly?.week === week ? wrongly.came : came;
    const id = await recordMeeting(at, { on, came: written });
    if (wrongly?.week === week) wrong = id;
    await worker.drain(londonInstant(on, '21:00'));
    if (wrongly && wrongly.week + 3 === week) {
      const right = counts[wrongly.week];
      await database.query('update meeting set headcount = $2, version = 2 where id = $1', [wrong, right]);
      const payload = { groupId: group.id, meetingId: wrong, on: dayOf(7 * wrongly.week + 2) };
      const stream = { streamId: group.id, siteId, occurredAt: londonInstant(on, '22:00') };
      await worker.append({ ...stream, name: 'register.corrected.v1', payload });
      await worker.drain(londonInstant(on, '22:00'));
    }
    const monday = londonInstant(dayOf(7 * week + 7), '07:00');
    await worker.sweeper.sweep(monday);
    await worker.drain(monday);
  }
  return group;
}

describe('a corrected register', () => {
  const counts = [9, 9, 9, 9, 9, 9, 2, 2, 2, 2, 9, 9, 9, 9];

  test('is replayed as if the right word had been written at once, and the answer says that it was not', async () => {
    const { id: siteId } = await aSite(database);
    const right = await meetWeekly(siteId, counts, null);
    const corrected = await meetWeekly(siteId, counts, { week: 8, came: 9 });
    const found = await replayed(siteId, { marks: fitted.thresholds, today: dayOf(120) });
    const [asRight, asCorrected] = [found.get(right.id), found.get(corrected.id)];
    if (!asRight || !asCorrected) throw new Error('a group was not replayed');
    expect(stepsOf(asCorrected.replay)).toEqual(await storedSteps(right.id));
    expect(alertsOf(asCorrected.replay)).toEqual(await storedAlerts(right.id));
    expect(stepsOf(asCorrected.replay)).not.toEqual(await storedSteps(corrected.id));
    expect([asRight.corrected, asCorrected.corrected]).toEqual([0, 1]);
  }, 60_000);
});
