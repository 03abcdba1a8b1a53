import { appendAll } from '@followon/shared/db/ledger/append';
import type { DueRow, SweepContext, SweepRule } from '../sweep-rule.js';

/** Held as they are, like every programme that a handover hangs on. */
const PROGRAMMES = `
  select p.id, coalesce(p.finished_on, p.last_session_on) as last_session_on, exists (select from handover h where h.programme_id = p.id) as is_open
  from programme p where p.id = any($1::uuid[]) order by p.id for share of p`;

interface ProgrammeRow {
  readonly id: string;
  readonly last_session_on: string;
  readonly is_open: boolean;
}

/**
 * Four weeks before the last session; a day that was armed before the programme moved says nothing. Hundreds of programmes
 * may begin to finish on one morning, so they are read and told at once.
 */
export const programmeFinishing: SweepRule = {
  rule: 'programme-finishing',
  afterDowntime: 'catch up',
  sweep: async (due, context) => (await sweepAll([due], context)).get(due.id) ?? '',
  sweepAll,
};

async function sweepAll(
  dues: readonly DueRow[],
  { manager, now }: SweepContext,
): Promise<ReadonlyMap<number, string>> {
  const rows: ProgrammeRow[] = await manager.query(PROGRAMMES, [dues.map(({ stream_id }) => stream_id)]);
  const programmes = new Map(rows.map((row) => [row.id, row]));
  const why = (due: DueRow) => whyNot(due, programmes.get(due.stream_id));
  const finishing = dues.filter((due) => why(due) === undefined);
  await appendAll(
    manager,
    finishing.map(({ stream_id, site_id, occurrence }) => ({
      ...{ name: 'programme.finishing.v1', streamId: stream_id, siteId: site_id, occurredAt: now },
      payload: { programmeId: stream_id, lastSessionOn: occurrence },
    })),
  );
  return new Map(dues.map((due) => [due.id, why(due) ?? 'the programme is finishing']));
}

/** @throws Error when the programme is not there: its events came first, so something is wrong */
function whyNot({ stream_id, occurrence }: DueRow, programme: ProgrammeRow | undefined): string | undefined {
  if (!programme) throw new Error(`programme ${stream_id} is not there`);
  if (programme.is_open) return 'the checklist is open already';
  return programme.last_session_on === occurrence ? undefined : 'the programme has moved';
}
