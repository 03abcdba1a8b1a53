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
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;
let contactId: string;
let clinicianId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  group = await aGroup(database);
  const siteId = group.site_id;
  contactId = (await anAccount(database, { roles: [{ role: 'contact', siteId }] })).id;
  clinicianId = (await anAccount(database, { roles: [{ role: 'clinician', siteId }] })).id;
  await database.insert('group_role', {
    site_id: siteId,
    group_id: group.id,
    kind: 'contact',
    account_id: contactId,
    from_on: first,
  });
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const fade = async (): Promise<string> => {
  for (const [index, came] of [8, 8, 8, 8, 8, 8, 4, 4, 4].entries()) {
    await recordMeeting({ database, worker, group }, { on: evening(index), came });
  }
  await worker.drain(noonOf(evening(8)));
  return evening(8);
};
/** Without what a group with one role is asked about turns: it is no part of these stories. */
const nudges = async () => {
  const rows = await database.query<{ nudge: string }>(
    `select key || ' ' || state || coalesce(' ' || reason, '') as nudge from nudge where group_id = $1 and key <> 'hand_round_roles' order by key, due_at`,
    [group.id],
  );
  return rows.map(({ nudge }) => nudge);
};
const deliveries = async () => {
  const rows = await database.query<{ state: string }>(
    `select n.key || ' ' || d.state || coalesce(' ' || d.reason, '') as state from delivery d join nudge n on n.id = d.nudge_id where n.group_id = $1 and n.key <> 'hand_round_roles' order by n.key, d.due_at`,
    [group.id],
  );
  return rows.map(({ state }) => state);
};

describe('a group that has switched its messages off', () => {
  const switchOff = () =>
    database.query('update follow_on_group set messages_off = true where id = $1', [group.id]);

  test('gets none; the clinicians’ own work goes on', async () => {
    await switchOff();
    await fade();
    expect(await nudges()).toEqual(['alert_opened planned', 'would_a_hand_help suppressed switched-off']);
  });

  test('gets none that was planned before', async () => {
    const day = await fade();
    await switchOff();
    await worker.deliverer.deliver(new Date(`${addDays(day, 1)}T10:00:00Z`));
    expect(await deliveries()).toEqual(['alert_opened sent', 'would_a_hand_help suppressed switched-off']);
  });
});

describe('an alert', () => {
  test('is told to the clinicians of the site and offers the role holders a hand, once', async () => {
    await fade();
    expect(await nudges()).toEqual(['alert_opened planned', 'would_a_hand_help planned']);
    const to = await database.query<{ key: string; person_id: string }>(
      'select key, person_id from nudge where group_id = $1 order by key',
      [group.id],
    );
    expect(to).toEqual([
      { key: 'alert_opened', person_id: clinicianId },
      { key: 'would_a_hand_help', person_id: contactId },
    ]);
    await worker.drain(noonOf(evening(8)));
    expect(await nudges()).toHaveLength(2);
  });

  test('tells numbers and dates, never a name', async () => {
    await fade();
    const [row] = await database.query<{ figures: object }>(
      `select figures from nudge where group_id = $1 and key = 'alert_opened'`,
      [group.id],
    );
    const told = { cause: 'fading', key: 'below-60', usual: 8, recent: [4, 4, 4] };
    const alerts = [{ alertId: expect.any(String), groupId: group.id, ...told }];
    expect(row?.figures).toEqual({ ...told, alerts });
  });

  test('is sent in the window, and the ledger says so', async () => {
    const day = await fade();
    await worker.deliverer.deliver(noonOf(day));
    await worker.deliverer.deliver(noonOf(day));
    expect(await deliveries()).toEqual(['alert_opened sent', 'would_a_hand_help sent']);
    const sent = await database.query(
      `select origin from event where stream_id = $1 and name = 'nudge.sent.v1'`,
      [group.id],
    );
    expect(sent).toHaveLength(2);
  });

  test('that was withdrawn before its message left is not sent', async () => {
    const day = await fade();
    await database.query(`update alert set state = 'withdrawn' where group_id = $1`, [group.id]);
    await worker.deliverer.deliver(noonOf(day));
    expect(await deliveries()).toEqual([
      'alert_opened suppressed no-longer-true',
      'would_a_hand_help suppressed no-longer-true',
    ]);
    expect(await nudges()).toEqual([
      'alert_opened suppressed no-longer-true',
      'would_a_hand_help suppressed no-longer-true',
    ]);
  });

  test('waits for the morning when it opens at night', async () => {
    for (const [index, came] of [8, 8, 8, 8, 8, 8, 4, 4, 4].entries())
      await recordMeeting({ database, worker, group }, { on: evening(index), came });
    const night = new Date(`${evening(8)}T22:00:00Z`);
    await worker.drain(night);
    await worker.deliverer.deliver(night);
    expect(await deliveries()).toEqual(['alert_opened queued', 'would_a_hand_help queued quiet-hours']);
    await worker.deliverer.deliver(new Date(`${addDays(evening(8), 1)}T07:30:00Z`));
    expect(await deliveries()).toEqual(['alert_opened sent', 'would_a_hand_help sent']);
  });

  test('does not reach a disabled account', async () => {
    const day = await fade();
    await database.query('update account set disabled_at = now() where id = $1', [clinicianId]);
    await worker.deliverer.deliver(noonOf(day));
    expect(await deliveries()).toContain('alert_opened suppressed no-recipient');
  });
});

