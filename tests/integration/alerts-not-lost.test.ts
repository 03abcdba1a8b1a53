import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aListOfTasks } from '../support/a-list-of-tasks.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAlert } from '../support/an-alert.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const night = new Date('2026-11-24T21:00:00Z'); // a Tuesday
const morning = new Date('2026-11-25T09:00:00Z');
const later = (seconds: number) => new Date(morning.getTime() + seconds * 1_000);
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let alertId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

/** The list of the morning is being sent, with an alert of the night; its sender has died or dawdles. */
beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const person = (await anAccount(database, { roles: [{ role: 'clinician', siteId }] })).id;
  ({ alertId } = await anAlert({ database, worker }, { siteId, at: night }));
  await worker.drain(night);
  await aListOfTasks(database, { siteId, person, due: '2026-11-25T08:00:00Z' });
  await database.query(
    `update nudge set figures = jsonb_build_object('alerts', (select own.figures -> 'alerts' from nudge own where own.key = 'alert_opened' and own.site_id = $1))
     where site_id = $1 and key = 'task_digest'`,
    [siteId],
  );
  await setList(
    `state = 'sending', lease_owner = gen_random_uuid(), lease_until = clock_timestamp() + interval '60 s', tries = 1`,
  );
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const setList = (to: string) =>
  database.query(
    `update delivery d set ${to} from nudge n where n.id = d.nudge_id and n.key = 'task_digest' and d.site_id = $1`,
    [siteId],
  );
const expired = () => setList(`lease_until = now() - interval '1 s'`);

/** What became of each message, and whether it tells of the alert. */
async function told(): Promise<Record<string, [string, boolean]>> {
  const rows = await database.query<{ key: string; state: string; tells: boolean }>(
    `select n.key, d.state, coalesce(n.figures -> 'alerts' @> jsonb_build_array(jsonb_build_object('alertId', $2::text)), false) as tells
     from nudge n join delivery d on d.nudge_id = n.id where n.site_id = $1`,
    [siteId, alertId],
  );
  return Object.fromEntries(rows.map(({ key, state, tells }) => [key, [state, tells]]));
}

describe('an alert that a list of tasks takes along', () => {
  test('waits in its own message until the list has left', async () => {
    await worker.deliverer.deliver(morning);
    expect(await told()).toEqual({ task_digest: ['sending', true], alert_opened: ['held', true] });
    await setList(`state = 'sent', lease_until = null`);
    await worker.deliverer.deliver(later(61));
    expect(await told()).toEqual({ task_digest: ['sent', true], alert_opened: ['suppressed', false] });
  });

  test('goes with the list again when the sender of the list has died', async () => {
    await worker.deliverer.deliver(morning);
    await expired();
    await worker.deliverer.deliver(later(30));
    await worker.deliverer.deliver(later(120));
    expect(await told()).toEqual({ task_digest: ['sent', true], alert_opened: ['suppressed', false] });
  });

  test('is told by its own message when the list is refused for now', async () => {
    await worker.deliverer.deliver(morning);
    await setList(
      `state = 'queued', lease_owner = null, lease_until = null, due_at = '${later(3_600).toISOString()}'`,
    );
    await worker.deliverer.deliver(later(61));
    expect((await told()).alert_opened).toEqual(['sent', true]);
    await worker.deliverer.deliver(later(3_601));
    expect((await told()).task_digest).toEqual(['sent', false]);
  });

  test('waits while nobody knows whether the list has left, but not with a new one', async () => {
    await setList(`state = 'unknown', lease_until = null`);
    await worker.deliverer.deliver(morning);
    expect((await told()).alert_opened).toEqual(['held', true]);
    const news = await anAlert({ database, worker }, { siteId, at: morning });
    await database.query(
      `update nudge set figures = jsonb_set(figures, '{alerts}', figures -> 'alerts' || jsonb_build_array(jsonb_build_object('alertId', $2::text)))
       where site_id = $1 and key = 'alert_opened'`,
      [siteId, news.alertId],
    );
    await worker.deliverer.deliver(later(61));
    expect((await told()).alert_opened).toEqual(['sent', true]);
  });
});

test('somebody who wants afternoons only gets the morning’s list and its alert at noon, in one message', async () => {
  await setList(`state = 'queued', lease_owner = null, lease_until = null, tries = 0`);
  await database.query(
    `insert into message_wish (person_id, person_kind, account_id, hours, updated_at)
     select distinct person_id, 'account', person_id, 'afternoons', now() from nudge where site_id = $1`,
    [siteId],
  );
  await worker.deliverer.deliver(morning);
  expect(Object.values(await told()).map(([state]) => state)).toEqual(['held', 'held']);
  await setList(`due_at = d.due_at + interval '1 s'`); // its own message is looked at first
  for (const time of ['12:00:30', '12:02:00', '12:04:00'])
    await worker.deliverer.deliver(new Date(`2026-11-25T${time}Z`));
  expect(await told()).toEqual({ task_digest: ['sent', true], alert_opened: ['suppressed', false] });
});
