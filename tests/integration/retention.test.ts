import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Retention } from '../../apps/worker/src/sweep/retention.js';
import { aLink } from '../support/a-link.js';
import { aSite } from '../support/a-site.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import { anAccount } from '../support/an-account.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (days: number, from = Date.now()) => new Date(from - days * 86_400_000);

let database: TestDatabase;
let worker: TestWorker;
let siteId: string;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
  siteId = (await aSite(database)).id;
}, 30_000);

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const count = async (table: string): Promise<number> =>
  (await database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;

const aKey = (at: Date) =>
  database.insert('command_key', {
    ...{ account_id: randomUUID(), key_hash: randomBytes(32), route: 'POST /api/groups' },
    ...{ body_hash: randomBytes(32), at },
  });

const anOutcome = (at: Date) =>
  database.insert('reaction_outcome', {
    ...{ reactor: 'health', event_id: randomUUID(), site_id: siteId, reaction: 'judge-group' },
    ...{ did: true, what: 'judged', at },
  });

const aDue = (dueAt: Date, doneAt: Date | null) =>
  database.insert('due', {
    ...{ rule: 'silence', site_id: siteId, stream_id: randomUUID(), subject_id: randomUUID() },
    ...{ occurrence: 'once', due_at: dueAt, done_at: doneAt },
  });

test('kept answers go after a day, links thirty after their end, what was done and why after ninety; the rest stays', async () => {
  for (const days of [0.9, 1.1, 30]) await aKey(ago(days));
  for (const days of [89, 91, 400]) await anOutcome(ago(days));
  for (const days of [89, 91]) await aDue(ago(days, now.getTime()), ago(days, now.getTime()));
  await aDue(ago(400, now.getTime()), null);
  for (const days of [29, 31])
    await aLink(database, {
      ...{ site: siteId, action: 'tick-task' },
      subject: randomUUID(),
      expiresAt: ago(days),
    });
  expect(await new Retention(worker.database).sweep(now)).toEqual({
    command_key: 2,
    due: 1,
    import_line: 0,
    inbound_message: 0,
    link: 1,
    reaction_outcome: 2,
  });
  expect([await count('command_key'), await count('reaction_outcome'), await count('due')]).toEqual([
    1, 1, 2,
  ]);
});

test('an upload that never ended keeps its references for an hour, and one that waits its turn for longer', async () => {
  const { id: accountId } = await anAccount(database);
  const staged = async (state: string, startedAt: Date) => {
    const run = { account_id: accountId, site_id: siteId, dry_run: false, state, started_at: startedAt };
    const { id } = await database.insert<{ id: string }>('import_run', run);
    const line = { import_id: id, line: 2, site_id: siteId, group_name: 'Quay', held_on: '2026-01-05' };
    await database.insert('import_line', { ...line, outcome: 'held', headcount: 8 });
  };
  await staged('receiving', ago(1));
  await staged('receiving', ago(0.01));
  await staged('running', ago(1));
  expect(await new Retention(worker.database).sweep(now)).toMatchObject({ import_line: 1 });
  expect(await count('import_line')).toBe(2);
});

test('a text that was dealt with goes after thirty days, with what of it waited for a person; one that was not stays', async () => {
  const text = async (handledAt: Date | null) => {
    const { id } = await database.insert<{ id: string }>('inbound_message', {
      ...{ provider: 'notify', provider_id: randomUUID(), kind: 'reply', said: 'unknown' },
      ...{ happened_at: ago(400), received_at: ago(400), from_hash: randomBytes(32), handled_at: handledAt },
    });
    const aside = { site_id: siteId, inbound_id: id, why: 'unread', at: handledAt ?? ago(400) };
    if (handledAt) await database.insert('reply_aside', aside);
  };
  for (const days of [29, 31]) await text(ago(days, now.getTime()));
  await text(null);
  expect(await new Retention(worker.database).sweep(now)).toMatchObject({ inbound_message: 1 });
  expect([await count('inbound_message'), await count('reply_aside')]).toEqual([2, 1]);
});

test('more than one batch goes in one sweep', async () => {
  await database.query(
    `insert into command_key (account_id, key_hash, route, body_hash, at)
     select gen_random_uuid(), sha256(n::text::bytea), 'POST /', '', now() - interval '2 days' from generate_series(1, 2500) n`,
  );
  expect(await new Retention(worker.database).sweep(now)).toMatchObject({ command_key: 2_500 });
});
