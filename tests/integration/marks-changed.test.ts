import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { fitted } from '@followon/shared/rules/health/fitted';
import type { Everyone } from '../support/a-group-and-everyone.js';
import { aGroupAndEveryone } from '../support/a-group-and-everyone.js';
import type { GroupRow } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestApi } from '../support/api.js';
import { anApi } from '../support/api.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { marksOfASite, now, today } from '../support/marks-of-a-site.js';
import { recordMeeting } from '../support/meetings.js';

const shipped = fitted.thresholds;
const strict = {
  ...shipped,
  ...{ watchScore: 0.01, fadingScore: 0.02, atRiskScore: 0.03 },
  ...{ silentDays: 14, silentGaps: 1 },
};
const lax = { ...shipped, watchScore: 0.97, fadingScore: 0.98, atRiskScore: 0.99, fewLatelyShare: 0.3 };
const laxer = { ...lax, lowShare: 0.3, silentDays: 180, silentGaps: 6 };

let database: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let site: Everyone;
let marks: ReturnType<typeof marksOfASite>;

beforeAll(async () => {
  database = await aDatabase();
  api = await anApi(database);
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  site = await aGroupAndEveryone(database, api);
  marks = marksOfASite({ database, worker }, site);
});

afterAll(async () => {
  await api?.close();
  await worker?.close();
  await database?.close();
});

const fading = [8, 8, 8, 8, 8, 8, 4, 4, 4];
const well = [8, 9, 8, 9, 8, 9, 8, 9, 8];

describe('stricter marks and back', () => {
  test('leave every group as it was: its alerts, its place in the queue, and nobody is written to', async () => {
    const groups = [
      await marks.aWeeklyGroup(fading),
      await marks.aWeeklyGroup(well),
      await marks.aWeeklyGroup(well, addDays(today, -20)),
      await marks.aWeeklyGroup([...fading, 2, 2, 2]),
    ];
    const standing = () =>
      Promise.all(groups.map(async (group) => [await marks.open(group), await marks.stands(group)]));
    const sent = () => Promise.all(groups.map(marks.messages));
    const [before, sentBefore] = [await standing(), await sent()];
    expect(before.map(([causes]) => causes)).toEqual([['fading'], [], [], ['at-risk']]);

    await marks.save(0, strict);
    const causes = await Promise.all(groups.map(marks.open));
    expect(causes[0]).toEqual(['at-risk']);
    expect(causes[2]).not.toEqual([]);
    expect(await sent()).toEqual(sentBefore);
    expect(await marks.stepsByMarks(groups[0] as GroupRow)).toEqual(['fading to at-risk marks-changed']);

    await marks.save(1, null);
    expect(await standing()).toEqual(before);
    expect(await sent()).toEqual(sentBefore);
    expect(await marks.stepsByMarks(groups[0] as GroupRow)).toEqual([
      'fading to at-risk marks-changed',
      'at-risk to fading marks-changed',
    ]);
  });

  test('say at the alert that the marks brought it, and that they took it back', async () => {
    const group = await marks.aWeeklyGroup(fading);
    await marks.save(0, strict);
    await marks.save(1, null);
    const rows = await database.query<{ alert: string }>(
      `select cause || ' ' || state || ' ' || (reasons -> 0 ->> 'key') || coalesce(' ' || withdrawn_because, '') as alert
       from alert where group_id = $1 order by state desc, cause desc`,
      [group.id],
    );
    expect(rows.map(({ alert }) => alert)).toEqual([
      expect.stringMatching(/^fading withdrawn (?!marks).* marks-changed$/),
      'at-risk withdrawn marks-changed marks-changed',
      'fading open marks-changed',
    ]);
  });

  test('bring back no alert that people settled', async () => {
    const group = await marks.aWeeklyGroup(fading);
    await database.query(`update alert set state = 'resolved', closed_at = now() where group_id = $1`, [
      group.id,
    ]);
    await marks.save(0, strict);
    expect(await marks.open(group)).toEqual(['at-risk']);
    await marks.save(1, null);
    expect(await marks.open(group)).toEqual([]);
  });
});

describe('laxer marks and back', () => {
  test('take alerts back and bring the same ones again', async () => {
    const groups = [await marks.aWeeklyGroup(fading), await marks.aWeeklyGroup(well, addDays(today, -60))];
    await marks.sweep();
    const before = await Promise.all(groups.map(marks.open));
    expect(before[0]).toEqual(['fading']);
    const sent = await Promise.all(groups.map(marks.messages));
    await marks.save(0, laxer);
    expect(await marks.open(groups[0] as GroupRow)).toEqual([]);
    await marks.save(1, null);
    expect(await Promise.all(groups.map(marks.open))).toEqual(before);
    expect(await Promise.all(groups.map(marks.messages))).toEqual(sent);
  });
});

describe('another engine', () => {
  test('speaks of what it finds on the dashboard, and to nobody by message', async () => {
    const group = await marks.aWeeklyGroup(well, addDays(today, -60));
    await database.query(
      `update group_health set parameter_version = 'rules-1', level = 'steady', by_silence_only = false, quiet = false where group_id = $1`,
      [group.id],
    );
    const sent = await marks.messages(group);
    await database.query(
      `update due set due_at = '2026-06-24T07:00:00Z' where rule = 'silence' and subject_id = $1`,
      [group.id],
    );
    await marks.sweep();
    expect(await marks.open(group)).toEqual(['gone-quiet']);
    expect(await marks.messages(group)).toBe(sent);
    expect((await marks.stands(group))?.parameter_version).toBe(fitted.version);
  });
});

describe('a register that comes with new marks', () => {
  test('is spoken of as any other', async () => {
    const group = await marks.aWeeklyGroup(fading.slice(0, -1));
    expect(await marks.open(group)).toEqual([]);
    const sent = await marks.messages(group);
    await marks.save(0, { ...shipped, watchScore: shipped.watchScore * 0.99 }, false);
    await worker.sweeper.sweep(now);
    await recordMeeting({ database, worker, group }, { on: today, came: 4, at: now });
    await worker.drain(now);
    expect(await marks.open(group)).toEqual(['fading']);
    expect(await marks.messages(group)).toBeGreaterThan(sent);
  });
});

describe('marks that were replaced before anybody looked', () => {
  test('bring no look of their own', async () => {
    const group = await marks.aWeeklyGroup(fading);
    await marks.save(0, strict, false);
    await marks.save(1, null, false);
    await marks.sweep();
    const outcomes = await database.query<{ occurrence: string; outcome: string }>(
      `select occurrence, outcome from due where subject_id = $1 and occurrence like 'policy-%' order by id`,
      [group.id],
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'newer marks were saved: they bring a look of their own',
      'listened',
    ]);
    expect(await marks.stepsByMarks(group)).toEqual([]);
  });
});
