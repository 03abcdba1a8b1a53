import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const first = '2026-03-02'; // a Monday
const evening = (n: number) => addDays(first, 7 * n);
const morningOf = (day: string) => new Date(`${day}T09:00:00Z`);
const lastMet = evening(5);
const askOn = addDays(lastMet, 7 + 3);

let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;
let hostId: string;
let contactId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  group = await aGroup(database);
  const siteId = group.site_id;
  const held = { site_id: siteId, group_id: group.id, from_on: first };
  hostId = (await anAccount(database, { roles: [{ role: 'contact', siteId }] })).id;
  contactId = (await anAccount(database, { roles: [{ role: 'contact', siteId }] })).id;
  await database.insert('group_role', { ...held, kind: 'host', account_id: hostId });
  await database.insert('group_role', { ...held, kind: 'contact', account_id: contactId });
  await meet(0, 6);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

/** One meeting a week. */
async function meet(from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += 1)
    await recordMeeting({ database, worker, group }, { on: evening(n), came: 8 });
  await worker.drain(new Date(`${evening(from + count - 1)}T12:00:00Z`));
}

/** Every morning from one day to another the sweeps run, and what follows from them. */
async function live(from: string, to: string): Promise<void> {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await worker.sweeper.sweep(morningOf(day));
    await worker.drain(morningOf(day));
  }
}

const asked = async () =>
  database.query<Record<string, unknown>>(
    `select person_id, state, reason, figures, use_by from nudge where group_id = $1 and key = 'did_you_meet' order by due_at`,
    [group.id],
  );
const standing = async () =>
  (
    await database.query(
      `select g.state, h.level, h.quiet, h.no_news from follow_on_group g join group_health h on h.group_id = g.id where g.id = $1`,
      [group.id],
    )
  )[0];
const change = (sql: string, ...values: unknown[]) => database.query(sql, [group.id, ...values]);

describe('a group that was expected and of which nobody has said anything', () => {
  test('has its host asked three days later, not before, and only the host', async () => {
    await live(addDays(lastMet, 1), addDays(askOn, -1));
    expect(await asked()).toEqual([]);
    await live(askOn, askOn);
    expect(await asked()).toMatchObject([
      { person_id: hostId, state: 'planned', figures: { on: addDays(lastMet, 7), lastOn: lastMet } },
    ]);
  });

  test('is asked once in a silence, however often one looks and whoever holds the roles', async () => {
    await live(addDays(lastMet, 1), askOn);
    await change(`update group_role set until_on = $2 where group_id = $1 and kind = 'host'`, askOn);
    await live(addDays(askOn, 1), addDays(askOn, 40));
    expect(await asked()).toHaveLength(1);
    const on = addDays(askOn, 41);
    const sweep = { name: 'silence.due.v1', streamId: group.id, siteId: group.site_id } as const;
    const again = { ...sweep, payload: { groupId: group.id, on }, occurredAt: morningOf(on) };
    await worker.append(again, again);
    await worker.drain(morningOf(on));
    expect(await asked()).toHaveLength(1);
  });

  test('has its contact people asked where there is no host whom one can reach', async () => {
    await database.query('update account set disabled_at = now() where id = $1', [hostId]);
    await live(addDays(lastMet, 1), askOn);
    expect(await asked()).toMatchObject([{ person_id: contactId, state: 'planned' }]);
  });

  test('is asked again only after it has met again', async () => {
    await live(addDays(lastMet, 1), askOn);
    await meet(7, 1); // two weeks after the last one
    await live(addDays(evening(7), 1), addDays(evening(7), 12));
    expect(await asked()).toHaveLength(2);
    expect((await asked())[1]).toMatchObject({ state: 'planned', figures: { lastOn: evening(7) } });
  });

  test('is not asked again when it said that it did not meet, for it is the same silence', async () => {
    await live(addDays(lastMet, 1), askOn);
    await recordMeeting(
      { database, worker, group },
      { on: evening(6), came: 'not-held', at: morningOf(askOn) },
    );
    await worker.drain(morningOf(askOn));
    await live(addDays(askOn, 1), addDays(askOn, 21));
    expect(await asked()).toHaveLength(1);
  });
});

