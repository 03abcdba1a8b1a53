import { IdParam } from '@followon/shared/contract/page';
import {
  VolunteerPage,
  VolunteerPatch,
  VolunteerQuery,
  VolunteerView,
} from '@followon/shared/contract/volunteers';
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { VolunteersService } from './volunteers.service.js';

@ApiTags('volunteers')
@Controller('volunteers')
export class VolunteersController {
  constructor(private readonly volunteers: VolunteersService) {}

  @Get()
  @Allows('see-volunteers')
  @ApiOkResponse({ standardSchema: VolunteerPage })
  list(@Query({ schema: VolunteerQuery }) query: VolunteerQuery) {
    return this.volunteers.list(query);
  }

  /** How much somebody may take on, and until when their training and checks hold. */
  @Patch(':id')
  @Allows('write-volunteer')
  @ApiOkResponse({ standardSchema: VolunteerView })
  change(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: VolunteerPatch }) patch: VolunteerPatch,
  ) {
    return this.volunteers.change(id, patch);
  }
}
