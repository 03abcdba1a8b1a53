import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const at = (day: string, time = '07:05') => new Date(`${day}T${time}:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  group = await aGroup(database, { siteId });
  for (const role of ['clinician', 'site-admin'] as const)
    await anAccount(database, { roles: [{ role, siteId }] });
  const { id: ptv } = await anAccount(database, { roles: [{ role: 'volunteer', siteId }] });
  const { id: contact } = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
  for (const [kind, account_id] of [
    ['ptv', ptv],
    ['contact', contact],
  ])
    await database.insert('group_role', {
      ...{ site_id: siteId, group_id: group.id, kind, account_id, from_on: '2026-01-01' },
    });
});

const terms = async (group_first_days: number, admin_after_days: number, version = 1) => {
  await database.query(
    `insert into alert_policy values ($1, $2, $3, $4, now(), null) on conflict (site_id)
     do update set group_first_days = excluded.group_first_days, admin_after_days = excluded.admin_after_days, version = excluded.version`,
    [siteId, group_first_days, admin_after_days, version],
  );
};
const live = async (day: string, time?: string) => {
  await worker.sweeper.sweep(at(day, time));
  await worker.drain(at(day, time));
};
/** The group goes quiet on that day. */
async function goQuiet(day: string): Promise<void> {
  await database.query(
    `insert into group_health (group_id, site_id, level, quiet, assessed_at, as_of_seq, parameter_version) values ($1, $2, 'watch', true, $3, 0, 'test')`,
    [group.id, siteId, at(day)],
  );
  await worker.append({
    ...{ name: 'group.went-quiet.v1', streamId: group.id, siteId, occurredAt: at(day, '12:00') },
    payload: { groupId: group.id, lastMetOn: null, on: day },
  });
  await worker.drain(at(day, '12:00'));
}
async function standing() {
  const [row] = await database.query<{ id: string; line: string }>(
    `select id, state || ' ' || stage as line from alert where group_id = $1`,
    [group.id],
  );
  return row ?? { id: '', line: '' };
}
const told = async () => {
  const rows = await database.query<{ line: string }>(
    `select key || ' ' || audience as line from nudge where group_id = $1 and key in ('alert_opened', 'alert_unanswered', 'would_a_hand_help') order by 1`,
    [group.id],
  );
  return rows.map(({ line }) => line);
};
const atOnce = ['alert_opened staff', 'would_a_hand_help role-holder', 'would_a_hand_help volunteer'];

describe('by default', () => {
  test('an alert that stood when the service was updated gets its clock at the first look', async () => {
    await goQuiet('2026-06-08');
    const { id } = await standing();
    await database.query(`delete from due where rule = 'alert-stage' and subject_id = $1`, [id]);
    await database.query(
      `insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at) values ('alert-stage', $1, $2, $3, 'update', $4)`,
      [siteId, group.id, id, at('2026-06-09')],
    );
    await live('2026-06-09');
    expect((await standing()).line).toBe('open clinician');
    await live('2026-06-16');
    expect((await standing()).line).toBe('open site-admin');
  });

  test('clinicians hear at the moment at which the group and its volunteer are offered a hand', async () => {
    await goQuiet('2026-06-08');
    expect((await standing()).line).toBe('open clinician');
    expect(await told()).toEqual(atOnce);
  });

  test('administrators hear when nobody has taken it on in five working days, once', async () => {
    await goQuiet('2026-12-22'); // Christmas, Boxing Day kept on Monday, New Year
    for (const day of ['2026-12-23', '2026-12-31', '2027-01-01', '2027-01-04']) await live(day);
    expect((await standing()).line).toBe('open site-admin');
    await live('2027-01-05');
    expect((await told()).filter((line) => line.startsWith('alert_unanswered'))).toHaveLength(1);
    const [said] = await database.query(
      `select payload ->> 'to' as "to", (occurred_at at time zone 'Europe/London')::date::text as on from event where stream_id = $1 and name = 'alert.escalated.v1'`,
      [group.id],
    );
    expect(said).toEqual({ to: 'site-admin', on: '2026-12-31' });
  });

  test('and not at all when somebody has', async () => {
    await goQuiet('2026-06-08');
    await database.query(`update alert set state = 'acknowledged' where group_id = $1`, [group.id]);
    await live('2026-06-20');
    expect((await standing()).line).toBe('acknowledged clinician');
    expect(await told()).toEqual(atOnce);
  });
});

describe('a site that gives the group some days first', () => {
  test('tells the clinicians when these are over, and not before', async () => {
    await terms(3, 5);
    await goQuiet('2026-10-21');
    expect((await standing()).line).toBe('open group');
    expect(await told()).toEqual(atOnce.slice(1));
    await live('2026-10-23');
    // The clocks have gone back: 07:00 in Bristol is 07:00 UTC from now on.
    await live('2026-10-26', '06:59');
    expect((await standing()).line).toBe('open group');
    await live('2026-10-26', '07:01');
    expect((await standing()).line).toBe('open clinician');
    expect(await told()).toEqual(atOnce);
    await live('2026-11-02', '07:01');
    expect((await standing()).line).toBe('open site-admin');
  });

  test('tells nobody what has stopped being so', async () => {
    await terms(3, 5);
    await goQuiet('2026-06-08');
    await database.query(`update group_health set quiet = false where group_id = $1`, [group.id]);
    await worker.append({
      ...{ name: 'meeting.held.v1', streamId: group.id, siteId, occurredAt: at('2026-06-09') },
      payload: { groupId: group.id, meetingId: group.id, on: '2026-06-09', headcount: 7, newcomers: 0 },
    });
    await worker.drain(at('2026-06-09'));
    await live('2026-06-12');
    expect((await standing()).line).toBe('withdrawn group');
    expect(await told()).toEqual(atOnce.slice(1));
  });

  test('may change its mind: open alerts get the new clocks, and an old clock tells nobody early', async () => {
    await terms(1, 5);
    await goQuiet('2026-06-08');
    await terms(10, 5, 2);
    const saved = { name: 'alert-policy.saved.v1', streamId: siteId, siteId } as const;
    await worker.append({ ...saved, occurredAt: at('2026-06-08'), payload: { siteId, version: 2 } });
    await worker.drain(at('2026-06-08', '13:00'));
    await live('2026-06-09');
    expect((await standing()).line).toBe('open group');
    await terms(0, 5, 3);
    await worker.append({ ...saved, occurredAt: at('2026-06-10'), payload: { siteId, version: 3 } });
    await worker.drain(at('2026-06-10'));
    await live('2026-06-10');
    expect((await standing()).line).toBe('open clinician');
    expect(await told()).toEqual(atOnce);
  });
});

describe('an alert that was put off', () => {
  test('is open again on its day, without a message, and its clock starts anew', async () => {
    await goQuiet('2026-06-08');
    const { id: alertId } = await standing();
    const until = '2026-06-22';
    await database.query(`update alert set state = 'acknowledged', snoozed_until = $2 where id = $1`, [
      alertId,
      until,
    ]);
    await worker.append({
      ...{ name: 'alert.snoozed.v1', streamId: group.id, streamKind: 'group', siteId },
      ...{
        occurredAt: at('2026-06-09'),
        payload: { alertId, groupId: group.id, cause: 'gone-quiet', until },
      },
    });
    await worker.drain(at('2026-06-09'));
    await live('2026-06-19');
    expect((await standing()).line).toBe('acknowledged clinician');
    await live(until);
    expect((await standing()).line).toBe('open clinician');
    expect(await told()).toEqual(atOnce);
    await live('2026-06-26');
    expect((await standing()).line).toBe('open clinician');
    await live('2026-06-29');
    expect((await standing()).line).toBe('open site-admin');
  });
});
