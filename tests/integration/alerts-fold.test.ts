import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aListOfTasks } from '../support/a-list-of-tasks.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { OpenedAlert } from '../support/an-alert.js';
import { anAlert } from '../support/an-alert.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const noon = new Date('2026-11-24T12:00:00Z'); // a Tuesday
const nextMorning = new Date('2026-11-25T09:00:00Z');
let database: TestDatabase;
let worker: TestWorker;
let other: TestWorker;
let siteId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  other = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
});

afterAll(async () => {
  await other?.close();
  await worker?.close();
  await database?.close();
});

const aClinician = async () => (await anAccount(database, { roles: [{ role: 'clinician', siteId }] })).id;
const opened = (over: { at?: Date; groupId?: string; cause?: 'gone-quiet' } = {}) =>
  anAlert({ database, worker }, { siteId, at: noon, ...over });

interface Message {
  readonly person: string;
  readonly state: string;
  readonly group: string | null;
  readonly on: string;
  readonly alerts: string[];
}

const messages = (key = 'alert_opened') =>
  database.query<Message>(
    `select n.person_id as person, d.state, n.group_id as "group", d.due_at::date::text as on,
       array(select told ->> 'alertId' from jsonb_array_elements(n.figures -> 'alerts') told order by 1) as alerts
     from nudge n join delivery d on d.nudge_id = n.id where n.site_id = $1 and n.key = $2 order by n.due_at, n.person_id`,
    [siteId, key],
  );
const ids = (alerts: readonly OpenedAlert[]) => alerts.map(({ alertId }) => alertId).sort();

describe('alerts that open on one day', () => {
  test('are one message, about the group of the first, with all of them', async () => {
    const person = await aClinician();
    const first = await opened();
    await worker.drain(noon);
    const alerts = [first, await opened(), await opened()];
    await worker.drain(noon);
    await worker.deliverer.deliver(noon);
    expect(await messages()).toEqual([
      { person, state: 'sent', group: first.groupId, on: '2026-11-24', alerts: ids(alerts) },
    ]);
  });

  test('that open after it has left go with the next working day’s, once', async () => {
    await aClinician();
    const first = await opened();
    await worker.drain(noon);
    await worker.deliverer.deliver(noon);
    const later = [await opened(), await opened()];
    await worker.drain(noon);
    await worker.deliverer.deliver(noon);
    expect((await messages()).map(({ state }) => state)).toEqual(['sent', 'queued']);
    await worker.deliverer.deliver(nextMorning);
    expect((await messages()).map(({ alerts }) => alerts)).toEqual([ids([first]), ids(later)]);
  });

  test('and are withdrawn before it leaves fall out of it; nothing is sent when none is left', async () => {
    await aClinician();
    const [first, second] = [await opened(), await opened()];
    await worker.drain(noon);
    const withdraw = ({ alertId }: OpenedAlert) =>
      database.query(`update alert set state = 'withdrawn' where id = $1`, [alertId]);
    await withdraw(first);
    await worker.deliverer.deliver(noon);
    expect(await messages()).toMatchObject([{ state: 'sent', alerts: ids([second]) }]);

    const third = await opened();
    await worker.drain(noon);
    await withdraw(third);
    await worker.deliverer.deliver(nextMorning);
    expect((await messages()).at(-1)).toMatchObject({ state: 'suppressed', alerts: [] });
  });

  test('of a group that rests by now do not hold up the others', async () => {
    await aClinician();
    const [resting, other_] = [await opened(), await opened()];
    await worker.drain(noon);
    await database.query(`update follow_on_group set state = 'resting' where id = $1`, [resting.groupId]);
    await worker.deliverer.deliver(noon);
    expect(await messages()).toMatchObject([{ state: 'sent', alerts: ids([other_]) }]);
  });
});

describe('the list of tasks of the same morning', () => {
  const due = '2026-11-25T08:00:00Z';

  test('takes along what opened overnight; no message of its own leaves', async () => {
    const person = await aClinician();
    const night = new Date('2026-11-24T21:00:00Z');
    const alerts = [await opened({ at: night }), await opened({ at: night })];
    await worker.drain(night);
    await aListOfTasks(database, { siteId, person, due });
    await worker.deliverer.deliver(nextMorning);
    await worker.deliverer.deliver(new Date(nextMorning.getTime() + 120_000));
    expect(await messages('task_digest')).toMatchObject([{ state: 'sent', alerts: ids(alerts) }]);
    expect(await messages()).toMatchObject([{ state: 'suppressed', alerts: [] }]);
  });

  test('that is not sent after all leaves the alerts to their own message', async () => {
    const person = await aClinician();
    const night = new Date('2026-11-24T21:00:00Z');
    const alerts = [await opened({ at: night })];
    await worker.drain(night);
    const handoverId = await aListOfTasks(database, { siteId, person, due });
    await database.query(`update handover_task set state = 'done' where handover_id = $1`, [handoverId]);
    await worker.deliverer.deliver(nextMorning);
    await worker.deliverer.deliver(new Date(nextMorning.getTime() + 120_000));
    expect(await messages('task_digest')).toMatchObject([{ state: 'suppressed' }]);
    expect(await messages()).toMatchObject([{ state: 'sent', alerts: ids(alerts) }]);
  });
});

describe('many alerts in the same second, read by two workers', () => {
  test('are one message to each clinician with all of them, fifty times over', async () => {
    for (let round = 0; round < 50; round += 1) {
      siteId = (await aSite(database)).id;
      const people = [await aClinician(), await aClinician()].sort();
      const alerts = await Promise.all(Array.from({ length: 6 }, () => opened()));
      // One of the workers may send while the other still plans.
      await Promise.all([worker.drain(noon), other.drain(noon), worker.deliverer.deliver(noon)]);
      await Promise.all([worker.drain(noon), other.drain(noon)]);
      await Promise.all([worker.deliverer.deliver(noon), other.deliverer.deliver(noon)]);
      await worker.deliverer.deliver(nextMorning);
      const told = await messages();
      for (const person of people) {
        const theirs = told.filter((message) => message.person === person && message.state === 'sent');
        expect(theirs.flatMap((message) => message.alerts).sort()).toEqual(ids(alerts));
      }
    }
  }, 120_000);

  test('make one message while none is being sent', async () => {
    for (let round = 0; round < 50; round += 1) {
      siteId = (await aSite(database)).id;
      const people = [await aClinician(), await aClinician()].sort();
      const alerts = await Promise.all(Array.from({ length: 6 }, () => opened()));
      await Promise.all([worker.drain(noon), other.drain(noon)]);
      await Promise.all([worker.deliverer.deliver(noon), other.deliverer.deliver(noon)]);
      const told = await messages();
      expect(told.map(({ person, state, alerts: all }) => ({ person, state, all }))).toEqual(
        people.map((person) => ({ person, state: 'sent', all: ids(alerts) })),
      );
    }
  }, 120_000);
});
