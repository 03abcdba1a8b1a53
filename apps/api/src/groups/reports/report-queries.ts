import { civilDate } from '@followon/shared/contract/civil-date';
import type { GroupReportView, ReportKind } from '@followon/shared/contract/health';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Work } from '../../work/work.js';

export const ReportPosition = z.tuple([z.boolean(), civilDate, z.uuid()]);
type ReportPosition = z.infer<typeof ReportPosition>;

/** Who reported it is kept and not told. */
const COLUMNS = `id, kind, on_date as "on", until_date as "until"`;

/** What still stands comes first, so that it can be settled however much was said since. */
const LIST = `select ${COLUMNS} from group_report where group_id = $1
    and ($2::boolean is null or (until_date is null, on_date, id) < ($2, $3::date, $4::uuid))
  order by until_date is null desc, on_date desc, id desc limit $5`;

/** Nothing when it is open already, also when somebody else said it at the same moment. */
const REPORT = `
  insert into group_report (site_id, group_id, kind, on_date, reported_by) values ($1, $2, $3, $4, $5)
  on conflict (group_id, kind) where until_date is null do nothing returning ${COLUMNS}`;

const ONE = `select ${COLUMNS} from group_report where id = $1 and group_id = $2 for update`;
const SETTLE = `update group_report set until_date = greatest(on_date, $2::date) where id = $1 returning ${COLUMNS}`;

interface NewReport {
  readonly siteId: string;
  readonly groupId: string;
  readonly kind: ReportKind;
  readonly on: string;
}

@Injectable()
export class ReportQueries {
  constructor(private readonly work: Work) {}

  list(groupId: string, after: ReportPosition | undefined, most: number): Promise<GroupReportView[]> {
    const [isOpen = null, on = null, id = null] = after ?? [];
    return this.work.manager.query(LIST, [groupId, isOpen, on, id, most]);
  }

  async report({ siteId, groupId, kind, on }: NewReport): Promise<GroupReportView | undefined> {
    const values = [siteId, groupId, kind, on, this.work.who.accountId];
    const rows: GroupReportView[] = await this.work.manager.query(REPORT, values);
    return rows[0];
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
