import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Role } from '@followon/shared/contract/session';
import { aGroup } from '../support/a-group.js';
import { aHandover } from '../support/a-handover.js';
import { aNudge } from '../support/a-nudge.js';
import { aProgramme } from '../support/a-programme.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const NOON = new Date('2026-12-22T12:00:00Z');
const useBy = '2027-01-20T18:00:00Z';
const today = '2026-12-22';

let database: TestDatabase;
let worker: TestWorker;
let siteId: string;
let groupId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);

beforeEach(async () => {
  const group = await aGroup(database, { headcounts: [] });
  [siteId, groupId] = [group.site_id, group.id];
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

type Audience = 'role-holder' | 'volunteer' | 'staff';
interface Message {
  readonly key: string;
  readonly audience: Audience;
  readonly subject?: string;
  readonly figures?: object;
  readonly isOfSite?: boolean;
}

const at = (...roles: Role[]) =>
  anAccount(database, { roles: roles.map((role) => ({ role, siteId })) }).then(({ id }) => id);
const holds = (kind: string, holder: object) =>
  database.insert('group_role', {
    ...{ site_id: siteId, group_id: groupId, kind, from_on: '2026-03-01' },
    ...holder,
  });
const aMeeting = async () => {
  const meeting = { site_id: siteId, group_id: groupId, held_on: '2026-12-21', outcome: 'planned' };
  return (await database.insert<{ id: string }>('meeting', meeting)).id;
};
const anOpenAlert = async (stage = 'clinician') => {
  const alert = { site_id: siteId, group_id: groupId, cause: 'fading', state: 'open', reasons: '[]', stage };
  const opened = { opened_at: '2026-12-21T09:00:00Z', opened_event_id: randomUUID() };
  return (await database.insert<{ id: string }>('alert', { ...alert, ...opened })).id;
};

/** A message that was planned for them while they had the role. */
async function planned(person: { kind: 'account' | 'member'; id: string }, message: Message) {
  const { key, audience, subject = groupId, figures = {}, isOfSite } = message;
  const about = { siteId, groupId: isOfSite ? null : groupId, key, audience, person };
  const { id } = await aNudge(database, {
    ...{ ...about, state: 'planned', dueAt: '2026-12-22T08:00:00Z', figures: { ...figures } },
  });
  const values = [id, subject, useBy];
  await database.query('update nudge set subject_id = $2, use_by = $3 where id = $1', values);
  return id;
}

const became = async (id: string) => {
  await worker.deliverer.deliver(NOON);
  const [row] = await database.query<{ state: string; reason: string | null }>(
    `select n.state, coalesce(n.reason, d.reason) as reason from nudge n join delivery d on d.nudge_id = n.id where n.id = $1`,
    [id],
  );
  return row;
};
const isOver = { state: 'suppressed', reason: 'no-longer-their-role' };
const left = { state: 'sent', reason: null };

describe('a message to somebody with a part in a group', () => {
  const parts = [
    { who: 'the contact person', kind: 'contact', key: 'how_was_it', audience: 'role-holder' },
    { who: 'the host', kind: 'host', key: 'register_missing', audience: 'role-holder' },
    { who: 'whoever holds a role', kind: 'host', key: 'winter_note', audience: 'role-holder' },
    { who: 'the volunteer beside it', kind: 'ptv', key: 'would_a_hand_help', audience: 'volunteer' },
  ] as const;
  const subjectOf = (key: string) =>
    key === 'winter_note' ? groupId : key === 'would_a_hand_help' ? anOpenAlert() : aMeeting();

  test.each(parts)('reaches $who while they are it ($key)', async ({ kind, key, audience }) => {
    const id = await at('volunteer');
    await holds(kind, { account_id: id });
    const message = await planned({ kind: 'account', id }, { key, audience, subject: await subjectOf(key) });
    expect(await became(message)).toEqual(left);
  });

  test.each(parts)(
    'is let go when $who has stepped down and stays ($key)',
    async ({ kind, key, audience }) => {
      const id = await at('volunteer');
      await holds(kind, { account_id: id, until_on: today });
      const message = await planned(
        { kind: 'account', id },
        { key, audience, subject: await subjectOf(key) },
      );
      expect(await became(message)).toEqual(isOver);
    },
  );

  test('goes neither to who was replaced nor to who took another role, with an account or without', async () => {
    const place = { site_id: siteId, group_id: groupId };
    const member = (await database.insert<{ id: string }>('member', { ...place, display_name: 'Jo' })).id;
    await holds('contact', { member_id: member, until_on: '2026-12-20' });
    await holds('host', { member_id: member });
    await holds('contact', { account_id: await at('contact') });
    const subject = await aMeeting();
    const message = { key: 'how_was_it', audience: 'role-holder', subject } as const;
    expect(await became(await planned({ kind: 'member', id: member }, message))).toEqual(isOver);
  });

  test('still thanks them: that is for whose role is over', async () => {
    const id = await at('contact');
    const role = await holds('contact', { account_id: id, until_on: today });
    const message = { key: 'role_thanks', audience: 'role-holder', subject: role['id'] as string } as const;
    expect(await became(await planned({ kind: 'account', id }, message))).toEqual(left);
  });
});

describe('a message to somebody with a part at a site', () => {
  const staff = [
    { role: 'clinician', key: 'alert_opened', audience: 'staff' },
    { role: 'site-admin', key: 'alert_unanswered', audience: 'staff' },
    { role: 'lead', key: 'help_asked', audience: 'staff' },
    { role: 'volunteer', key: 'volunteer_asked', audience: 'volunteer' },
  ] as const;
  const subjectOf = async (key: string, id: string) => {
    if (key === 'alert_opened') return anOpenAlert();
    if (key === 'alert_unanswered') return anOpenAlert('site-admin');
    if (key === 'volunteer_asked') {
      const programme = await aProgramme(database, { siteId });
      const asked = { programme_id: programme.id, account_id: id, part: 'ptv', asked_at: NOON };
      return (await database.insert<{ id: string }>('volunteer_request', { site_id: siteId, ...asked })).id;
    }
    const report = { site_id: siteId, group_id: groupId, kind: 'help-asked', on_date: today };
    return (await database.insert<{ id: string }>('group_report', report)).id;
  };

  test.each(staff)('reaches the $role, and nobody who is that no more ($key)', async (one) => {
    const { role, key, audience } = one;
    const [now, before] = [await at(role), await at('contact')];
    const message = { key, audience, subject: await subjectOf(key, now) };
    expect(await became(await planned({ kind: 'account', id: before }, message))).toEqual(isOver);
    expect(await became(await planned({ kind: 'account', id: now }, message))).toEqual(left);
  });

  test('with a list of one task says that it is with somebody else now', async () => {
    const [before, after] = [await at('volunteer'), await at('volunteer')];
    const programme = await aProgramme(database, { siteId, lastSessionOn: '2027-01-10' });
    const handover = await aHandover(database, programme, { openedOn: '2026-12-10' });
    const [task] = await database.query<{ id: string }>(
      `update handover_task set assignee_id = $2, due_on = '2026-12-22', state = 'open'
       where id = (select id from handover_task where handover_id = $1 and owner_role = 'volunteer' limit 1) returning id`,
      [handover.id, after],
    );
    const of = { key: 'task_digest', audience: 'volunteer', subject: siteId, isOfSite: true } as const;
    const message = { ...of, figures: { on: today, task: task?.id } };
    expect(await became(await planned({ kind: 'account', id: before }, message))).toEqual(isOver);
    expect(await became(await planned({ kind: 'account', id: after }, message))).toEqual(left);
    await database.query(`update handover_task set state = 'done', done_at = now() where id = $1`, [
      task?.id,
    ]);
    const done = await planned({ kind: 'account', id: before }, message);
    expect(await became(done)).toEqual({ state: 'suppressed', reason: 'no-longer-true' });
  });
});
