import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { momentsOfDay } from '../../apps/worker/src/time/time-machine.js';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
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

const aDue = (group: GroupRow, rule: string, dueAt: Date, occurrence = '2026-04-06') =>
  database.insert<{ id: number }>('due', {
    rule,
    site_id: group.site_id,
    stream_id: group.id,
    subject_id: group.id,
    occurrence,
    due_at: dueAt,
  });
const dueRows = (groupId: string) =>
  database.query<{ rule: string; occurrence: string; outcome: string | null }>(
    `select rule, occurrence, outcome from due where subject_id = $1 and rule not in ('winter', 'roles-turn') order by due_at, id`,
    [groupId],
  );
const countOf = async (group: GroupRow, name: string) =>
  (await database.query('select 1 from event where stream_id = $1 and name = $2', [group.id, name])).length;

describe('a due day', () => {
  test('is done once, however many sweep at once', async () => {
    const group = await aGroup(database);
    await aDue(group, 'silence', noonOf('2026-04-06'));
    await Promise.all([1, 2, 3, 4].map(() => worker.sweeper.sweep(noonOf('2026-04-06'))));
    expect(await countOf(group, 'silence.due.v1')).toBe(1);
  });

  test('is not done before its time', async () => {
    const group = await aGroup(database);
    await aDue(group, 'silence', noonOf('2026-04-06'));
    await worker.sweeper.sweep(new Date('2026-04-06T11:59:00Z'));
    expect(await countOf(group, 'silence.due.v1')).toBe(0);
  });

  test('that cannot be done holds nobody back, is left whole and done later', async () => {
    const [broken, healthy] = [await aGroup(database), await aGroup(database)];
    await aDue(broken, 'no-such-rule', new Date('2026-04-06T06:00:00Z'));
    await aDue(healthy, 'silence', new Date('2026-04-06T07:00:00Z'));
    await worker.sweeper.sweep(noonOf('2026-04-06'));
    expect(await countOf(healthy, 'silence.due.v1')).toBe(1);
    expect(await dueRows(broken.id)).toEqual([
      { rule: 'no-such-rule', occurrence: '2026-04-06', outcome: null },
    ]);
    await database.query(`update due set rule = 'silence' where subject_id = $1`, [broken.id]);
    await worker.sweeper.sweep(noonOf('2026-04-06'));
    expect(await countOf(broken, 'silence.due.v1')).toBe(1);
  });

  test('after weeks of downtime silence is looked at once, and again next Monday', async () => {
    const group = await aGroup(database);
    await aDue(group, 'silence', noonOf('2026-04-06'));
    await worker.sweeper.sweep(noonOf('2026-05-20'));
    await worker.sweeper.sweep(noonOf('2026-05-20'));
    expect(await countOf(group, 'silence.due.v1')).toBe(1);
    expect(await dueRows(group.id)).toEqual([
      { rule: 'silence', occurrence: '2026-04-06', outcome: 'listened' },
      { rule: 'silence', occurrence: '2026-05-25', outcome: null },
    ]);
  });

  test('more than a page of them is done in one go', async () => {
    const group = await aGroup(database, { state: 'closed' });
    for (let n = 0; n < 230; n += 1) await aDue(group, 'silence', noonOf('2026-04-06'), `n${n}`);
    expect(await worker.sweeper.sweep(noonOf('2026-04-06'))).toBeGreaterThanOrEqual(230);
  });
});

describe('a rest that is over', () => {
  test('asks its people, and leaves the group at rest until they say so', async () => {
    const group = await aGroup(database, { state: 'resting', headcounts: [6] });
    await database.query(`update follow_on_group set resting_until = '2026-05-04' where id = $1`, [group.id]);
    const rest = { site_id: group.site_id, group_id: group.id, from_on: '2026-04-06' };
    await database.insert('group_rest', { ...rest, until_on: '2026-05-04' });
    const rested = { groupId: group.id, from: '2026-04-06', until: '2026-05-04' };
    await worker.append({
      ...{ name: 'group.rested.v1', streamId: group.id, siteId: group.site_id },
      ...{ occurredAt: noonOf('2026-04-06'), payload: rested },
    });
    await worker.drain(noonOf('2026-04-06'));
    await worker.sweeper.sweep(noonOf('2026-05-04'));
    const [row] = await database.query<{ state: string }>('select state from follow_on_group where id = $1', [
      group.id,
    ]);
    expect(row?.state).toBe('resting');
    expect(await countOf(group, 'group.resumed.v1')).toBe(0);
  });
});

describe('the time machine', () => {
  test('lives through every day: a register that never comes is asked for, the message is sent, then the clock moves', async () => {
    const group = await aGroup(database);
    const { id } = await anAccount(database, { roles: [{ role: 'contact', siteId: group.site_id }] });
    await database.insert('group_role', {
      site_id: group.site_id,
      group_id: group.id,
      kind: 'contact',
      account_id: id,
      from_on: '2026-01-01',
    });
    const on = addDays(londonDate(new Date()), 1);
    await recordMeeting({ database, worker, group }, { on, came: 'planned', at: new Date() });
    await worker.drain(new Date());

    await database.query('update business_clock set target_days = offset_days + 7');
    expect(await worker.timeMachine.travel()).toBe(7);
    const [clock] = await database.query('select offset_days, target_days from business_clock');
    expect(clock).toEqual({ offset_days: 7, target_days: 7 });
    const [asked] = await database.query<{ state: string; later: number }>(
      `select state, extract(day from sent_at - now())::int as later from nudge where group_id = $1 and key = 'how_was_it'`,
      [group.id],
    );
    expect(asked?.state).toBe('sent');
    expect(asked?.later).toBeGreaterThanOrEqual(1);
    expect(await worker.timeMachine.travel()).toBe(0);
  });

  test('two workers live through each day once', async () => {
    await database.query('update business_clock set target_days = offset_days + 3');
    const lived = await Promise.all([worker.timeMachine.travel(), worker.timeMachine.travel()]);
    expect(lived[0] + lived[1]).toBe(3);
  });
});

test.each([
  {
    start: '2026-03-02T09:00:00Z',
    moments: ['2026-03-02T12:00:00.000Z', '2026-03-03T08:00:00.000Z', '2026-03-03T09:00:00.000Z'],
  },
  {
    start: '2026-03-02T21:00:00Z',
    moments: ['2026-03-03T08:00:00.000Z', '2026-03-03T12:00:00.000Z', '2026-03-03T21:00:00.000Z'],
  },
  {
    start: '2026-06-02T21:00:00Z',
    moments: ['2026-06-03T07:00:00.000Z', '2026-06-03T11:00:00.000Z', '2026-06-03T21:00:00.000Z'],
  },
])('a day from $start has a morning and a noon at which messages may leave', ({ start, moments }) => {
  expect(momentsOfDay(new Date(start)).map((moment) => moment.toISOString())).toEqual(moments);
});

test('a due row of a site that the sweep does not act for is never touched by another', async () => {
  const [one, other] = [await aGroup(database), await aGroup(database)];
  await database.insert('due', {
    rule: 'silence',
    site_id: one.site_id,
    stream_id: other.id,
    subject_id: other.id,
    occurrence: randomUUID(),
    due_at: noonOf('2026-04-06'),
  });
  await worker.sweeper.sweep(noonOf('2026-04-06'));
  expect(await countOf(other, 'silence.due.v1')).toBe(0);
});
