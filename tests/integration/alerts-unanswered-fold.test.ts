import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { OpenedAlert } from '../support/an-alert.js';
import { anAlert } from '../support/an-alert.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const opening = new Date('2026-11-16T12:00:00Z');
const morning = new Date('2026-11-24T09:00:00Z'); // a Tuesday
const nextMorning = new Date('2026-11-25T09:00:00Z');
let database: TestDatabase;
let worker: TestWorker;
let other: TestWorker;
let siteId: string;

beforeAll(async () => {
  database = await aDatabase();
  [worker, other] = [await aWorker(database), await aWorker(database)];
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
});

afterAll(async () => {
  await other?.close();
  await worker?.close();
  await database?.close();
});

const anAdministrator = async () =>
  (await anAccount(database, { roles: [{ role: 'site-admin', siteId }] })).id;

/** Its days with the clinicians are over. */
async function unanswered(at = morning): Promise<OpenedAlert> {
  const alert = await anAlert({ database, worker }, { siteId, at: opening });
  await reach(alert, at);
  return alert;
}
async function reach({ alertId, groupId }: OpenedAlert, at: Date): Promise<void> {
  await database.query(`update alert set stage = 'site-admin' where id = $1`, [alertId]);
  await worker.append({
    ...{ name: 'alert.escalated.v1', streamId: groupId, streamKind: 'group', siteId, occurredAt: at },
    payload: { alertId, groupId, cause: 'fading', to: 'site-admin' },
  });
}
const set = ({ alertId }: OpenedAlert, what: string) =>
  database.query(`update alert set ${what} where id = $1`, [alertId]);

interface Message {
  readonly person: string;
  readonly state: string;
  readonly alerts: string[];
}
const messages = () =>
  database.query<Message>(
    `select n.person_id as person, d.state,
       array(select told ->> 'alertId' from jsonb_array_elements(n.figures -> 'alerts') told order by 1) as alerts
     from nudge n join delivery d on d.nudge_id = n.id where n.site_id = $1 and n.key = 'alert_unanswered' order by n.due_at, n.person_id`,
    [siteId],
  );
const ids = (alerts: readonly OpenedAlert[]) => alerts.map(({ alertId }) => alertId).sort();
async function leave(at: Date): Promise<void> {
  await worker.drain(at);
  await worker.deliverer.deliver(at);
}

test('what nobody has taken on by one morning is one message', async () => {
  const person = await anAdministrator();
  const alerts = [await unanswered(), await unanswered(), await unanswered()];
  await leave(morning);
  expect(await messages()).toEqual([{ person, state: 'sent', alerts: ids(alerts) }]);
});

test('what comes after it has left goes with the next working day’s, and nothing is told twice', async () => {
  await anAdministrator();
  const first = await unanswered();
  await leave(morning);
  const later = [await unanswered(), await unanswered()];
  await reach(first, morning);
  await leave(morning);
  await leave(nextMorning);
  expect((await messages()).map(({ state, alerts }) => [state, alerts])).toEqual([
    ['sent', ids([first])],
    ['sent', ids(later)],
  ]);
});

test('what somebody took on, or what began anew with the clinicians, falls out before it leaves', async () => {
  await anAdministrator();
  const [taken, anew, left] = [await unanswered(), await unanswered(), await unanswered()];
  await worker.drain(morning);
  await set(taken, `state = 'acknowledged'`);
  await set(anew, `stage = 'clinician'`);
  await worker.deliverer.deliver(morning);
  expect(await messages()).toMatchObject([{ state: 'sent', alerts: ids([left]) }]);
});

test('nothing is sent when none is left', async () => {
  await anAdministrator();
  const only = await unanswered();
  await worker.drain(morning);
  await set(only, `state = 'withdrawn'`);
  await worker.deliverer.deliver(morning);
  expect(await messages()).toMatchObject([{ state: 'suppressed', alerts: [] }]);
});

test('an administrator who is a clinician as well hears both: that it opened, and that nobody took it on', async () => {
  const roles = (['site-admin', 'clinician'] as const).map((role) => ({ role, siteId }));
  const { id: person } = await anAccount(database, { roles });
  const alert = await anAlert({ database, worker }, { siteId, at: opening });
  await leave(opening);
  await reach(alert, morning);
  await leave(morning);
  expect(await messages()).toEqual([{ person, state: 'sent', alerts: ids([alert]) }]);
});

test('many in the same second, read by two workers while one sends: each is told once to each, fifty times over', async () => {
  for (let round = 0; round < 50; round += 1) {
    siteId = (await aSite(database)).id;
    const people = [await anAdministrator(), await anAdministrator()];
    const alerts = await Promise.all(Array.from({ length: 5 }, () => unanswered()));
    const isQuiet = round % 2 === 0;
    await Promise.all([
      ...[worker.drain(morning), other.drain(morning)],
      ...(isQuiet ? [] : [worker.deliverer.deliver(morning)]),
    ]);
    await Promise.all([worker.drain(morning), other.drain(morning)]);
    await Promise.all([worker.deliverer.deliver(morning), other.deliverer.deliver(morning)]);
    if (isQuiet) expect(await messages()).toHaveLength(people.length);
    await worker.deliverer.deliver(nextMorning);
    for (const person of people) {
      const theirs = (await messages()).filter((one) => one.person === person && one.state === 'sent');
      expect(theirs.flatMap(({ alerts: told }) => told).sort()).toEqual(ids(alerts));
    }
  }
}, 120_000);
