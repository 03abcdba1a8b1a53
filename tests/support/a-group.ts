import { randomUUID } from 'node:crypto';
import type { Cadence } from '@followon/shared/contract/groups';
import type { GroupState } from '@followon/shared/contract/health';
import { addDays } from '@followon/shared/rules/calendar/civil-date';
import { aSite } from './a-site.js';
import type { TestDatabase } from './database.js';

export interface GroupRow {
  readonly id: string;
  readonly site_id: string;
  readonly name: string;
}

interface GroupOptions {
  /** A new site unless given. */
  readonly siteId?: string;
  readonly programmeId?: string | null;
  readonly name?: string;
  readonly meets?: Cadence;
  readonly state?: GroupState;
  readonly formedOn?: string | null;
  /** Head counts of meetings already held, a week apart from `formedOn`. Stored as they are: nothing is judged. */
  readonly headcounts?: readonly number[];
}

const firstMeetingOn = '2026-03-02';

/** A weekly group that meets; only what matters is in the call. */
export async function aGroup(database: TestDatabase, options: GroupOptions = {}): Promise<GroupRow> {
  const siteId = options.siteId ?? (await aSite(database)).id;
  const formedOn = options.formedOn === undefined ? firstMeetingOn : options.formedOn;
  const group = await database.insert<GroupRow & Record<string, unknown>>('follow_on_group', {
    site_id: siteId,
    programme_id: options.programmeId ?? null,
    name: options.name ?? `Group ${randomUUID()}`,
    cadence: options.meets ?? 'weekly',
    state: options.state ?? 'meeting',
    formed_on: formedOn,
  });
  for (const [week, headcount] of (options.headcounts ?? []).entries()) {
    await database.insert('meeting', {
      site_id: siteId,
      group_id: group.id,
      held_on: addDays(formedOn ?? firstMeetingOn, 7 * week),
      outcome: 'held',
      headcount,
      recorded_at: new Date(),
      version: 1,
    });
  }
  return group;
}
