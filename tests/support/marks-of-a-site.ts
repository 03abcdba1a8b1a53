import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { fitted } from '@followon/shared/rules/health/fitted';
import { aGroup, type GroupRow } from './a-group.js';
import type { TestWorker } from './a-worker.js';
import type { TestDatabase } from './database.js';
import { recordMeeting } from './meetings.js';

/** No winter, no school holiday: those ask for more. */
export const today = '2026-06-24';
export const now = new Date(`${today}T13:00:00Z`);

/** A site whose marks are set, and its weekly groups. */
export function marksOfASite(
  { database, worker }: { readonly database: TestDatabase; readonly worker: TestWorker },
  site: { readonly siteId: string },
) {
  /** A weekly group whose latest meeting was two days ago. */
  async function aWeeklyGroup(counts: readonly number[], lastOn = addDays(today, -2)): Promise<GroupRow> {
    const first = addDays(lastOn, -7 * (counts.length - 1));
    const group = await aGroup(database, { siteId: site.siteId, state: 'forming', formedOn: first });
    for (const [week, came] of counts.entries()) {
      const on = addDays(first, 7 * week);
      await recordMeeting({ database, worker, group }, { on, came });
      await worker.drain(new Date(`${on}T12:00:00Z`));
    }
    return group;
  }

  /** As the API writes it, at the time of the test. */
  async function save(version: number, thresholds: object | null, look = true): Promise<void> {
    const { siteId } = site;
    await database.query(
      `insert into site_policy (site_id, version, thresholds, saved_at) values ($1, $2, $3, $4)
     on conflict (site_id) do update set version = excluded.version, thresholds = excluded.thresholds`,
      [siteId, version + 1, thresholds && JSON.stringify(thresholds), now],
    );
    const payload = { siteId, version: version + 1 };
    await worker.append({ name: 'policy.saved.v1', streamId: siteId, siteId, occurredAt: now, payload });
    await worker.drain(now);
    if (look) await sweep();
  }

  async function sweep(): Promise<void> {
    await worker.sweeper.sweep(now);
    await worker.drain(now);
  }

  const open = async ({ id }: GroupRow): Promise<string[]> => {
    const rows = await database.query<{ cause: string }>(
      `select cause from alert where group_id = $1 and state in ('open', 'acknowledged') order by cause`,
      [id],
    );
    return rows.map(({ cause }) => cause);
  };

  const stands = async ({ id }: GroupRow) => {
    const [row] = await database.query<{ level: string; since: Date; parameter_version: string }>(
      'select level, since, parameter_version from group_health where group_id = $1',
      [id],
    );
    return row;
  };

  const messages = async ({ id }: GroupRow): Promise<number> => {
    const rows = await database.query(`select 1 from event where stream_id = $1 and name like 'nudge.%'`, [
      id,
    ]);
    return rows.length;
  };

  const stepsByMarks = async ({ id }: GroupRow): Promise<string[]> => {
    const rows = await database.query<{ step: string }>(
      `select from_level || ' to ' || to_level || ' ' || (reasons -> 0 ->> 'key') as step from group_level_change
     where group_id = $1 and parameter_version <> $2 or (group_id = $1 and reasons -> 0 ->> 'key' = 'marks-changed') order by id`,
      [id, fitted.version],
    );
    return rows.map(({ step }) => step);
  };

  return { aWeeklyGroup, save, sweep, open, stands, messages, stepsByMarks };
}
