import { VolunteerPage, VolunteerQuery } from '@followon/shared/contract/volunteers';
import { Controller, Get, Query } from '@nestjs/common';
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
}