describe('nobody is asked', () => {
  test('when a register came in meanwhile', async () => {
    await meet(6, 1);
    await live(addDays(evening(6), 1), askOn);
    expect(await asked()).toEqual([]);
  });

  test('while a date is planned, nor when its register was asked for already', async () => {
    const on = addDays(lastMet, 21);
    await recordMeeting({ database, worker, group }, { on, came: 'planned', at: morningOf(lastMet) });
    await worker.drain(new Date(`${lastMet}T13:00:00Z`));
    await live(addDays(lastMet, 1), addDays(on, 5));
    expect(await asked()).toEqual([]);
    const others = await change(
      `select distinct key from nudge where group_id = $1 and state = 'planned' and key <> 'hand_round_roles' order by key`,
    );
    expect(others).toMatchObject([{ key: 'how_was_it' }, { key: 'register_missing' }]);
  });

  test('while the group rests; afterwards the days of the break do not count', async () => {
    const backOn = addDays(lastMet, 35);
    const stream = { streamId: group.id, siteId: group.site_id };
    await change(`update follow_on_group set state = 'resting', resting_until = $2 where id = $1`, backOn);
    await database.insert('group_rest', {
      ...{ site_id: group.site_id, group_id: group.id, from_on: addDays(lastMet, 1), until_on: backOn },
    });
    await worker.append({
      ...{ ...stream, name: 'group.rested.v1', occurredAt: morningOf(addDays(lastMet, 1)) },
      payload: { groupId: group.id, from: addDays(lastMet, 1), until: backOn },
    });
    await worker.drain(morningOf(addDays(lastMet, 1)));
    await live(addDays(lastMet, 2), backOn);
    // Its people are asked if they are ready, and say so on that day.
    await change(`update follow_on_group set state = 'meeting', resting_until = null where id = $1`);
    await change(`update group_rest set until_on = $2 where group_id = $1`, backOn);
    await worker.append({
      ...{ ...stream, name: 'group.resumed.v1', occurredAt: morningOf(backOn) },
      payload: { groupId: group.id, on: backOn },
    });
    await live(addDays(backOn, 1), addDays(backOn, 8));
    expect(await asked()).toEqual([]);
    await live(addDays(backOn, 9), addDays(backOn, 9));
    expect(await asked()).toMatchObject([{ state: 'planned' }]);
  });

  test('when the group has switched its messages off: it is thought of, and held back', async () => {
    await change('update follow_on_group set messages_off = true where id = $1');
    await live(addDays(lastMet, 1), addDays(askOn, 20));
    expect(await asked()).toMatchObject([{ state: 'suppressed', reason: 'switched-off' }]);
  });

  test('when the group has just said something else about itself', async () => {
    await database.insert('group_report', {
      ...{ site_id: group.site_id, group_id: group.id, kind: 'venue-lost', on_date: addDays(askOn, -1) },
    });
    await live(addDays(lastMet, 1), addDays(askOn, 10));
    expect(await asked()).toEqual([]);
  });

  test('about a silence that an import tells of long afterwards', async () => {
    const other = await aGroup(database, { siteId: group.site_id });
    for (let n = 0; n < 6; n += 1)
      await recordMeeting({ database, worker, group: other }, { on: evening(n), came: 8, origin: 'import' });
    const now = morningOf(addDays(lastMet, 200));
    await worker.append({
      ...{ name: 'registers.imported.v1', streamId: other.id, siteId: other.site_id, origin: 'import' },
      ...{ payload: { groupId: other.id, importId: other.id, meetings: 6 }, occurredAt: now },
    });
    await worker.drain(now);
    await worker.sweeper.sweep(now);
    await worker.drain(now);
    expect(await database.query(`select 1 from due where subject_id = $1 and rule = 'did-you-meet'`, [other.id])).toEqual([]); // prettier-ignore
    expect(await database.query(`select 1 from nudge where group_id = $1`, [other.id])).toEqual([]);
  });
});

describe('without an answer', () => {
  test('silence raises no more than fading, and then the group’s state is unknown: nothing is ever a zero', async () => {
    await live(addDays(lastMet, 1), addDays(lastMet, 20));
    expect(await standing()).toMatchObject({ state: 'meeting', no_news: false });
    await live(addDays(lastMet, 21), addDays(lastMet, 28));
    expect(await standing()).toMatchObject({ state: 'unknown', no_news: true });
    await live(addDays(lastMet, 29), addDays(lastMet, 120));
    expect(await standing()).toMatchObject({ state: 'unknown', level: 'fading', quiet: true });
    const headcounts = await change('select headcount from meeting where group_id = $1 and headcount = 0');
    expect(headcounts).toEqual([]);
    const levels = await change(
      `select 1 from group_level_change where group_id = $1 and to_level = 'at-risk'`,
    );
    expect(levels).toEqual([]);
  });

  test('an answer that comes at last makes it a group that meets again', async () => {
    await live(addDays(lastMet, 1), addDays(lastMet, 40));
    await recordMeeting({ database, worker, group }, { on: evening(11), came: 7 });
    await worker.drain(new Date(`${evening(11)}T12:00:00Z`));
    expect(await standing()).toMatchObject({ state: 'meeting', no_news: false, quiet: false });
  });

  test('a question that was answered while it waited does not leave', async () => {
    await live(addDays(lastMet, 1), askOn);
    await recordMeeting({ database, worker, group }, { on: evening(6), came: 7, at: morningOf(askOn) });
    await worker.deliverer.deliver(new Date(`${askOn}T10:00:00Z`));
    expect(
      await change(
        `select d.state, d.reason from delivery d join nudge n on n.id = d.nudge_id where n.group_id = $1 and n.key = 'did_you_meet'`,
      ),
    ).toEqual([{ state: 'suppressed', reason: 'no-longer-true' }]);
  });

  test('the question leaves while it still stands', async () => {
    await live(addDays(lastMet, 1), askOn);
    await worker.deliverer.deliver(new Date(`${askOn}T10:00:00Z`));
    const [sent] = await change(`select state from nudge where group_id = $1 and key = 'did_you_meet'`);
    expect(sent).toEqual({ state: 'sent' });
  });
});
