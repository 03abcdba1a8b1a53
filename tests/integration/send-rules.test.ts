import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aNudge } from '../support/a-nudge.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

/** A Tuesday; Christmas Day is the Friday of the week, and Boxing Day is kept on the Monday after. */
const NOON = new Date('2026-12-22T12:00:00Z');
const useBy = '2027-01-20T18:00:00Z';

let database: TestDatabase;
let worker: TestWorker;
let other: TestWorker;
let person: string;
let groups: { readonly siteId: string; readonly id: string }[];

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  other = await aWorker(database);
}, 30_000);

/** Somebody with a role in two groups of one site and one of another. */
beforeEach(async () => {
  const first = await aGroup(database, { headcounts: [] });
  const second = await aGroup(database, { siteId: first.site_id, headcounts: [] });
  const elsewhere = await aGroup(database, { headcounts: [] });
  groups = [first, second, elsewhere].map(({ site_id: siteId, id }) => ({ siteId, id }));
  const roles = [first, elsewhere].map(({ site_id: siteId }) => ({ role: 'contact' as const, siteId }));
  person = (await anAccount(database, { roles: [...roles, { role: 'volunteer', siteId: first.site_id }] }))
    .id;
  for (const { siteId, id } of groups)
    for (const kind of ['contact', 'ptv'])
      await database.insert('group_role', {
        ...{ site_id: siteId, group_id: id, kind, account_id: person, from_on: '2026-03-02' },
      });
});

afterAll(async () => {
  await other?.close();
  await worker?.close();
  await database?.close();
});

interface Waiting {
  readonly key?: string;
  readonly audience?: 'member' | 'role-holder' | 'volunteer';
  readonly group?: number;
  readonly dueAt?: string;
  readonly subject?: string;
}

async function waiting({ key = 'winter_note', audience = 'role-holder', group = 0, ...over }: Waiting = {}) {
  const { siteId, id: groupId } = groups[group] ?? { siteId: '', id: '' };
  const about = { siteId, groupId, key, audience, person: { kind: 'account', id: person } } as const;
  const dueAt = over.dueAt ?? '2026-12-22T08:00:00Z';
  const { id } = await aNudge(database, { ...about, state: 'planned', dueAt, figures: {} });
  const values = [id, over.subject ?? groupId, useBy];
  await database.query('update nudge set subject_id = $2, use_by = $3 where id = $1', values);
  return id;
}

const became = async () => {
  const rows = await database.query<{ became: string }>(
    `select concat_ws(' ', n.state, coalesce(n.reason, d.reason)) as became from nudge n join delivery d on d.nudge_id = n.id
     where n.person_id = $1 order by n.state, became`,
    [person],
  );
  return rows.map((row) => row.became);
};
const wish = (wishes: object) =>
  database.insert('message_wish', {
    ...{ person_id: person, person_kind: 'account', account_id: person, updated_at: NOON },
    ...wishes,
  });
const many = (count: number, of: (n: number) => Waiting) =>
  Promise.all(Array.from({ length: count }, (_, n) => waiting(of(n))));

describe('the budget of one person', () => {
  test.each([
    { audience: 'role-holder', most: 3 },
    { audience: 'member', most: 2 },
  ] as const)(
    'is kept to the message over groups and sites, however many workers send at one moment: $audience, $most',
    async ({ audience, most }) => {
      await many(18, (n) => ({ audience, group: n % 3 }));
      await Promise.all([worker, other, worker, other].map(({ deliverer }) => deliverer.deliver(NOON)));
      const all = await became();
      expect(all.filter((one) => one === 'sent')).toHaveLength(most);
      expect(all.filter((one) => one === 'suppressed over-budget')).toHaveLength(18 - most);
    },
    20_000,
  );

  test('counts what nobody knows to have left or not', async () => {
    const ids = await many(3, (n) => ({ group: n }));
    await database.query(`update delivery set state = 'unknown' where nudge_id = any($1)`, [ids]);
    await waiting();
    await worker.deliverer.deliver(NOON);
    expect(await became()).toContain('suppressed over-budget');
  });
});

describe('a message that waits', () => {
  test('leaves for nobody who has stopped, in any group and capacity', async () => {
    await wish({ stopped_at: NOON });
    await many(3, (n) => ({ group: n }));
    await waiting({ audience: 'volunteer' });
    await worker.deliverer.deliver(NOON);
    expect(await became()).toEqual(Array.from({ length: 4 }, () => 'suppressed stopped'));
  });

  test('is let go during a pause, and for a purpose that was refused', async () => {
    await wish({ paused_until: '2026-12-23' });
    await waiting();
    await worker.deliverer.deliver(NOON);
    await database.insert('message_consent', {
      ...{ person_id: person, person_kind: 'account', account_id: person, channel: 'any' },
      ...{ purpose: 'group-support', wants: false, said_at: NOON, said_by: 'self' },
    });
    await waiting({ dueAt: '2026-12-23T08:00:00Z' });
    await worker.deliverer.deliver(new Date('2026-12-23T12:00:00Z'));
    expect(await became()).toEqual(['suppressed paused', 'suppressed refused']);
  });

  test('is held over a bad day and over Christmas, says why and until when, and is looked at again then', async () => {
    await wish({ bad_until: '2026-12-24' });
    const id = await waiting();
    await worker.deliverer.deliver(NOON);
    const delivery = () =>
      database.query('select reason, due_at from delivery where nudge_id = $1 and sent_at is null', [id]);
    const tuesday = new Date('2026-12-29T08:00:00Z');
    expect(await delivery()).toEqual([{ reason: 'bad-day', due_at: tuesday }]);

    await worker.deliverer.deliver(new Date('2026-12-28T12:00:00Z'));
    expect(await became()).toEqual(['planned bad-day']);
    await database.query(`update follow_on_group set state = 'closed' where id = $1`, [groups[0]?.id]);
    await worker.deliverer.deliver(tuesday);
    expect((await became())[0]).toMatch(/^suppressed (no-longer-true|group-closed)$/);
  });

  test('asks nothing that the group has answered, whoever of its people did', async () => {
    const { siteId, id: groupId } = groups[0] ?? { siteId: '', id: '' };
    const alert = await database.insert<{ id: string }>('alert', {
      ...{ site_id: siteId, group_id: groupId, cause: 'fading', state: 'open', reasons: '[]' },
      ...{ opened_at: '2026-12-21T09:00:00Z', opened_event_id: randomUUID() },
    });
    const colleague = (await anAccount(database, { roles: [{ role: 'contact', siteId }] })).id;
    const asked = await aNudge(database, {
      ...{ siteId, groupId, key: 'would_a_hand_help', dueAt: '2026-10-01T09:00:00Z' },
      person: { kind: 'account', id: colleague },
    });
    await database.query(`update nudge set answer = 'leave-us-be', answered_at = $2 where id = $1`, [
      asked.id,
      '2026-10-02T09:00:00Z',
    ]);
    await waiting({ key: 'would_a_hand_help', subject: alert.id });
    await worker.deliverer.deliver(NOON);
    expect(await became()).toEqual(['suppressed answered-lately']);
  });
});
