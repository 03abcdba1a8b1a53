import { ClinicianPage, ClinicianQuery } from '@followon/shared/contract/programmes';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { pageOfRows } from '../http/cursor.js';
import { ClinicianQueries, positionOf } from './clinician-queries.js';

@ApiTags('programmes')
@Controller('clinicians')
export class CliniciansController {
  constructor(private readonly clinicians: ClinicianQueries) {}

  /** Whom a programme can be given to. */
  @Get()
  @Allows('name-clinician')
  @ApiOkResponse({ standardSchema: ClinicianPage })
  async list(@Query({ schema: ClinicianQuery }) query: ClinicianQuery) {
    const rows = await this.clinicians.list(query);
    return pageOfRows(rows, { limit: query.limit, position: positionOf, view: (row) => row });
  }
}
