import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { giveRole } from '../support/a-group-and-everyone.js';
import { aHandover, taskOf } from '../support/a-handover.js';
import type { HandoverRow } from '../support/a-handover.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { auditOf, eventsOf } from '../support/events.js';

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let people: Record<'clinician' | 'sam' | 'bev', string>;
let programme: ProgrammeRow;
let handover: HandoverRow;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const made = async (role: 'clinician' | 'volunteer') =>
    (await anAccount(database, { roles: [{ role, siteId }] })).id;
  people = { clinician: await made('clinician'), sam: await made('volunteer'), bev: await made('volunteer') };
  const { clinician: clinicianId, sam: ptvId } = people;
  programme = await aProgramme(database, {
    siteId,
    lastSessionOn: '2026-12-03',
    clinicianId,
    ptvId,
    firstSessionOn: null,
  });
  handover = await aHandover(database, programme, {
    openedOn: '2026-11-05',
    volunteerId: ptvId,
    tasks: { choose_route: 'overdue', venue_option: 'done' },
  });
  const opened = { programmeId: programme.id, handoverId: handover.id, openedOn: '2026-11-05' };
  await worker.append({
    name: 'handover.opened.v1',
    streamId: programme.id,
    siteId,
    occurredAt: noonOf('2026-11-05'),
    payload: opened,
  });
  await worker.drain(noonOf('2026-11-05'));
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

async function sweep(day: string): Promise<void> {
  await worker.sweeper.sweep(noonOf(day));
  await worker.drain(noonOf(day));
}
const close = (accountId: string) =>
  database.query('update account set disabled_at = now() where id = $1', [accountId]);
const deputy = () =>
  database.query('update programme set deputy_id = $2 where id = $1', [programme.id, people.bev]);
const whose = async (key: string) => {
  const { assignee_id, state } = await taskOf(database, handover.id, key);
  return [assignee_id, state];
};
const swept = async () =>
  (await eventsOf(database, programme.id))
    .filter(({ name }) => name === 'handover-task.assigned.v1')
    .map(({ payload }) => payload['because']);

describe('a closed account', () => {
  test('leaves no task behind: the deputy has them, done ones stay in the record, and it happens once', async () => {
    await deputy();
    await close(people.sam);
    await sweep('2026-11-06');
    await sweep('2026-11-07');
    expect(await whose('ptv_visit')).toEqual([people.bev, 'open']);
    expect((await whose('venue_option'))[0]).toBe(people.sam);
    expect(new Set(await swept())).toEqual(new Set(['account-disabled']));
    const { id } = await taskOf(database, handover.id, 'ptv_visit');
    expect(await auditOf(database, id)).toEqual(['handover-task.assigned']);
  });

  test('of a clinician, or without a deputy, gives them to the volunteer lead', async () => {
    await database.query(
      `update handover_task set assignee_id = $2 where handover_id = $1 and owner_role = 'clinician'`,
      [handover.id, people.clinician],
    );
    await close(people.clinician);
    await close(people.sam);
    await sweep('2026-11-06');
    expect(await whose('ptv_visit')).toEqual([null, 'passed-on']);
    expect(await whose('safety_card')).toEqual([null, 'passed-on']);
  });
});

describe('a silent volunteer', () => {
  /** Late since the 19th of November, so stale from the 3rd of December on. */
  const act = (day: string) =>
    database.query(
      `insert into audit_entry (site_id, seq, who, what, at, prev_hash, hash) values ($1, -2, $2, 'test', $3, '', '')`,
      [siteId, people.sam, noonOf(day)],
    );

  test('has late tasks taken on by the deputy, and the others stay', async () => {
    await deputy();
    await sweep('2026-12-02');
    expect((await whose('choose_route'))[0]).toBe(people.sam);
    await sweep('2026-12-03');
    expect((await whose('choose_route'))[0]).toBe(people.bev);
    expect((await whose('review_90'))[0]).toBe(people.sam);
    expect(await swept()).toEqual(['silent']);
  });

  test('is nobody who did something in the last four weeks', async () => {
    await act('2026-11-20');
    await sweep('2026-12-04');
    expect((await whose('choose_route'))[0]).toBe(people.sam);
    await sweep('2026-12-18');
    expect(await whose('choose_route')).toEqual([null, 'passed-on']);
  });

  test('is nobody on a break', async () => {
    await database.query(`update volunteer set paused_until = '2026-12-20' where account_id = $1`, [
      people.sam,
    ]);
    await sweep('2026-12-10');
    expect((await whose('choose_route'))[0]).toBe(people.sam);
  });
});

describe('a silent contact person', () => {
  /** The group's first date was due on the 3rd of December, so it is stale from the 17th on. */
  const first = 'first_date_fixed';
  let contacts: Record<'ann' | 'ben', string>;
  let groupId: string;

  beforeEach(async () => {
    ({ id: groupId } = await aGroup(database, { siteId, headcounts: [] }));
    const contact = async () => {
      const { id: accountId } = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
      await giveRole(database, { siteId, groupId, kind: 'contact', accountId });
      return accountId;
    };
    contacts = { ann: await contact(), ben: await contact() };
    await database.query('update handover set group_id = $2 where id = $1', [handover.id, groupId]);
    await database.query(`update handover_task set state = 'done' where handover_id = $1 and key <> $2`, [
      ...[handover.id, first],
    ]);
    await database.query('update handover_task set assignee_id = $3 where handover_id = $1 and key = $2', [
      ...[handover.id, first, contacts.ann],
    ]);
  });

  test('leaves the group’s task to the other one, then to the volunteer, then to the lead, and never in a circle', async () => {
    await sweep('2026-12-16');
    expect((await whose(first))[0]).toBe(contacts.ann);
    await sweep('2026-12-17');
    expect((await whose(first))[0]).toBe(contacts.ben);
    await sweep('2027-01-13');
    expect((await whose(first))[0]).toBe(contacts.ben);
    await sweep('2027-01-14');
    expect((await whose(first))[0]).toBe(people.sam);
    await sweep('2027-02-12');
    expect(await whose(first)).toEqual([null, 'passed-on']);
    expect(await swept()).toEqual(['silent', 'silent', 'silent']);
  });

  test('is nobody whose group rests', async () => {
    await database.query(`update follow_on_group set state = 'resting' where id = $1`, [groupId]);
    await sweep('2026-12-17');
    expect((await whose(first))[0]).toBe(contacts.ann);
  });
});

test('a silent clinician keeps their tasks: no machine gives them to anybody', async () => {
  await database.query(
    `update handover_task set state = 'done' where handover_id = $1 and key <> 'safety_card'`,
    [handover.id],
  );
  await database.query(
    `update handover_task set assignee_id = $2 where handover_id = $1 and key = 'safety_card'`,
    [...[handover.id, people.clinician]],
  );
  await sweep('2026-12-30');
  expect((await whose('safety_card'))[0]).toBe(people.clinician);
});
