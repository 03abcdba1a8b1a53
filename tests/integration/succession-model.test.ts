import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import fc from 'fast-check';
import { ALivingGroup } from '../support/a-living-group.js';
import { noonOf } from '../support/a-succession.js';
import type { TestWorker } from '../support/a-worker.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';

let database: TestDatabase;
let worker: TestWorker;

beforeAll(async () => {
  database = await aDatabase();
  worker = await aWorker(database);
});

afterAll(async () => {
  await worker?.close();
  await database?.close();
});

const REACHABLE = `exists (select from group_role r left join account a on a.id = r.account_id left join member m on m.id = r.member_id
  where r.group_id = g.id and r.kind = 'contact' and r.until_on is null and a.disabled_at is null and m.left_on is null)`;
const SEARCH = `select from succession s where s.group_id = g.id and s.kind = 'contact' and s.state = 'open'`;
const CLOCK = `s.act_by >= $1::date and exists (select from due d where d.rule = 'succession' and d.subject_id = s.id
  and d.occurrence = s.act_by::text and d.done_at is null)`;

/** What must never be, of every group there is, on this day. */
const wrong: Readonly<Record<string, string>> = {
  'an active group has nobody, and nobody looks by a day to come': `
    g.state in ('forming', 'meeting', 'unknown') and not ${REACHABLE} and not exists (${SEARCH} and ${CLOCK})`,
  'a resting group has nobody, and its search was forgotten': `g.state = 'resting' and not ${REACHABLE} and not exists (${SEARCH})`,
  'a search goes on although somebody said yes': `${REACHABLE} and exists (${SEARCH})`,
  'a search goes on for a group that has ended': `g.state in ('closed', 'closed-well', 'merged') and exists (${SEARCH})`,
  'a role is handed on with two lists': `exists (select from handover h where h.group_id = g.id and h.kind = 'hand-on' group by h.role_id having count(*) > 1)`,
};

async function whatIsWrong(today: string): Promise<string[]> {
  const found: string[] = [];
  for (const [what, condition] of Object.entries(wrong)) {
    // Every statement takes the day, whether it asks for it or not.
    const sql = `select g.id from follow_on_group g where $1::date is not null and ${condition}`;
    const rows = await database.query<{ id: string }>(sql, [today]);
    found.push(...rows.map(({ id }) => `${what}: ${id} on ${today}`));
  }
  const stuck = await database.query<{ reason: string }>('select reason from dead_event');
  return [...found, ...stuck.map(({ reason }) => `dead event: ${reason}`)];
}

const ACTS = [
  'offer',
  'accept',
  'decline',
  'announce',
  'leave',
  'disable',
  'enable',
  'rest',
  'resume',
  'close',
  'restart',
  'pass',
  'replay',
] as const;

interface Act {
  readonly act: (typeof ACTS)[number];
  readonly who: number;
  readonly days: number;
}

const anAct: fc.Arbitrary<Act> = fc.record({
  // A yes and a day that passes come more often, or most groups would never have anybody, and never for long.
  act: fc.constantFrom(...ACTS, 'accept', 'accept', 'pass'),
  who: fc.nat({ max: 2 }),
  days: fc.integer({ min: 1, max: 25 }),
});

/** The days that pass with it: an account that is switched off is seen the next morning. */
const passes = ({ act, days }: Act): number => {
  if (act === 'pass') return days;
  return act === 'disable' || act === 'enable' ? 1 : 0;
};

const does: { readonly [A in Act['act']]: (group: ALivingGroup, act: Act) => Promise<void> } = {
  offer: (group, { who }) => group.offer(who),
  accept: async (group, { who }) => {
    await group.offer(who);
    await group.answer(who, 'accepted');
  },
  decline: (group, { who }) => group.answer(who, 'declined'),
  announce: (group, { who, days }) => group.announce(who, days),
  leave: (group, { who }) => group.leave(who),
  disable: (group, { who }) => group.able(who, false),
  enable: (group, { who }) => group.able(who, true),
  rest: (group, { days }) => group.rest(days > 12 ? undefined : days),
  resume: (group) => group.resume(),
  close: (group) => group.close(),
  restart: (group) => group.restart(),
  pass: () => Promise.resolve(),
  replay: (group, { days }) => group.replay(days),
};

/** One clock for all groups: those of earlier lives live on, and are looked at as well. */
let today = '2026-01-05';

async function morning(days: number): Promise<void> {
  today = addDays(today, days);
  await worker.sweeper.sweep(noonOf(today));
  await worker.drain(noonOf(today));
}

async function live(acts: readonly Act[], origin: 'live' | 'import'): Promise<void> {
  const group = await ALivingGroup.form(database, worker, { today, origin });
  // Before the worker has heard of it, the check must see that nobody looks: it can fail.
  expect(await whatIsWrong(today)).toHaveLength(1);
  await worker.drain(noonOf(today));
  expect(await whatIsWrong(today)).toEqual([]);
  for (const act of acts) {
    await does[act.act](group, act);
    await worker.drain(noonOf(today));
    if (passes(act) > 0) await morning(passes(act));
    group.at(today);
    expect(await whatIsWrong(today)).toEqual([]);
  }
  await group.close();
  await worker.drain(noonOf(today));
}

test('no active group is without a contact person or an open search with a clock, whatever happens', async () => {
  const lives = fc.tuple(
    fc.array(anAct, { minLength: 6, maxLength: 16, size: 'max' }),
    fc.constantFrom('live', 'import'),
  );
  await fc.assert(
    fc.asyncProperty(lives, ([acts, origin]) => live(acts, origin)),
    { numRuns: 30, endOnFailure: true },
  );
  const [seen] = await database.query<{ opened: number; filled: number; further: number }>(
    `select count(*)::int as opened, count(*) filter (where state = 'filled')::int as filled, count(*) filter (where stage = 'site-admin')::int as further
     from succession`,
  );
  // The lives were worth living through.
  expect(seen?.opened).toBeGreaterThan(30);
  expect(seen?.filled).toBeGreaterThan(10);
}, 240_000);
