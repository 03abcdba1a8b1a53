import type { GroupReportParam, GroupReportView, ReportKind } from '@followon/shared/contract/health';
import type { Page, PageQuery } from '@followon/shared/contract/page';
import { factsOfReport } from '@followon/shared/db/groups/keep-report';
import { londonDate } from '@followon/shared/rules/calendar/london';
import { hasEnded } from '@followon/shared/rules/group/merge';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../auth/access.js';
import { Standings } from '../../auth/standing.js';
import { pageOfRows, readCursor } from '../../http/cursor.js';
import { conflict, notFound } from '../../http/problem.js';
import { Work } from '../../work/work.js';
import { GroupWrites } from '../group-writes.js';
import { ReportPosition, ReportQueries } from './report-queries.js';

/** What a group says about itself: it would like a hand, its place is lost, people fell out, one person carries it all. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly work: Work,
    private readonly access: Access,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly writes: GroupWrites,
    private readonly reports: ReportQueries,
  ) {}

  /** @throws Refusal 404 */
  async list(groupId: string, { cursor, limit }: z.infer<typeof PageQuery>): Promise<Page<GroupReportView>> {
    this.access.require('see-reports', await this.standings.ofGroup(groupId));
    const rows = await this.reports.list(groupId, readCursor(ReportPosition, cursor), limit + 1);
    return pageOfRows(rows, {
      limit,
      position: ({ until, on, id }) => [until === null, on, id],
      view: (row) => row,
    });
  }

  /** @throws Refusal 404; 409 when the group has said so already or has ended. */
  async report(groupId: string, kind: ReportKind): Promise<GroupReportView> {
    const siteId = await this.enter(groupId);
    const report = await this.tell({ siteId, groupId, kind });
    if (!report) {
      throw conflict('report.already-told', 'We know this already.', {
        detail: 'Somebody told us already. It counts until one of you says that it is sorted.',
      });
    }
    return report;
  }

  /**
   * The group's people said so on the telephone, to whoever was asked to ring them: `rang` is that the ringing was theirs.
   * Nothing follows when it is known already or the group has ended, nor from the word of somebody who may not.
   */
  async askByAnswer(groupId: string, rang: boolean): Promise<void> {
    const standing = await this.standings.ofGroup(groupId);
    const { siteId } = standing;
    const asVolunteer = { siteId, own: rang, ownAs: rang ? (['volunteer'] as const) : [] };
    const may = [standing, asVolunteer].some((one) => this.access.may('report-of-group', one));
    if (!may || hasEnded((await this.writes.locked(groupId)).state)) return;
    await this.tell({ siteId, groupId, kind: 'help-asked' });
  }

  /** Undefined when it stands already. */
  private async tell({
    siteId,
    groupId,
    kind,
  }: {
    readonly siteId: string;
    readonly groupId: string;
    readonly kind: ReportKind;
  }): Promise<GroupReportView | undefined> {
    const on = londonDate(this.work.now());
    const report = await this.reports.report({ siteId, groupId, kind, on });
    if (!report) return undefined;
    for (const fact of factsOfReport(groupId, report))
      await this.work.append({ ...fact, streamId: groupId, siteId });
    await this.audit.record({ what: `group.reported.${kind}`, siteId, subject: groupId });
    return report;
  }

  /**
   * No longer true from today on; settling it again changes nothing.
   * @throws Refusal 404; 409 when the group has ended.
   */
  async settle({ id: groupId, reportId }: z.infer<typeof GroupReportParam>): Promise<GroupReportView> {
    const siteId = await this.enter(groupId);
    const report = await this.reports.locked(reportId, groupId);
    if (!report) throw notFound();
    if (report.until !== null) return report;
    const on = londonDate(this.work.now());
    const settled = await this.reports.settle(reportId, on);
    const payload = { groupId, reportId, kind: report.kind, on };
    await this.work.append({ name: 'group.report-settled.v1', streamId: groupId, siteId, payload });
    await this.audit.record({ what: `group.report-settled.${report.kind}`, siteId, subject: groupId });
    return settled;
  }

  /** Answers the group's site. The group's row is held, so that it cannot end meanwhile. */
  private async enter(groupId: string): Promise<string> {
    const standing = await this.standings.ofGroup(groupId);
    this.access.require('report-of-group', standing);
    const { state } = await this.writes.locked(groupId);
    if (!hasEnded(state)) return standing.siteId;
    throw conflict('group.closed', 'This group has ended.', {
      detail: 'Nothing more can be changed here. Form a new group if people want to meet again.',
    });
  }
}
