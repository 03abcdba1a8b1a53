import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';

/** Something to look at on a day to come. `occurrence` tells one time from the next, usually by its date. */
export interface NewDue {
  readonly rule: string;
  readonly siteId: string;
  readonly streamId: string;
  readonly subjectId: string;
  readonly occurrence: string;
  readonly dueAt: Date;
}

/** Part of a statement whose parameter of that number holds {@link dueRows}. */
export const armDueSql = (parameter: `$${number}`): string => `
  insert into due (rule, site_id, stream_id, subject_id, occurrence, due_at)
  select rule, site_id, stream_id, subject_id, occurrence, due_at
  from jsonb_to_recordset(${parameter}::jsonb) as d(rule text, site_id uuid, stream_id uuid, subject_id uuid, occurrence text, due_at timestamptz)
  on conflict (rule, subject_id, occurrence) do nothing`;
const ARM = { name: 'arm-due', text: armDueSql('$1') };

export const dueRows = (dues: readonly NewDue[]): string =>
  JSON.stringify(
    dues.map((due) => ({
      rule: due.rule,
      site_id: due.siteId,
      stream_id: due.streamId,
      subject_id: due.subjectId,
      occurrence: due.occurrence,
      due_at: due.dueAt.toISOString(),
    })),
  );

/** Puts days into the diary of the sweeps, in the caller's transaction. Arming the same occurrence twice does nothing. */
export async function armDue(manager: EntityManager, dues: readonly NewDue[]): Promise<void> {
  if (dues.length > 0) await prepared(manager, ARM, [dueRows(dues)]);
}
