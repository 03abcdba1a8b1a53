import type { EventName, Payload } from '@followon/shared/events/catalogue';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GroupRow } from '../support/a-group.js';
import { aGroup } from '../support/a-group.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const day = '2026-06-09';
const noon = (on = day) => new Date(`${on}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let group: GroupRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  group = await aGroup(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const alerts = async () => {
  const rows = await database.query<{ alert: string }>(
    `select cause || ' ' || state || coalesce(' ' || withdrawn_because, '') as alert from alert where group_id = $1 order by opened_at, cause`,
    [group.id],
  );
  return rows.map(({ alert }) => alert);
};

async function say<N extends EventName>(name: N, payload: Payload<N>, on = day, drain = true): Promise<void> {
  const stream = { streamId: group.id, siteId: group.site_id, occurredAt: noon(on) };
  await worker.append({ name, ...stream, payload });
  if (drain) await worker.drain(noon(on));
}

type Kind = 'help-asked' | 'conflict' | 'venue-lost' | 'one-carries';
async function report(kind: Kind, on = day): Promise<string> {
  const { id } = await database.insert<{ id: string }>('group_report', {
    ...{ site_id: group.site_id, group_id: group.id, kind, on_date: on },
  });
  await say('group.reported.v1', { groupId: group.id, reportId: id, kind, on }, on);
  return id;
}
async function settle(id: string, kind: Kind, on = day): Promise<void> {
  await database.query('update group_report set until_date = $2 where id = $1', [id, on]);
  await say('group.report-settled.v1', { groupId: group.id, reportId: id, kind, on }, on);
}
const setState = (state: string) =>
  database.query('update follow_on_group set state = $2 where id = $1', [group.id, state]);

describe('what people tell of a group', () => {
  test.each(['help-asked', 'conflict', 'venue-lost'] as const)(
    '%s opens one alert, with its way back to the report, and is over when it is settled',
    async (kind) => {
      const id = await report(kind);
      await say('group.reported.v1', { groupId: group.id, reportId: id, kind, on: day });
      expect(await alerts()).toEqual([`${kind} open`]);
      const [cause] = await database.query<{ name: string }>(
        `select told.name from alert a join event e on e.event_id = a.opened_event_id join event told on told.event_id = e.caused_by where a.group_id = $1`,
        [group.id],
      );
      expect(cause?.name).toBe('group.reported.v1');
      await settle(id, kind);
      expect(await alerts()).toEqual([`${kind} withdrawn report-settled`]);
      await report(kind, '2026-06-20');
      expect(await alerts()).toEqual([`${kind} withdrawn report-settled`, `${kind} open`]);
    },
  );

  test('that one person carries it all is for the group’s level, not an alert of its own', async () => {
    await report('one-carries');
    expect(await alerts()).toEqual([]);
  });

  test('what a person resolved is not opened again by the same report, but by the next one', async () => {
    const id = await report('conflict');
    await database.query(`update alert set state = 'resolved', closed_at = $2 where group_id = $1`, [
      group.id,
      noon(),
    ]);
    await say('role.stays.v1', { groupId: group.id, roleId: id, kind: 'host' });
    expect(await alerts()).toEqual(['conflict resolved']);
    await settle(id, 'conflict');
    await report('conflict', '2026-06-20');
    expect(await alerts()).toEqual(['conflict resolved', 'conflict open']);
  });

  test('waits while the group rests, and is true again when it is back', async () => {
    await report('venue-lost');
    await setState('resting');
    await say('group.rested.v1', { groupId: group.id, from: day, until: null });
    expect(await alerts()).toEqual(['venue-lost withdrawn group-resting']);
    await setState('meeting');
    await say('group.resumed.v1', { groupId: group.id, on: '2026-07-01' }, '2026-07-01');
    expect(await alerts()).toEqual(['venue-lost withdrawn group-resting', 'venue-lost open']);
  });
});

describe('the last contact person', () => {
  const aContact = async () => {
    const { id: accountId } = await anAccount(database, {
      roles: [{ role: 'contact', siteId: group.site_id }],
    });
    const { id } = await database.insert<{ id: string }>('group_role', {
      ...{ site_id: group.site_id, group_id: group.id, kind: 'contact', account_id: accountId },
      from_on: '2026-01-01',
    });
    return id;
  };
  const stepsDown = async (roleId: string, on: string) => {
    await database.query('update group_role set stepping_down_on = $2 where id = $1', [roleId, on]);
    await say('role.stepping-down.v1', { groupId: group.id, roleId, kind: 'contact', on });
  };
  const vacates = async (roleId: string, on: string) => {
    await database.query('update group_role set until_on = $2 where id = $1', [roleId, on]);
    await say('role.vacated.v1', { groupId: group.id, roleId, kind: 'contact' }, on);
  };

  test('who would like to stop is one alert, from the announcement until another takes the role', async () => {
    const first = await aContact();
    await stepsDown(first, '2026-06-30');
    await vacates(first, '2026-06-30');
    expect(await alerts()).toEqual(['contact-leaving open']);
    const second = await aContact();
    await say('role.accepted.v1', { groupId: group.id, roleId: second, kind: 'contact' }, '2026-07-03');
    expect(await alerts()).toEqual(['contact-leaving withdrawn contact-found']);
  });

  test('who stays after all takes it back; who says so again opens it again', async () => {
    const roleId = await aContact();
    await stepsDown(roleId, '2026-06-30');
    await database.query('update group_role set stepping_down_on = null where id = $1', [roleId]);
    await say('role.stays.v1', { groupId: group.id, roleId, kind: 'contact' });
    expect(await alerts()).toEqual(['contact-leaving withdrawn contact-found']);
    await stepsDown(roleId, '2026-07-30');
    expect(await alerts()).toHaveLength(2);
  });

  test('is not the last while a second one is there', async () => {
    const [first, second] = [await aContact(), await aContact()];
    await vacates(first, day);
    expect(await alerts()).toEqual([]);
    await stepsDown(second, '2026-06-30');
    expect(await alerts()).toEqual(['contact-leaving open']);
  });

  test('cannot leave a group that never had one', async () => {
    await say('role.stays.v1', { groupId: group.id, roleId: group.id, kind: 'host' });
    expect(await alerts()).toEqual([]);
  });
});
