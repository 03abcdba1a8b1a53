import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadGroupHistory } from '@followon/shared/db/groups/group-history';
import { inTransaction } from '@followon/shared/db/transaction';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { assessGroup } from '@followon/shared/rules/health/assess-group';
import type { GroupHistory } from '@followon/shared/rules/health/facts';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting, someMembers } from '../support/meetings.js';

const first = '2026-03-02'; // a Monday
const evening = (n: number) => addDays(first, 7 * n);
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const names = ['ann', 'bob', 'cal', 'dee', 'eve', 'fay', 'gus', 'hal'];

let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  group = await aGroup(database, { siteId });
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

/** One meeting a week of these members. */
async function meet(of: GroupRow, evenings: readonly (readonly string[])[], from = 0): Promise<string[]> {
  const ids: string[] = [];
  for (const [n, present] of evenings.entries()) {
    const on = evening(from + n);
    ids.push(await recordMeeting({ database, worker, group: of }, { on, came: present.length, present }));
  }
  await worker.drain(noonOf(evening(from + evenings.length - 1)));
  return ids;
}

const historyOf = async ({ id, site_id }: GroupRow): Promise<GroupHistory> => {
  const history = await inTransaction(worker.database, { kind: 'site', siteId: site_id }, (manager) =>
    loadGroupHistory(manager, id),
  );
  if (!history) throw new Error('no such group');
  return history;
};

interface Judged {
  readonly level: string | null;
  readonly score: number | null;
  readonly reasons: { key: string }[];
  readonly successor_id: string | null;
  readonly quiet: boolean;
  readonly no_news: boolean;
}

const judged = async ({ id }: GroupRow): Promise<Judged & Record<string, unknown>> => {
  const [row] = await database.query<Judged & Record<string, unknown>>(
    'select level, score, silent_days, expected, confidence, reasons, successor_id, quiet, no_news, parameter_version from group_health where group_id = $1',
    [id],
  );
  if (!row) throw new Error('not judged');
  return row;
};

/** A Monday sweep. */
async function listen(to: GroupRow, on: string): Promise<void> {
  const stream = { streamId: to.id, siteId: to.site_id, occurredAt: noonOf(on) };
  await worker.append({ ...stream, name: 'silence.due.v1', payload: { groupId: to.id, on } });
  await worker.drain(noonOf(on));
}

const namesOnStream = async ({ id }: GroupRow) => {
  const rows = await database.query<{ name: string }>('select name from event where stream_id = $1', [id]);
  return rows.map(({ name }) => name);
};

describe('what the engine is told', () => {
  test('who came where somebody was marked, how many where not, and what the group says of itself', async () => {
    const [ann = '', bob = '', cal = ''] = await someMembers(database, group, names.slice(0, 3));
    const [marked = ''] = await meet(group, [[ann, bob]]);
    await database.query('update attendance set apologies = $2 where meeting_id = $1', [marked, [cal]]);
    await recordMeeting({ database, worker, group }, { on: evening(1), came: 9 });
    await recordMeeting({ database, worker, group }, { on: evening(2), came: 'missing' });
    const place = { site_id: siteId, group_id: group.id };
    await database.insert('group_report', {
      ...{ ...place, kind: 'venue-lost', on_date: evening(1), until_date: evening(2) },
    });
    const { id: accountId } = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    const ofOne = { ...place, account_id: accountId };
    await database.insert('group_role', { ...ofOne, kind: 'contact', from_on: first });
    await database.insert('group_role', { ...ofOne, kind: 'host', from_on: first });
    await database.insert('group_role', { ...ofOne, kind: 'ptv', from_on: first });
    await database.insert('group_role', {
      ...{ ...place, kind: 'host', member_id: bob, from_on: evening(1), until_on: evening(2) },
    });

    const history = await historyOf(group);
    expect(history.meetings).toEqual([
      {
        ...{
          meetingId: marked,
          on: first,
          outcome: 'held',
          headcount: 2,
          headcountOnly: false,
          newcomers: null,
        },
        ...{ attendees: [ann, bob], apologies: 1 },
      },
      expect.objectContaining({ on: evening(1), headcount: 9, headcountOnly: true }),
      expect.objectContaining({ on: evening(2), outcome: 'missing', headcount: null }),
    ]);
    expect(history.meetings.slice(1).filter((meeting) => 'attendees' in meeting)).toEqual([]);
    expect(history).toMatchObject({
      welcomesNew: false,
      reported: [{ kind: 'venue-lost', on: evening(1), until: evening(2) }],
      roles: [
        { on: first, holders: 1, contacts: 1 }, // one person, two roles; the volunteer is none of its own
        { on: evening(1), holders: 2, contacts: 1 },
        { on: evening(2), holders: 1, contacts: 1 },
      ],
    });
  });

  test('nothing of roles where nobody of the group ever held one', async () => {
    const { id } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
    const ptv = { site_id: siteId, group_id: group.id, kind: 'ptv', account_id: id, from_on: first };
    await database.insert('group_role', ptv);
    expect('roles' in (await historyOf(group))).toBe(false);
  });

  test('a hundred registers, each with its people, in order of date', async () => {
    const members = await someMembers(database, group, names);
    await database.query(
      `with added as (insert into meeting (site_id, group_id, held_on, outcome, headcount, named)
         select $1, $2, date '2024-01-01' + 7 * n, 'held', 8, true from generate_series(1, 100) n returning id)
       insert into attendance (meeting_id, site_id, group_id, present) select id, $1, $2, $3 from added`,
      [siteId, group.id, members],
    );
    const history = await historyOf(group);
    expect(history.meetings).toHaveLength(100);
    expect(history.meetings.every(({ attendees }) => attendees?.length === 8)).toBe(true);
    const dates = history.meetings.map(({ on }) => on);
    expect(dates).toEqual(dates.toSorted());
  });
});

