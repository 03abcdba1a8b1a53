import { civilDate } from '@followon/shared/contract/civil-date';
import type { GroupReportView } from '@followon/shared/contract/health';
import type { NewReport } from '@followon/shared/db/groups/keep-report';
import { keepReport, REPORT_COLUMNS } from '@followon/shared/db/groups/keep-report';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Work } from '../../work/work.js';

export const ReportPosition = z.tuple([z.boolean(), civilDate, z.uuid()]);
type ReportPosition = z.infer<typeof ReportPosition>;

/** What still stands comes first, so that it can be settled however much was said since. */
const LIST = `select ${REPORT_COLUMNS} from group_report where group_id = $1
    and ($2::boolean is null or (until_date is null, on_date, id) < ($2, $3::date, $4::uuid))
  order by until_date is null desc, on_date desc, id desc limit $5`;

const ONE = `select ${REPORT_COLUMNS} from group_report where id = $1 and group_id = $2 for update`;
const SETTLE = `update group_report set until_date = greatest(on_date, $2::date) where id = $1 returning ${REPORT_COLUMNS}`;

@Injectable()
export class ReportQueries {
  constructor(private readonly work: Work) {}

  list(groupId: string, after: ReportPosition | undefined, most: number): Promise<GroupReportView[]> {
    const [isOpen = null, on = null, id = null] = after ?? [];
    return this.work.manager.query(LIST, [groupId, isOpen, on, id, most]);
  }

  report(report: Omit<NewReport, 'by'>): Promise<GroupReportView | undefined> {
    return keepReport(this.work.manager, { ...report, by: this.work.who.accountId });
  }

  /** Held until the request ends. */
  async locked(id: string, groupId: string): Promise<GroupReportView | undefined> {
    const rows: GroupReportView[] = await this.work.manager.query(ONE, [id, groupId]);
    return rows[0];
  }

  async settle(id: string, on: string): Promise<GroupReportView> {
    const [rows]: [GroupReportView[], number] = await this.work.manager.query(SETTLE, [id, on]);
    return rows[0] as GroupReportView;
  }
}
