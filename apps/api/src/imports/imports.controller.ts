import { ImportQuery, ImportReport, ImportStarted } from '@followon/shared/contract/imports';
import { IdParam } from '@followon/shared/contract/page';
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allows, OwnTransactions } from '../auth/allows.js';
import type { SignedIn } from '../auth/signed-in.js';
import { signedInOf } from '../auth/signed-in.js';
import { Backlog } from '../ledger/backlog.js';
import { ImportReports } from './import-reports.js';
import { ImportsService } from './imports.service.js';
import { drain, registerLines } from './reading/register-upload.js';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly reports: ImportReports,
    private readonly backlog: Backlog,
  ) {}

  /** Takes a register file, up to 100 MB, as it arrives. `dryRun=true` reports what would happen and keeps nothing. */
  @Post('registers')
  @HttpCode(202)
  @Allows('import-registers')
  @OwnTransactions()
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', example: 'site,group,date,status,headcount,attendees' } })
  @ApiAcceptedResponse({ standardSchema: ImportStarted })
  async registers(@Req() request: Request, @Query({ schema: ImportQuery }) query: ImportQuery) {
    const who = signedInOf(request) as SignedIn;
    try {
      await this.backlog.refuseWhenBehind();
      return await this.imports.receive({ who, query, lines: await registerLines(request) });
    } catch (error) {
      drain(request);
      throw error;
    }
  }

  @Get(':id')
  @Allows('import-registers')
  @ApiOkResponse({ standardSchema: ImportReport })
  one(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.reports.one(id);
  }
}
