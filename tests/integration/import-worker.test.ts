import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { aGroup } from '../support/a-group.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

const now = new Date('2026-11-02T12:00:00Z');
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let accountId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  accountId = (await anAccount(database, { roles: [{ role: 'site-admin', siteId }] })).id;
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

interface Line {
  readonly group: string;
  readonly on: string;
  readonly outcome?: string;
  readonly headcount?: number | null;
  readonly people?: readonly string[];
  readonly site?: string;
}

const hashed = (reference: string) => createHash('sha256').update(reference).digest('hex');

/** An upload as the API leaves it for the worker. */
async function stage(lines: readonly Line[], over: object = {}): Promise<string> {
  const run = await database.insert<{ id: string }>('import_run', {
    account_id: accountId,
    site_id: siteId,
    state: 'running',
    dry_run: false,
    kept: lines.length,
    ...over,
  });
  const rows = lines.map(
    ({ group, on, outcome = 'held', headcount = 8, people = [], site = siteId }, index) => ({
      ...{ import_id: run.id, line: index + 2, site_id: site, group_name: group, held_on: on, outcome },
      ...{ headcount: outcome === 'held' ? headcount : null, attendees: people.map(hashed) },
    }),
  );
  await database.query(
    `insert into import_line (import_id, line, site_id, group_name, held_on, outcome, headcount, attendees)
     select import_id, line, site_id, group_name, held_on, outcome, headcount, attendees
     from jsonb_to_recordset($1::jsonb) as l(import_id uuid, line int, site_id uuid, group_name text, held_on date, outcome text, headcount int, attendees text[])`,
    [JSON.stringify(rows)],
  );
  return run.id;
}

const apply = async () => {
  while (await worker.importer.step(now));
};
const run = async (id: string) =>
  (
    await database.query(
      'select state, applied, created, groups, ended_at is not null as ended from import_run where id = $1',
      [id],
    )
  )[0];
const weekly = (group: string, count: number, came: (n: number) => number = () => 8): Line[] =>
  Array.from({ length: count }, (_, n) => ({ group, on: addDays('2026-01-05', 7 * n), headcount: came(n) }));
const meetings = () =>
  database.query(
    `select g.name, m.held_on::text as on, m.outcome, m.headcount, m.reason, m.named from meeting m join follow_on_group g on g.id = m.group_id where m.site_id = $1 order by g.name, m.held_on`,
    [siteId],
  );
const namesOf = async (group: string) =>
  (
    await database.query<{ name: string }>(
      `select e.name from event e join follow_on_group g on g.id = e.stream_id where g.site_id = $1 and g.name = $2 and e.origin = 'import' order by e.seq`,
      [siteId, group],
    )
  ).map(({ name }) => name);