describe('two senders at once', () => {
  test('hand a message over once', async () => {
    const day = await fade();
    await Promise.all([1, 2, 3, 4].map(() => worker.deliverer.deliver(noonOf(day))));
    expect(
      await database.query(`select 1 from event where stream_id = $1 and name = 'nudge.sent.v1'`, [group.id]),
    ).toHaveLength(2);
    const tries = await database.query<{ tries: number }>(
      `select d.tries from delivery d join nudge n on n.id = d.nudge_id where n.group_id = $1 and n.key <> 'hand_round_roles'`,
      [group.id],
    );
    expect(tries).toEqual([{ tries: 1 }, { tries: 1 }]);
  });

  test('a sender that died leaves its message to the next, for a channel that knows repeats', async () => {
    const day = await fade();
    await database.query(
      `update delivery d set state = 'sending', lease_owner = 'gone', lease_until = now() - interval '1 second' from nudge n where n.id = d.nudge_id and n.group_id = $1`,
      [group.id],
    );
    await worker.deliverer.deliver(noonOf(day));
    expect(await deliveries()).toEqual(['alert_opened sent', 'would_a_hand_help sent']);
  });
});

describe('a missing register', () => {
  test('asks the contact person the day after, and never when it came in meanwhile', async () => {
    const on = evening(0);
    const meetingId = await recordMeeting(
      { database, worker, group },
      { on, came: 'planned', at: noonOf('2026-02-27') },
    );
    await worker.drain(noonOf('2026-02-27'));
    await worker.sweeper.sweep(new Date(`${evening(0)}T20:00:00Z`));
    expect(await nudges()).not.toContain('how_was_it planned');

    const after = new Date('2026-03-03T07:05:00Z');
    await worker.sweeper.sweep(after);
    await worker.drain(after);
    const standing = await database.query('select outcome from meeting where id = $1', [meetingId]);
    expect(standing).toEqual([{ outcome: 'planned' }]); // unknown, so it does not end the silence
    expect(await nudges()).toContain('how_was_it planned');

    await database.query(`update meeting set outcome = 'held', headcount = 6 where id = $1`, [meetingId]);
    await worker.deliverer.deliver(new Date('2026-03-03T09:00:00Z'));
    expect(await deliveries()).toContain('how_was_it suppressed no-longer-true');
  });

  test('of imported history asks nobody', async () => {
    await recordMeeting(
      { database, worker, group },
      { on: evening(0), came: 'missing', origin: 'import', at: noonOf('2026-11-02') },
    );
    await worker.drain(noonOf('2026-11-02'));
    expect(await nudges()).toEqual([]);
  });
});

