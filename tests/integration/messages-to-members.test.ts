import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { saysTo } from '../support/consents.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { recordMeeting } from '../support/meetings.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  group = await aGroup(database, { headcounts: [6] }); // met on 2 March 2026, a Monday
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const aMember = (over: object = {}) =>
  database.insert<{ id: string }>('member', {
    ...{ site_id: group.site_id, group_id: group.id, display_name: 'Sam', wants_messages: true },
    ...{ joined_on: '2026-01-01', ...over },
  });
const live = async (day: string) => {
  await worker.sweeper.sweep(noonOf(day));
  await worker.drain(noonOf(day));
  await worker.deliverer.deliver(noonOf(day));
};
const sent = async (key: string) => {
  const rows = await database.query<{ person_id: string; line: string }>(
    `select person_id, state || coalesce(' ' || reason, '') as line from nudge where group_id = $1 and key = $2 order by due_at, person_id`,
    [group.id, key],
  );
  return rows.map(({ person_id, line }) => `${person_id} ${line}`);
};

describe('a meeting', () => {
  const plan = async (on: string, day = '2026-03-04') => {
    const id = await recordMeeting({ database, worker, group }, { on, came: 'planned', at: noonOf(day) });
    await worker.drain(noonOf(day));
    return id;
  };

  test('is told two days before to the members who asked for it', async () => {
    const member = await aMember();
    await aMember({ wants_messages: false });
    await plan('2026-03-20'); // a Friday
    await live('2026-03-17');
    expect(await sent('meeting_reminder')).toEqual([]);
    await live('2026-03-18');
    await live('2026-03-18');
    expect(await sent('meeting_reminder')).toEqual([`${member.id} sent`]);
  });

  test.each([
    { what: 'moved', sql: `held_on = '2026-03-27'` },
    { what: 'called off', sql: `outcome = 'not-held'` },
  ])('that was $what takes its reminder back', async ({ sql }) => {
    const member = await aMember();
    const id = await plan('2026-03-20');
    await worker.sweeper.sweep(new Date('2026-03-18T08:00:00Z'));
    await database.query(`update meeting set ${sql} where id = $1`, [id]);
    await worker.deliverer.deliver(noonOf('2026-03-18'));
    expect(await sent('meeting_reminder')).toEqual([`${member.id} suppressed no-longer-true`]);
  });

  test('that moved is told again before its new day', async () => {
    const member = await aMember();
    const id = await plan('2026-03-20');
    await live('2026-03-18');
    await database.query(`update meeting set held_on = '2026-04-03' where id = $1`, [id]);
    await worker.append({
      ...{ name: 'meeting.planned.v1', streamId: group.id, siteId: group.site_id },
      ...{
        occurredAt: noonOf('2026-03-19'),
        payload: { groupId: group.id, meetingId: id, on: '2026-04-03' },
      },
    });
    await worker.drain(noonOf('2026-03-19'));
    await live('2026-04-01');
    expect(await sent('meeting_reminder')).toEqual([`${member.id} sent`, `${member.id} sent`]);
  });

  test('that is the first is told by its own message only', async () => {
    group = await aGroup(database, { formedOn: null, state: 'forming' });
    await aMember();
    await plan('2026-03-20');
    for (const day of ['2026-03-16', '2026-03-18']) await live(day);
    expect(await sent('first_meeting_soon')).toHaveLength(2);
    expect(await sent('meeting_reminder')).toEqual([]);
  });
});

describe('a kind word after a meeting', () => {
  const meetingOf = async (on: string, came: { present?: string[]; apologies?: string[] } = {}) => {
    const { present = [], apologies = [] } = came;
    const id = await recordMeeting({ database, worker, group }, { on, came: 5, present });
    await database.query(`update attendance set apologies = $2 where meeting_id = $1`, [id, apologies]);
    await worker.drain(noonOf(on));
    return id;
  };
  const wordsTo = () => sent('missed_you_soft');

  test('goes to those who chose it and to nobody else', async () => {
    const [chose, didNot, said, came] = [await aMember(), await aMember(), await aMember(), await aMember()];
    for (const one of [chose, said, came]) await saysTo(database, one, { purpose: 'missed-you' });
    const saidNo = await aMember();
    await saysTo(database, saidNo, { purpose: 'missed-you', wants: false });
    await meetingOf('2026-03-09', { present: [came.id], apologies: [said.id] });
    await live('2026-03-15');
    expect(await wordsTo()).toEqual([]);
    await live('2026-03-16');
    expect(await wordsTo()).toEqual([`${chose.id} sent`]);
    expect(await wordsTo()).not.toContain(didNot.id);
  });

  test('is never said twice in ninety days', async () => {
    const member = await aMember();
    await saysTo(database, member, { purpose: 'missed-you' });
    for (const on of ['2026-03-09', '2026-03-16', '2026-05-04', '2026-06-08']) await meetingOf(on);
    for (const day of ['2026-03-16', '2026-03-23', '2026-05-11', '2026-06-15']) await live(day);
    expect((await wordsTo()).filter((line) => line.endsWith('sent'))).toHaveLength(2);
    const [first, second] = await database.query<{ on: string }>(
      `select sent_at::date::text as "on" from nudge where person_id = $1 and key = 'missed_you_soft' and state = 'sent' order by sent_at`,
      [member.id],
    );
    expect([first?.on, second?.on]).toEqual(['2026-03-16', '2026-06-15']);
  });

  test('is not said to somebody who came meanwhile, or whose register was put right', async () => {
    const [back, mended] = [await aMember(), await aMember()];
    for (const one of [back, mended]) await saysTo(database, one, { purpose: 'missed-you' });
    const id = await meetingOf('2026-03-09');
    await worker.sweeper.sweep(new Date('2026-03-16T08:00:00Z'));
    await meetingOf('2026-03-15', { present: [back.id] });
    await database.query(`update attendance set present = array[$2::uuid] where meeting_id = $1`, [
      id,
      mended.id,
    ]);
    await worker.deliverer.deliver(noonOf('2026-03-16'));
    expect(await wordsTo()).toEqual(
      [back.id, mended.id].sort().map((member) => `${member} suppressed no-longer-true`),
    );
  });

  test('is not thought of where only a number was written down', async () => {
    const member = await aMember();
    await saysTo(database, member, { purpose: 'missed-you' });
    await recordMeeting({ database, worker, group }, { on: '2026-03-09', came: 5 });
    await worker.drain(noonOf('2026-03-09'));
    await live('2026-03-16');
    expect(await wordsTo()).toEqual([]);
  });
});
