import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { EventName, Payload } from '@followon/shared/events/catalogue';
import { aGroup } from '../support/a-group.js';
import type { ProgrammeRow } from '../support/a-programme.js';
import { aProgramme } from '../support/a-programme.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { recordMeeting } from '../support/meetings.js';

const lastSessionOn = '2026-12-03'; // a Thursday
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let programme: ProgrammeRow;
let people: Record<'clinician' | 'volunteer' | 'lead' | 'site-admin', string>;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

beforeEach(async () => {
  siteId = (await aSite(database)).id;
  const made = async (role: keyof typeof people) =>
    (await anAccount(database, { roles: [{ role, siteId }] })).id;
  people = {
    clinician: await made('clinician'),
    volunteer: await made('volunteer'),
    lead: await made('lead'),
    'site-admin': await made('site-admin'),
  };
  programme = await aProgramme(database, {
    siteId,
    lastSessionOn,
    clinicianId: people.clinician,
    ptvId: people.volunteer,
    firstSessionOn: null,
  });
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

async function say<N extends EventName>(name: N, day: string, payload: Payload<N>): Promise<void> {
  const about = { streamId: programme.id, streamKind: 'programme', siteId } as const;
  await worker.append({ name, ...about, occurredAt: noonOf(day), payload });
  await worker.drain(noonOf(day));
}
const scheduled = (day: string) =>
  say('programme.scheduled.v1', day, { programmeId: programme.id, lastSessionOn });
const sweep = async (day: string) => {
  await worker.sweeper.sweep(noonOf(day));
  await worker.drain(noonOf(day));
};
const openIt = async () => {
  await scheduled('2026-10-01');
  await sweep('2026-11-05');
};

interface Task extends Record<string, unknown> {
  readonly id: string;
  readonly key: string;
  readonly state: string;
  readonly due_on: string;
  readonly assignee_id: string | null;
  readonly escalated_to: string | null;
}
const tasks = async (): Promise<Record<string, Task>> => {
  const rows = await database.query<Task>(
    `select t.id, t.key, t.state, to_char(t.due_on, 'YYYY-MM-DD') as due_on, t.assignee_id, t.escalated_to
     from handover_task t join handover h on h.id = t.handover_id where h.programme_id = $1`,
    [programme.id],
  );
  return Object.fromEntries(rows.map((row) => [row.key, row]));
};
const handover = async () =>
  (
    await database.query(
      'select id, state, group_id, opened_on::text from handover where programme_id = $1',
      [programme.id],
    )
  )[0];
const countOf = async (name: string) =>
  (await database.query('select 1 from event where stream_id = $1 and name = $2', [programme.id, name]))
    .length;
const names = async () =>
  (
    await database.query<{ name: string }>('select name from event where stream_id = $1 order by seq', [
      programme.id,
    ])
  ).map(({ name }) => name);

describe('opening a handover', () => {
  test('happens by itself four weeks before the last session, with every task given to its owner', async () => {
    await scheduled('2026-10-01');
    await sweep('2026-11-04');
    expect(await handover()).toBeUndefined();
    await sweep('2026-11-05');
    expect(await handover()).toMatchObject({ state: 'open', opened_on: '2026-11-05' });
    const all = await tasks();
    expect(Object.keys(all)).toHaveLength(20);
    expect(all).toMatchObject({
      interest_poll: { due_on: '2026-11-19', assignee_id: people.clinician },
      choose_route: { assignee_id: people.volunteer },
      roles_agreed: { assignee_id: people.volunteer },
      first_date_fixed: { assignee_id: null },
    });
    expect(await names()).toEqual([
      'programme.scheduled.v1',
      'programme.finishing.v1',
      'handover.opened.v1',
      'handover-task.done.v1',
    ]);
  });

  test('ticks the search for a volunteer when one is named already, and only then', async () => {
    await openIt();
    expect((await tasks())['assign_ptv']?.state).toBe('done');
    programme = await aProgramme(database, { siteId, lastSessionOn, firstSessionOn: null });
    await openIt();
    expect((await tasks())['assign_ptv']?.state).toBe('open');
    expect(await countOf('handover-task.done.v1')).toBe(0);
  });

  test('happens at once for a programme that is created late', async () => {
    await scheduled('2026-11-20');
    expect(await handover()).toMatchObject({ opened_on: '2026-11-20' });
  });

  test('happens once, whatever says it again', async () => {
    await openIt();
    await say('programme.finishing.v1', '2026-11-06', { programmeId: programme.id, lastSessionOn });
    await sweep('2026-11-06');
    await database.query('update programme set finished_on = last_session_on where id = $1', [programme.id]);
    await say('programme.finished.v1', lastSessionOn, {
      programmeId: programme.id,
      finishedOn: lastSessionOn,
    });
    expect(await countOf('handover.opened.v1')).toBe(1);
    expect(Object.keys(await tasks())).toHaveLength(20);
  });

  test('waits for the new day when the programme moved before it opened', async () => {
    await scheduled('2026-10-01');
    await database.query(`update programme set last_session_on = '2026-12-17' where id = $1`, [programme.id]);
    await say('programme.rescheduled.v1', '2026-10-02', {
      programmeId: programme.id,
      from: lastSessionOn,
      lastSessionOn: '2026-12-17',
    });
    await sweep('2026-11-05');
    expect(await handover()).toBeUndefined();
    await sweep('2026-11-19');
    expect(await handover()).toMatchObject({ opened_on: '2026-11-19' });
  });
});

describe('an open handover', () => {
  test('moves its undone tasks with the last session', async () => {
    await openIt();
    await database.query(`update handover_task set state = 'done' where id = $1`, [
      (await tasks()).needs_check?.id,
    ]);
    await database.query(`update programme set last_session_on = '2026-12-10' where id = $1`, [programme.id]);
    await say('programme.rescheduled.v1', '2026-11-06', {
      programmeId: programme.id,
      from: lastSessionOn,
      lastSessionOn: '2026-12-10',
    });
    expect(await tasks()).toMatchObject({
      interest_poll: { due_on: '2026-11-26' },
      needs_check: { due_on: '2026-11-12' },
    });
  });

  test('tells of a late task: the lead after three days, the site administrator after seven', async () => {
    await openIt();
    await sweep('2026-11-19');
    expect((await tasks()).interest_poll).toMatchObject({ state: 'open' });
    await sweep('2026-11-20');
    expect((await tasks()).interest_poll).toMatchObject({ state: 'overdue', escalated_to: null });
    await sweep('2026-11-22'); // a Sunday
    expect((await tasks()).interest_poll).toMatchObject({ escalated_to: null });
    await sweep('2026-11-23');
    expect((await tasks()).interest_poll).toMatchObject({ escalated_to: 'lead' });
    await sweep('2026-11-26');
    expect((await tasks()).interest_poll).toMatchObject({ escalated_to: 'site-admin' });
  });

  test('after downtime every late task is caught up with, and nothing is escalated twice', async () => {
    await openIt();
    await sweep('2026-11-27');
    await sweep('2026-11-27');
    const escalated = await database.query<{ to: string }>(
      `select payload ->> 'to' as to from event where stream_id = $1 and name = 'handover-task.escalated.v1' and payload ->> 'key' = 'interest_poll' order by seq`,
      [programme.id],
    );
    expect(escalated).toEqual([{ to: 'lead' }, { to: 'site-admin' }]);
  });
});

describe('a fact that somebody recorded', () => {
  test('ticks the date, the first meeting and the reminder, and moves what counts from it', async () => {
    await openIt();
    const group = await aGroup(database, {
      siteId,
      programmeId: programme.id,
      state: 'forming',
      formedOn: '2026-12-03',
    });
    await worker.append({
      name: 'group.formed.v1',
      streamId: group.id,
      siteId,
      occurredAt: noonOf('2026-11-10'),
      payload: { groupId: group.id, programmeId: programme.id, formedOn: null },
    });
    await worker.drain(noonOf('2026-11-10'));
    expect(await handover()).toMatchObject({ group_id: group.id });

    await recordMeeting(
      { database, worker, group },
      { on: '2026-12-17', came: 'planned', at: noonOf('2026-11-10') },
    );
    await worker.drain(noonOf('2026-11-10'));
    expect(await tasks()).toMatchObject({
      first_date_fixed: { state: 'done' },
      first_meeting: { state: 'open', due_on: '2026-12-17' },
    });

    await database.query(`update meeting set outcome = 'held', headcount = 6 where group_id = $1`, [
      group.id,
    ]);
    const [meeting] = await database.query<{ id: string }>('select id from meeting where group_id = $1', [
      group.id,
    ]);
    const held = {
      groupId: group.id,
      meetingId: meeting?.id ?? '',
      on: '2026-12-17',
      headcount: 6,
      newcomers: 0,
    };
    await worker.append({
      name: 'meeting.held.v1',
      streamId: group.id,
      siteId,
      occurredAt: noonOf('2026-12-17'),
      payload: held,
    });
    await worker.drain(noonOf('2026-12-17'));
    expect(await tasks()).toMatchObject({
      first_meeting: { state: 'done' },
      reminder_first: { state: 'done' },
      ptv_call_1: { state: 'open' },
    });
    const ticks = (await names()).filter((name) => name === 'handover-task.done.v1');
    expect(ticks).toHaveLength(1 + 3); // the volunteer was named before
  });

  test('signing off and accepting tick their own tasks, and the look after 90 days closes the handover', async () => {
    await openIt();
    const { id } = (await handover()) as { id: string };
    await database.query(`update handover set state = 'signed-off' where id = $1`, [id]);
    await say('handover.signed-off.v1', '2026-12-04', { programmeId: programme.id, handoverId: id });
    await say('handover.accepted.v1', '2026-12-05', { programmeId: programme.id, handoverId: id });
    expect(await tasks()).toMatchObject({ handover_done: { state: 'done' }, assign_ptv: { state: 'done' } });

    const review = (await tasks()).review_90?.id ?? '';
    await database.query(`update handover_task set state = 'done' where id = $1`, [review]);
    const done = { handoverId: id, taskId: review, key: 'review_90' };
    await say('handover-task.done.v1', '2027-03-03', done);
    await say('handover-task.done.v1', '2027-03-03', done);
    expect(await handover()).toMatchObject({ state: 'closed' });
    expect(await countOf('handover.closed.v1')).toBe(1);
  });

  test('a look after 90 days that came before the sign-off closes the handover with it', async () => {
    await openIt();
    const { id } = (await handover()) as { id: string };
    const review = (await tasks()).review_90?.id ?? '';
    await database.query(`update handover_task set state = 'not-applicable' where id = $1`, [review]);
    const aside = { handoverId: id, taskId: review, key: 'review_90', state: 'not-applicable' as const };
    await say('handover-task.set-aside.v1', '2026-12-03', { ...aside, reason: 'group-said-no' });
    expect(await handover()).toMatchObject({ state: 'open' });

    await database.query(`update handover set state = 'signed-off' where id = $1`, [id]);
    await say('handover.signed-off.v1', '2026-12-04', { programmeId: programme.id, handoverId: id });
    expect(await handover()).toMatchObject({ state: 'closed' });
  });

  test('a contact person takes over the tasks of the group', async () => {
    await openIt();
    const group = await aGroup(database, { siteId, programmeId: programme.id });
    await database.query('update handover set group_id = $1 where programme_id = $2', [
      group.id,
      programme.id,
    ]);
    const { id: accountId } = await anAccount(database, { roles: [{ role: 'contact', siteId }] });
    const role = await database.insert<{ id: string }>('group_role', {
      site_id: siteId,
      group_id: group.id,
      kind: 'contact',
      account_id: accountId,
      from_on: '2026-11-10',
    });
    await worker.append({
      name: 'role.accepted.v1',
      streamId: group.id,
      siteId,
      occurredAt: noonOf('2026-11-10'),
      payload: { groupId: group.id, roleId: role.id, kind: 'contact' },
    });
    await worker.drain(noonOf('2026-11-10'));
    expect(await tasks()).toMatchObject({
      first_date_fixed: { assignee_id: accountId },
      needs_check: { assignee_id: people.clinician },
    });
  });

  test('an event about a programme that is not there is not skipped in silence', async () => {
    const streamId = randomUUID();
    await worker.append({
      name: 'programme.finishing.v1',
      streamId,
      siteId,
      occurredAt: noonOf('2026-11-05'),
      payload: { programmeId: streamId, lastSessionOn },
    });
    const dead = await eventually('an administrator to see it', async () => {
      await worker.drain(noonOf('2026-11-05'));
      const rows = await database.query(
        'select reactor from dead_event where event_id in (select event_id from event where stream_id = $1)',
        [streamId],
      );
      return rows.length > 0 && rows;
    });
    expect(dead).toEqual([{ reactor: 'handover' }]);
  });
});
