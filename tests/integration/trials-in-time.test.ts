import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRow } from '../support/a-group.js';
import { aGroupToAsk, askAbout, aTrial, evening, toldOf, unitsOf } from '../support/a-trial.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

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

describe('a message on trial', () => {
  test('goes to everybody of an occasion or to nobody, and remembers its arm', async () => {
    const trialId = await aTrial({ database, group });
    const arms: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const both = await toldOf(database, await askAbout({ database, worker, group }, evening(n)));
      const arm = both[0]?.arm ?? '';
      arms.push(arm);
      const withheld = { state: 'suppressed', reason: 'withheld', arm, deliveries: 0 };
      const sent = { state: 'planned', reason: null, arm, deliveries: 1 };
      const expected = arm === 'withheld' ? withheld : sent;
      expect(both).toEqual([expected, expected]);
    }
    expect(new Set(arms)).toEqual(new Set(['sent', 'withheld']));
    expect((await unitsOf(database, trialId)).map(({ arm }) => arm)).toEqual(arms);
  });

  test('is withheld from nobody by history that is imported, and by the trial of another message', async () => {
    const trialId = await aTrial({ database, group }, { key: 'did_you_meet' });
    const other = await aTrial({ database, group });
    await askAbout({ database, worker, group }, evening(0), 'import');
    expect([await unitsOf(database, trialId), await unitsOf(database, other)]).toEqual([[], []]);
    expect(
      (await database.query(`select 1 from nudge where group_id = $1 and arm is not null`, [group.id]))
        .length,
    ).toBe(0);
  });

  test('keeps its arm where nothing leaves for another reason', async () => {
    const trialId = await aTrial({ database, group });
    await database.query(`update follow_on_group set messages_off = true where id = $1`, [group.id]);
    const both = await toldOf(database, await askAbout({ database, worker, group }, evening(0)));
    const [unit] = await unitsOf(database, trialId);
    expect(both.map(({ reason }) => reason)).toEqual(['switched-off', 'switched-off']);
    expect(both.map(({ arm }) => arm)).toEqual([unit?.arm, unit?.arm]);
  });
});

describe('a message', () => {
  test('that was retired is sent to nobody until a person switches it on again', async () => {
    const id = await aTrial({ database, group }, { state: 'retired' });
    const retired = { state: 'suppressed', reason: 'retired', arm: null, deliveries: 0 };
    expect(await toldOf(database, await askAbout({ database, worker, group }, evening(0)))).toEqual([
      retired,
      retired,
    ]);
    await database.query('update nudge_trial set switched_on_at = now() where id = $1', [id]);
    const states = (await toldOf(database, await askAbout({ database, worker, group }, evening(1)))).map(
      ({ state }) => state,
    );
    expect(states).toEqual(['planned', 'planned']);
  });
});

test('two workers at once put an occasion into one arm', async () => {
  const trialId = await aTrial({ database, group });
  const other = await aWorker(database);
  try {
    await Promise.all(
      [0, 1, 2, 3].map((n) =>
        askAbout({ database, group, worker: n % 2 === 0 ? worker : other }, evening(n)),
      ),
    );
    const units = await unitsOf(database, trialId);
    expect(units).toHaveLength(4);
    const arms = await database.query<{ arms: number }>(
      `select count(distinct arm)::int as arms from nudge where trial_id = $1 group by subject_id`,
      [trialId],
    );
    expect(arms.map((row) => row.arms)).toEqual([1, 1, 1, 1]);
  } finally {
    await other.close();
  }
});
