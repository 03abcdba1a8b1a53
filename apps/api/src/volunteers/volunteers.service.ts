import type { Page } from '@followon/shared/contract/page';
import type { VolunteerPatch, VolunteerQuery, VolunteerView } from '@followon/shared/contract/volunteers';
import { currencyOf } from '@followon/shared/rules/volunteer/currency';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.js';
import { pageOfRows } from '../http/cursor.js';
import { invalid, notFound } from '../http/problem.js';
import type { VolunteerRow } from './volunteer-queries.js';
import { positionOf, VolunteerQueries } from './volunteer-queries.js';

@Injectable()
export class VolunteersService {
  constructor(
    private readonly volunteers: VolunteerQueries,
    private readonly audit: Audit,
  ) {}

  async list(query: VolunteerQuery): Promise<Page<VolunteerView>> {
    const rows = await this.volunteers.list(query);
    const view = (row: VolunteerRow) => this.view(row);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view });
  }

  /**
   * Status and date only: what a check said is kept elsewhere. What was agreed before stays, also above a lower cap.
   * @throws Refusal 404; 400 for somebody of several sites when none is named.
   */
  async change(id: string, patch: VolunteerPatch): Promise<VolunteerView> {
    const record = await this.oneRecord(id, patch.siteId);
    await this.volunteers.change(record.rowId, patch);
    await this.audit.record({ what: 'volunteer.changed', siteId: record.siteId, subject: record.rowId });
    return this.view(await this.oneRecord(record.rowId, undefined));
  }

  private async oneRecord(id: string, siteId: string | undefined): Promise<VolunteerRow> {
    const [record, another] = await this.volunteers.records(id, siteId);
    if (!record) throw notFound();
    if (another) throw invalid('siteId', 'This person volunteers at several of your sites. Say at which.');
    return record;
  }

  private view({ rowId: _rowId, trainingUntil, checksUntil, ...row }: VolunteerRow): VolunteerView {
    const today = this.volunteers.today();
    const dated = (until: string | null) => ({ until, state: currencyOf(until, today) });
    return { ...row, training: dated(trainingUntil), checks: dated(checksUntil) };
  }
}
