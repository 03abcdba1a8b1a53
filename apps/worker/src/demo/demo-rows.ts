import type { NewDue } from '@followon/shared/db/due/arm-due';
import type { NewEvent } from '@followon/shared/db/ledger/append';

/** The tables of the demo in the order in which they can be filled. */
export const tables = [
  ...([
    'site',
    'account',
    'membership',
    'volunteer',
    'programme',
    'follow_on_group',
    'group_merge',
    'group_rest',
    'member',
  ] as const),
  ...([
    'group_role',
    'meeting',
    'attendance',
    'volunteer_request',
    'handover',
    'handover_task',
    'programme_interest',
    'founding_wish',
    'succession',
    'group_report',
    'nudge_trial',
    'nudge_trial_unit',
    'nudge',
    'delivery',
    'delivery_step',
  ] as const),
] as const;
export type Table = (typeof tables)[number];

/** A row as the table has it: column names, snake case. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows to write, facts to append in the order of each stream, and days for the sweeps to look at. */
export interface Part {
  readonly rows: Readonly<Partial<Record<Table, readonly Row[]>>>;
  readonly facts: readonly NewEvent[];
  readonly dues: readonly NewDue[];
}

export const nothing: Part = { rows: {}, facts: [], dues: [] };

export function join(parts: readonly Part[]): Part {
  const rows = Object.fromEntries(
    tables.map((table) => [table, parts.flatMap((part) => part.rows[table] ?? [])]),
  );
  return { rows, facts: parts.flatMap(({ facts }) => facts), dues: parts.flatMap(({ dues }) => dues) };
}