describe('judging by who came', () => {
  test('stores what the engine says of the whole history, and the version of its numbers', async () => {
    const members = await someMembers(database, group, names);
    await meet(group, [members, members.slice(0, 6), members.slice(2), members, members.slice(1, 6)]);
    const said = assessGroup(await historyOf(group), evening(4));
    const { score, confidence, expected, silentDays } = said;
    expect(await judged(group)).toMatchObject({ score, confidence, expected, silent_days: silentDays });
    expect(score).toBeGreaterThan(0);
    expect((await judged(group)).parameter_version).toMatch(/^health-\d/);
  });

  test('other people in the same numbers give another score', async () => {
    const other = await aGroup(database, { siteId });
    const steady = await someMembers(database, group, names);
    const changing = await someMembers(database, other, [...names, ...names.map((name) => `new ${name}`)]);
    await meet(
      group,
      Array.from({ length: 8 }, () => steady.slice(0, 4)),
    );
    await meet(
      other,
      Array.from({ length: 8 }, (_, n) => changing.slice(2 * n, 2 * n + 4)),
    );
    expect((await judged(group)).score).not.toBe((await judged(other)).score);
  });
});

describe('people’s roles and what they report', () => {
  test('a last contact person who steps down is heeded at once', async () => {
    const members = await someMembers(database, group, names);
    const [ann, bob] = members;
    const held = { site_id: siteId, group_id: group.id, from_on: first };
    await database.insert('group_role', { ...held, kind: 'contact', member_id: ann });
    await database.insert('group_role', { ...held, kind: 'host', member_id: bob });
    await meet(
      group,
      Array.from({ length: 5 }, () => members),
    );
    expect((await judged(group)).reasons).toEqual([]);

    const vacated = await database.query<{ id: string }>(
      `update group_role set until_on = $2 where group_id = $1 and kind = 'contact' returning id`,
      [group.id, evening(5)],
    );
    await worker.append({
      ...{ name: 'role.vacated.v1', streamId: group.id, siteId, occurredAt: noonOf(evening(5)) },
      payload: { groupId: group.id, roleId: vacated[0]?.id ?? '', kind: 'contact' },
    });
    await worker.drain(noonOf(evening(5)));
    const { level, reasons } = await judged(group);
    expect({ level, keys: reasons.map(({ key }) => key) }).toEqual({
      level: 'watch',
      keys: ['roles-vacant'],
    });
  });
});

describe('a group whose people meet under another name', () => {
  let walk: GroupRow;
  const quietOn = evening(14);

  beforeEach(async () => {
    walk = await aGroup(database, { siteId, name: 'Walk' });
    const here = await someMembers(database, group, names);
    await meet(
      group,
      Array.from({ length: 8 }, () => here),
    );
  });

  test('is not alarmed about: it carries on, its level stays, and nobody is told that it went quiet', async () => {
    const there = await someMembers(database, walk, [...names.slice(0, 5), 'zoe']);
    await meet(walk, [there, there], 8);
    await listen(group, quietOn);
    expect(await judged(group)).toMatchObject({
      ...{ level: 'steady', successor_id: walk.id, quiet: false, no_news: false },
      reasons: [{ key: 'carries-on', lastOn: evening(7), meetingIds: [] }],
    });
    expect(await namesOnStream(group)).not.toContain('group.went-quiet.v1');
    expect(await database.query('select 1 from alert where group_id = $1', [group.id])).toEqual([]);
    expect(await database.query('select 1 from nudge where group_id = $1', [group.id])).toEqual([]);
  });

  test('goes quiet like any other when only a few of its people are there, or when they came too late', async () => {
    const few = await someMembers(database, walk, [...names.slice(0, 3), 'zoe']);
    await meet(walk, [few], 8);
    const late = await aGroup(database, { siteId, name: 'Later' });
    await meet(late, [await someMembers(database, late, names)], 12);
    await listen(group, quietOn);
    expect(await judged(group)).toMatchObject({ level: 'fading', successor_id: null, quiet: true });
  });

  test('is not looked for at another site', async () => {
    const abroad = await aGroup(database);
    await meet(abroad, [await someMembers(database, abroad, names)], 8);
    await listen(group, quietOn);
    expect(await judged(group)).toMatchObject({ successor_id: null, quiet: true });
  });

  test('has its alert taken back when the other group’s registers come in late', async () => {
    await listen(group, quietOn);
    expect(await database.query('select cause, state from alert where group_id = $1', [group.id])).toEqual([
      { cause: 'gone-quiet', state: 'open' },
    ]);
    const there = await someMembers(database, walk, names);
    await meet(walk, [there], 8);
    await listen(group, addDays(quietOn, 7));
    expect(await database.query('select cause, state from alert where group_id = $1', [group.id])).toEqual([
      { cause: 'gone-quiet', state: 'withdrawn' },
    ]);
    expect(await judged(group)).toMatchObject({ level: 'steady', successor_id: walk.id });
  });

  test('carries on no longer when it meets again itself', async () => {
    const there = await someMembers(database, walk, names);
    await meet(walk, [there], 8);
    await listen(group, quietOn);
    await recordMeeting({ database, worker, group }, { on: quietOn, came: 6 });
    await worker.drain(noonOf(quietOn));
    const { successor_id, reasons } = await judged(group);
    expect(successor_id).toBeNull();
    expect(reasons.map(({ key }) => key)).not.toContain('carries-on');
  });
});