describe('the first meeting', () => {
  const aMember = (wants: boolean, over: object = {}) =>
    database.insert<{ id: string }>('member', {
      site_id: group.site_id,
      group_id: group.id,
      display_name: 'Sam',
      wants_messages: wants,
      ...over,
    });

  test('is told five and two days before to the contact person and to members who said yes', async () => {
    const member = await aMember(true);
    await aMember(false);
    await recordMeeting(
      { database, worker, group },
      { on: '2026-03-20', came: 'planned', at: noonOf('2026-03-02') },
    );
    await worker.drain(noonOf('2026-03-02'));
    for (const day of ['2026-03-16', '2026-03-18']) {
      await worker.sweeper.sweep(noonOf(day));
      await worker.deliverer.deliver(noonOf(day));
    }
    const sent = await database.query<{ person_id: string }>(
      `select person_id from nudge where group_id = $1 and key = 'first_meeting_soon' and state = 'sent'`,
      [group.id],
    );
    expect(sent.map(({ person_id }) => person_id).sort()).toEqual(
      [contactId, contactId, member.id, member.id].sort(),
    );
  });

  test('is not told to somebody who paused before the message left', async () => {
    const member = await aMember(true);
    await recordMeeting(
      { database, worker, group },
      { on: '2026-03-20', came: 'planned', at: noonOf('2026-03-02') },
    );
    await worker.drain(noonOf('2026-03-02'));
    await worker.sweeper.sweep(noonOf('2026-03-16'));
    await database.query(`update member set paused_until = '2026-05-01' where id = $1`, [member.id]);
    await worker.deliverer.deliver(noonOf('2026-03-16'));
    const [row] = await database.query(`select state, reason from nudge where person_id = $1`, [member.id]);
    expect(row).toEqual({ state: 'suppressed', reason: 'paused' });
  });
});

describe('the budget', () => {
  test('a role holder gets three messages a week and not a fourth', async () => {
    const at = noonOf('2026-03-04');
    const roles = await Promise.all(
      [1, 2, 3, 4].map(() =>
        database.insert<{ id: string }>('group_role', {
          site_id: group.site_id,
          group_id: group.id,
          kind: 'host',
          account_id: contactId,
          from_on: first,
          until_on: first,
        }),
      ),
    );
    const vacated = roles.map(({ id }) => ({
      ...{ name: 'role.vacated.v1' as const, streamId: group.id, siteId: group.site_id, occurredAt: at },
      payload: { groupId: group.id, roleId: id, kind: 'host' },
    }));
    for (const event of vacated) {
      await worker.append(event);
      await worker.drain(at);
    }
    expect((await nudges()).filter((nudge) => nudge.startsWith('role_thanks')).sort()).toEqual([
      ...['role_thanks planned', 'role_thanks planned', 'role_thanks planned'],
      'role_thanks suppressed over-budget',
    ]);
  });

  test('nobody is messaged about a stream that only holds replayed events', async () => {
    const role = await database.insert<{ id: string }>('group_role', {
      site_id: group.site_id,
      group_id: group.id,
      kind: 'host',
      account_id: contactId,
      from_on: first,
    });
    await worker.append({
      ...{
        name: 'role.vacated.v1',
        streamId: group.id,
        siteId: group.site_id,
        occurredAt: noonOf(first),
        origin: 'replay',
      },
      payload: { groupId: group.id, roleId: role.id, kind: 'host' },
    });
    await worker.drain(noonOf(first));
    expect(await nudges()).toEqual(['role_thanks suppressed imported-history']);
    expect(await deliveries()).toEqual([]);
  });
});
