import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aGroup } from '../support/a-group.js';
import { aNudge } from '../support/a-nudge.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

/** A Tuesday. */
const NOON = new Date('2026-12-15T12:00:00Z');

let database: TestDatabase;
let worker: TestWorker;
beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
}, 30_000);
afterAll(async () => {
  await worker?.close();
  await database?.close();
});

/** What becomes of a kind word to a member of a group's list, who has said yes or no to these. */
async function kindWordAfter(said: Readonly<Record<string, boolean>>): Promise<string | undefined> {
  const { id: groupId, site_id: siteId } = await aGroup(database, { headcounts: [] });
  const member = { site_id: siteId, group_id: groupId, display_name: 'Jo', wants_messages: true };
  const { id } = await database.insert<{ id: string }>('member', member);
  const person = { person_id: id, person_kind: 'member', member_id: id };
  const word = { channel: 'any', said_at: NOON, said_by: 'contact' };
  for (const [purpose, wants] of Object.entries(said))
    await database.insert('message_consent', { ...person, ...word, purpose, wants });
  const about = { siteId, groupId, key: 'flare_kindness', audience: 'member', figures: {} } as const;
  const dueAt = '2026-12-15T09:00:00Z';
  const nudge = await aNudge(database, { ...about, person: { kind: 'member', id }, state: 'planned', dueAt });
  const values = [nudge.id, groupId, '2026-12-20T18:00:00Z'];
  await database.query('update nudge set subject_id = $2, use_by = $3 where id = $1', values);
  await worker.deliverer.deliver(NOON);
  const [row] = await database.query<{ became: string }>(
    `select concat_ws(' ', state, reason) as became from nudge where id = $1`,
    [nudge.id],
  );
  return row?.became;
}

test.each([
  ['who has no word of their own: the list stands for all it is for', {}, 'sent'],
  ['who said yes to it', { 'group-support': true }, 'sent'],
  ['who said yes to dates only', { 'meeting-reminder': true }, 'suppressed not-opted-in'],
  ['who said no to it', { 'meeting-reminder': true, 'group-support': false }, 'suppressed refused'],
])('a kind word to somebody %s', async (_who, said, became) => {
  expect(await kindWordAfter(said)).toBe(became);
});