describe('applying an import', () => {
  test('makes the groups with the rhythm of their dates, and every line a meeting with its event', async () => {
    const id = await stage([
      ...weekly('Thursday', 5),
      { group: 'Monthly', on: '2026-01-10', outcome: 'not_held' },
      { group: 'Monthly', on: '2026-02-10', outcome: 'cancelled' },
      { group: 'Monthly', on: '2026-03-10', outcome: 'missing' },
      { group: 'Monthly', on: '2026-04-10', headcount: 6 },
    ]);
    await apply();
    expect(await run(id)).toEqual({ state: 'done', applied: 9, created: 9, groups: 2, ended: true });
    const groups = await database.query(
      'select name, cadence, formed_on::text from follow_on_group where site_id = $1 order by name',
      [siteId],
    );
    expect(groups).toEqual([
      { name: 'Monthly', cadence: 'monthly', formed_on: '2026-01-10' },
      { name: 'Thursday', cadence: 'weekly', formed_on: '2026-01-05' },
    ]);
    expect((await meetings()).slice(0, 4)).toEqual([
      {
        name: 'Monthly',
        on: '2026-01-10',
        outcome: 'not-held',
        headcount: null,
        reason: 'not-said',
        named: false,
      },
      {
        name: 'Monthly',
        on: '2026-02-10',
        outcome: 'not-held',
        headcount: null,
        reason: 'not-said',
        named: false,
      },
      { name: 'Monthly', on: '2026-03-10', outcome: 'missing', headcount: null, reason: null, named: false },
      { name: 'Monthly', on: '2026-04-10', outcome: 'held', headcount: 6, reason: null, named: false },
    ]);
    expect(await namesOf('Monthly')).toEqual([
      ...[
        'group.formed.v1',
        'meeting.not-held.v1',
        'meeting.not-held.v1',
        'register.missing.v1',
        'meeting.held.v1',
        'registers.imported.v1',
      ],
    ]);
  });

  test('knows a person again by the hash alone, and keeps no staged reference', async () => {
    const id = await stage([
      { group: 'Named', on: '2026-01-05', headcount: 2, people: ['ada', 'ben'] },
      { group: 'Named', on: '2026-01-12', headcount: 3, people: ['ada', 'cem'] },
      { group: 'Other', on: '2026-01-12', headcount: 1, people: ['ada'] },
    ]);
    await apply();
    const [people] = await database.query(
      `select (select count(*)::int from member where site_id = $1) as members, (select sum(cardinality(present))::int from attendance where site_id = $1) as marks,
         (select count(*)::int from member where site_id = $1 and display_name is not null) as named`,
      [siteId],
    );
    expect(people).toEqual({ members: 4, marks: 5, named: 0 });
    expect(await database.query('select 1 from import_line where import_id = $1', [id])).toEqual([]);
  });

  test('the same lines again add nothing and say nothing', async () => {
    await stage(weekly('Twice', 6));
    await apply();
    const before = [await meetings(), await namesOf('Twice')];
    const again = await stage(weekly('Twice', 6));
    await apply();
    expect([await meetings(), await namesOf('Twice')]).toEqual(before);
    expect(await run(again)).toMatchObject({ state: 'done', applied: 6, created: 0, groups: 1 });
  });

  test('a meeting that is there stays as it is', async () => {
    const group = await aGroup(database, { siteId, name: 'Known' });
    await database.insert('meeting', {
      site_id: siteId,
      group_id: group.id,
      held_on: '2026-01-05',
      outcome: 'held',
      headcount: 12,
    });
    await stage([
      { group: 'Known', on: '2026-01-05', headcount: 3 },
      { group: 'Known', on: '2026-01-12', headcount: 4 },
    ]);
    await apply();
    expect((await meetings()).map(({ headcount }) => headcount as number)).toEqual([12, 4]);
  });

  test.each(['planned', 'missing'])('a meeting that was %s learns how it went', async (outcome) => {
    const group = await aGroup(database, { siteId, name: 'Waiting' });
    const waiting = { site_id: siteId, group_id: group.id, held_on: '2026-01-05', outcome };
    await database.insert('meeting', waiting);
    const id = await stage([{ group: 'Waiting', on: '2026-01-05', headcount: 9, people: ['ada'] }]);
    await apply();
    expect(await meetings()).toMatchObject([{ outcome: 'held', headcount: 9, named: true }]);
    expect(await run(id)).toMatchObject({ created: 1 });
    expect(await namesOf('Waiting')).toEqual(['meeting.held.v1', 'registers.imported.v1']);
  });

  test('one group is meant however its name is written', async () => {
    await aGroup(database, { siteId, name: 'Quay' });
    await stage([
      { group: 'QUAY', on: '2026-01-05' },
      { group: 'Pier', on: '2026-01-05' },
      { group: 'pier', on: '2026-01-12' },
    ]);
    await apply();
    const groups = await database.query<{ name: string }>(
      'select name from follow_on_group where site_id = $1 order by lower(name)',
      [siteId],
    );
    expect(groups.map(({ name }) => name.toLowerCase())).toEqual(['pier', 'quay']);
    expect(await meetings()).toHaveLength(3);
  });

  test('lines of several sites go to their own', async () => {
    const other = (await aSite(database)).id;
    const id = await stage([
      { group: 'Here', on: '2026-01-05' },
      { group: 'There', on: '2026-01-05', site: other },
    ]);
    await apply();
    expect(await run(id)).toMatchObject({ state: 'done', created: 2, groups: 2 });
    expect(await database.query('select site_id from follow_on_group where name = $1', ['There'])).toEqual([
      { site_id: other },
    ]);
  });

  test('a dry run and one that is still arriving are left alone', async () => {
    const [dry, arriving] = [
      await stage(weekly('Dry', 2), { dry_run: true }),
      await stage(weekly('Dry', 2), { state: 'receiving' }),
    ];
    await apply();
    expect([await run(dry), await run(arriving)]).toMatchObject([{ applied: 0 }, { applied: 0 }]);
  });
});

