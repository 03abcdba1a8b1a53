import { writeFile } from 'node:fs/promises';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { londonInstant } from '@followon/shared/rules/calendar/london';
import { expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { seedDemo } from '../../apps/worker/src/demo/seed-demo.js';
import { aWorker } from '../support/a-worker.js';
import type { TestDatabase } from '../support/database.js';
import { aDatabase } from '../support/database.js';
import { LivingPeople } from '../support/living-people.js';
import { brokenRules } from '../support/message-rules.js';
import { readLeft } from '../support/read-left.js';
import { seeded } from '../support/seeded.js';

const DAYS = 60;
const moments = ['02:00', '07:30', '08:05', '12:00', '15:00', '18:30'];

async function seedAt(database: TestDatabase, start: string): Promise<void> {
  const owner = await new DataSource({ type: 'postgres', url: database.urls.owner }).initialize();
  try {
    await seedDemo(owner, { password: 'sixty days of demo', now: londonInstant(start, '01:00') });
  } finally {
    await owner.destroy();
  }
}

interface Lived {
  /** Every broken rule, in a line. */
  readonly broken: readonly string[];
  /** How many messages waited for a better hour or day; one that left keeps no reason, so they are counted as they wait. */
  readonly held: number;
}

/** Lives the days, and leaves what became of each message in the database. */
async function liveThrough(database: TestDatabase, start: string): Promise<Lived> {
  const worker = await aWorker(database);
  const people = new LivingPeople(database, worker, seeded(6));
  const broken: string[] = [];
  const held = new Set<string>();
  const look = async (now: Date) => {
    await worker.sweeper.sweep(now);
    await worker.drain(now);
    await worker.deliverer.deliver(now);
    for (const left of await readLeft(database, now))
      for (const rule of brokenRules(left))
        broken.push(`${now.toISOString()} ${left.key} to a ${left.audience}: ${rule}`);
    for (const { id } of await database.query<{ id: string }>(HELD)) held.add(id);
    await worker.drain(now);
  };
  try {
    for (let nth = 0; nth < DAYS; nth += 1) {
      const day = addDays(start, nth);
      for (const time of moments) {
        const now = londonInstant(day, time);
        await look(now);
        if (time === '12:00') await people.live(day, nth, now);
      }
    }
    return { broken, held: held.size };
  } finally {
    await worker.close();
  }
}

const LIST = `
  select concat_ws(' | ', to_char(coalesce(n.sent_at, n.due_at) at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI'), s.name, n.key, n.audience, n.state,
    coalesce(n.reason, d.reason)) as line from nudge n join site s on s.id = n.site_id left join delivery d on d.nudge_id = n.id
  where coalesce(n.sent_at, n.due_at) >= $1 order by 1`;
const HELD = `select id from delivery where state in ('queued', 'held')
  and reason in ('bad-day', 'quiet-day', 'not-a-working-day', 'half-day', 'quiet-hours')`;
const LOST = `
  select n.key, n.state, d.state as delivery, n.due_at from nudge n left join delivery d on d.nudge_id = n.id where n.due_at >= $1
    and ((n.state = 'suppressed' and n.reason is null) or (d.state = 'held' and d.reason is null) or d.state in ('sending', 'unknown', 'dead')
      or (n.state = 'planned' and coalesce(d.due_at, n.due_at) <= $2))`;

test.each([
  {
    start: '2026-09-21',
    holding: 'the October change and the first days of November',
    kinds: ['winter_note', 'admin_digest'],
  },
  {
    start: '2026-03-16',
    holding: 'the March change, Easter and the May bank holiday',
    kinds: ['meeting_reminder', 'admin_digest'],
  },
])(
  'sixty days of the demo network with $holding: every message keeps the rules, and none is lost',
  async ({ start, kinds }) => {
    const database = await aDatabase();
    try {
      await seedAt(database, start);
      const from = londonInstant(start, '02:00');
      const { broken, held } = await liveThrough(database, start);
      const lines = (await database.query<{ line: string }>(LIST, [from])).map(({ line }) => line);
      const file = process.env['FOLLOWON_MESSAGES_FILE'];
      if (file) await writeFile(`${file}.${start}`, `${lines.join('\n')}\n`);
      expect(broken).toEqual([]);
      const end = londonInstant(addDays(start, DAYS - 1), '18:30');
      expect(await database.query(LOST, [from, end])).toEqual([]);
      expect(await happened(database)).toEqual({ manyKinds: true, manySent: true });
      expect(held).toBeGreaterThan(0);
      for (const kind of kinds)
        expect(lines.filter((line) => line.includes(`${kind} |`) && line.includes('sent'))).not.toEqual([]);
      for (const reason of ['no-longer-true', 'over-budget']) expect(lines.join('\n')).toContain(reason);
    } finally {
      await database.close();
    }
  },
  120_000,
);

/** Rules that nothing was held against prove nothing. */
async function happened(database: TestDatabase): Promise<object> {
  const [row] = await database.query<{ kinds: number; sent: number }>(
    `select count(distinct key)::int as kinds, count(*)::int as sent from nudge where state = 'sent'`,
  );
  return { manyKinds: (row?.kinds ?? 0) >= 10, manySent: (row?.sent ?? 0) >= 200 };
}
