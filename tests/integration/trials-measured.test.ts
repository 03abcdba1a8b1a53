import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { GroupRow } from '../support/a-group.js';
import { aGroupToAsk, askAbout, aTrial, evening, first, toldOf, unitsOf } from '../support/a-trial.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventsOf } from '../support/events.js';

let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  group = await aGroupToAsk(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const trial = async (id: string) => {
  const rows = await database.query<{ state: string; result: object | null }>(
    'select state, result from nudge_trial where id = $1',
    [id],
  );
  return rows[0];
};
const sweepOn = (day: string) => worker.sweeper.sweep(new Date(`${day}T12:00:00Z`));
const answer = (meetingId: string, on: string, at: string) =>
  worker.append({
    ...{ streamId: group.id, siteId: group.site_id, occurredAt: new Date(`${at}T12:00:00Z`) },
    ...{ name: 'meeting.held.v1', payload: { meetingId, groupId: group.id, on, headcount: 6, newcomers: 0 } },
  });

/** So many measured occasions, good in every tenth one but so many without the message. */
const seenBefore = (trialId: string, goodWithout: number) =>
  database.query(
    `insert into nudge_trial_unit (trial_id, site_id, unit_id, group_id, arm, assigned_at, measure_at, measured_at, outcome)
     select $1, $2, gen_random_uuid(), $3, case when n % 2 = 0 then 'sent' else 'withheld' end, $4, $4::timestamptz + n * interval '1 minute', $4,
       (n / 2) % 10 < case when n % 2 = 0 then 8 else $5::int end
     from generate_series(0, 499) n`,
    [trialId, group.site_id, group.id, new Date('2026-01-05T12:00:00Z'), goodWithout],
  );

describe('what came of it', () => {
  test('is measured once, for both arms alike, by what was written down in time', async () => {
    const trialId = await aTrial({ database, group });
    const meetings: string[] = [];
    for (let n = 0; n < 4; n += 1) meetings.push(await askAbout({ database, worker, group }, evening(n)));
    for (const [n, meetingId] of meetings.entries())
      await answer(meetingId, evening(n), addDays(evening(n), n % 2 === 0 ? 7 : 8));
    await sweepOn(addDays(evening(0), 7));
    expect((await unitsOf(database, trialId)).map(({ measured }) => measured)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    await Promise.all([sweepOn(evening(6)), sweepOn(evening(6))]);
    await sweepOn(evening(6));
    expect((await unitsOf(database, trialId)).map(({ outcome }) => outcome)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect((await trial(trialId))?.state).toBe('running');
  });
});

describe('the end of a trial', () => {
  test.each([
    { goodWithout: 3, how: 'helps', then: 'planned' },
    { goodWithout: 8, how: 'retired', then: 'suppressed' },
  ])('comes when it is clear: $how', async ({ goodWithout, how, then }) => {
    const trialId = await aTrial({ database, group });
    await seenBefore(trialId, goodWithout);
    await askAbout({ database, worker, group }, evening(0));
    await sweepOn(evening(2));
    expect(await trial(trialId)).toMatchObject({ state: how, result: { sent: { groups: 1 } } });
    const ended = (await eventsOf(database, group.site_id)).filter(
      ({ name }) => name === 'nudge-trial.ended.v1',
    );
    expect(ended.map(({ payload }) => payload)).toEqual([
      { siteId: group.site_id, trialId, key: 'how_was_it', how },
    ]);
    const both = await toldOf(database, await askAbout({ database, worker, group }, evening(3)));
    expect(both.map(({ state, arm }) => [state, arm])).toEqual([
      [then, null],
      [then, null],
    ]);
  });

  test('comes without an answer when the weeks are over and there were too few occasions', async () => {
    const trialId = await aTrial({ database, group });
    const started = { siteId: group.site_id, trialId, key: 'how_was_it' };
    const [streamId, siteId] = [group.site_id, group.site_id];
    const occurredAt = new Date(`${first}T08:00:00Z`);
    await worker.append({ name: 'nudge-trial.started.v1', streamId, siteId, occurredAt, payload: started });
    await worker.drain(occurredAt);
    await sweepOn(evening(53));
    expect((await trial(trialId))?.state).toBe('running');
    await sweepOn(addDays(evening(54), 1));
    expect((await trial(trialId))?.state).toBe('no-answer');
  });
});