describe('a worker that dies in the middle', () => {
  test('leaves whole batches only, and the next goes on where it stopped', async () => {
    const id = await stage(weekly('Long', 1_100, (n) => (n % 7) + 3));
    expect(await worker.importer.step(now)).toBe(true);
    expect(await run(id)).toMatchObject({ state: 'running', applied: 500, created: 500 });

    const second = await aWorker(database);
    try {
      while (await second.importer.step(now));
    } finally {
      await second.close();
    }
    expect(await run(id)).toEqual({ state: 'done', applied: 1_100, created: 1_100, groups: 1, ended: true });
    expect(await namesOf('Long')).toHaveLength(1_102);
  });

  test('two workers at once apply each line once', async () => {
    const id = await stage(weekly('Shared', 1_100));
    const second = await aWorker(database);
    const all = async (who: TestWorker) => {
      for (let waits = 0; waits < 20; waits += 1) if (await who.importer.step(now)) waits = 0;
    };
    try {
      await Promise.all([all(worker), all(second)]);
    } finally {
      await second.close();
    }
    expect(await run(id)).toMatchObject({ state: 'done', applied: 1_100, created: 1_100 });
    expect((await namesOf('Shared')).filter((name) => name === 'registers.imported.v1')).toHaveLength(1);
  });
});

test('an import that can never be applied is given up and holds nobody back', async () => {
  const bad = await stage([{ group: 'Bad', on: '2026-01-05', headcount: 501 }]);
  await eventually('the import is given up', async () => {
    await worker.importer.step(now);
    return ((await run(bad)) as { state: string }).state === 'failed';
  });
  expect(await run(bad)).toMatchObject({ state: 'failed', applied: 0 });
  const good = await stage(weekly('Good', 2));
  await apply();
  expect(await run(good)).toMatchObject({ state: 'done' });
});

test('an import that fails half-way ends what it did, keeps no references, and goes on when it is sent again', async () => {
  const lines = weekly('Half', 600, (n) => (n < 550 ? 8 : 501)).map((line) => ({ ...line, people: ['ada'] }));
  const id = await stage(lines);
  await eventually('the import is given up', async () => {
    await worker.importer.step(now);
    return ((await run(id)) as { state: string }).state === 'failed';
  });
  expect(await run(id)).toMatchObject({ applied: 500, created: 500 });
  expect((await namesOf('Half')).at(-1)).toBe('registers.imported.v1');
  expect(await database.query('select 1 from import_line where import_id = $1', [id])).toEqual([]);

  const again = await stage(weekly('Half', 600));
  await apply();
  expect(await run(again)).toMatchObject({ state: 'done', created: 100 });
});

test('imported registers are judged meeting by meeting and end in one alert', async () => {
  await stage(weekly('Fading', 9, (n) => (n < 6 ? 8 : 4)));
  await apply();
  await worker.drain(now);
  const [group] = await database.query<{ id: string; level: string }>(
    'select g.id, h.level from follow_on_group g join group_health h on h.group_id = g.id where g.site_id = $1',
    [siteId],
  );
  expect(group?.level).toBe('fading');
  const steps = await database.query(
    'select to_level, changed_on::text from group_level_change where group_id = $1 order by id',
    [group?.id],
  );
  expect(steps).toMatchObject([{ to_level: 'steady' }, { to_level: 'watch' }, { to_level: 'fading' }]);
  expect(
    await database.query('select cause, state from alert where group_id = $1', [group?.id]),
  ).toHaveLength(1);
});

test('who came in imported registers counts in the score, and is in no event', async () => {
  const came = (n: number) =>
    Array.from({ length: 6 }, (_, seat) => `person ${n % 2 === 0 ? seat : seat * 3}`);
  const named = weekly('Named', 20).map((line, n) => ({ ...line, headcount: 6, people: came(n) }));
  const counted = weekly('Counted', 20, () => 6);
  await stage([...named, ...counted]);
  await apply();
  await worker.drain(now);
  const judged = await database.query<{ name: string; score: number; expected: object }>(
    `select g.name, h.score, h.expected from group_health h join follow_on_group g on g.id = h.group_id where g.site_id = $1 order by g.name`,
    [siteId],
  );
  const [byCounts, byNames] = judged;
  expect([byCounts?.name, byNames?.name]).toEqual(['Counted', 'Named']);
  expect(byNames?.score).toBeGreaterThan(0);
  expect(byNames?.score).not.toBe(byCounts?.score);
  expect(byNames?.expected).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
  const members = await database.query<{ id: string }>('select id from member where site_id = $1', [siteId]);
  const events = await database.query<{ text: string }>(
    'select payload::text as text from event where site_id = $1',
    [siteId],
  );
  const told = events.filter(({ text }) => members.some(({ id }) => text.includes(id)));
  expect([members.length > 6, told]).toEqual([true, []]);
});
