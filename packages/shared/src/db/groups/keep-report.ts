import type { EntityManager } from 'typeorm';
import type { GroupReportView, ReportKind } from '../../contract/health.js';
import type { Payload } from '../../events/catalogue.js';

export const REPORT_COLUMNS = `id, kind, on_date as "on", until_date as "until"`;

/** Nothing when it is open already, also when somebody else said it at the same moment. */
const KEEP = `
  insert into group_report (site_id, group_id, kind, on_date, reported_by) values ($1, $2, $3, $4, $5)
  on conflict (group_id, kind) where until_date is null do nothing returning ${REPORT_COLUMNS}`;

export interface NewReport {
  readonly siteId: string;
  readonly groupId: string;
  readonly kind: ReportKind;
  readonly on: string;
  /** Kept and not told; null for somebody who has no account. */
  readonly by: string | null;
}

/** Writes down what a group says of itself. Undefined when it stands already. */
export async function keepReport(
  manager: EntityManager,
  { siteId, groupId, kind, on, by }: NewReport,
): Promise<GroupReportView | undefined> {
  const rows: GroupReportView[] = await manager.query(KEEP, [siteId, groupId, kind, on, by]);
  return rows[0];
}

type Fact = { readonly [N in 'group.reported.v1' | 'help.asked.v1']: { name: N; payload: Payload<N> } };

/** What is announced of a report, in this order. */
export function factsOfReport(groupId: string, { id: reportId, kind, on }: GroupReportView) {
  const reported: Fact['group.reported.v1'] = {
    name: 'group.reported.v1',
    payload: { groupId, reportId, kind, on },
  };
  const asked: Fact['help.asked.v1'] = { name: 'help.asked.v1', payload: { groupId, reportId, on } };
  return kind === 'help-asked' ? [reported, asked] : [reported];
}
