import { Nothing } from '@followon/shared/contract/handovers';
import {
  GroupReportPage,
  GroupReportParam,
  GroupReportView,
  NewGroupReport,
} from '@followon/shared/contract/health';
import { IdParam, PageQuery } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allows } from '../../auth/allows.js';
import { ReportsService } from './reports.service.js';

interface OfGroup {
  readonly id: string;
}

@ApiTags('groups')
@Controller('groups/:id/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  /** What the group said about itself: what still stands, then the rest, each the newest first. */
  @Get()
  @Allows('see-reports')
  @ApiOkResponse({ standardSchema: GroupReportPage })
  list(
    @Param({ schema: IdParam }) { id }: OfGroup,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ) {
    return this.reports.list(id, query);
  }

  /** Ask for a hand, or say what troubles the group: one press, no words needed. */
  @Post()
  @Allows('report-of-group')
  @ApiCreatedResponse({ standardSchema: GroupReportView })
  report(
    @Param({ schema: IdParam }) { id }: OfGroup,
    @Body({ schema: NewGroupReport }) { kind }: NewGroupReport,
  ) {
    return this.reports.report(id, kind);
  }

  /** It is over: from today on it is no longer true. */
  @Post(':reportId/settle')
  @HttpCode(200)
  @Allows('report-of-group')
  @ApiOkResponse({ standardSchema: GroupReportView })
  settle(
    @Param({ schema: GroupReportParam }) param: z.infer<typeof GroupReportParam>,
    @Body({ schema: Nothing }) _body: object,
  ) {
    return this.reports.settle(param);
  }
}
