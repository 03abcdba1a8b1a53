import { NudgePage, NudgeQuery } from '@followon/shared/contract/messages';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { NudgesService } from './nudges.service.js';

@ApiTags('messages')
@Controller()
export class NudgesController {
  constructor(private readonly messages: NudgesService) {}

  @Get('nudges')
  @Allows('see-nudges')
  @ApiOkResponse({ standardSchema: NudgePage })
  nudges(@Query({ schema: NudgeQuery }) query: NudgeQuery) {
    return this.messages.nudges(query);
  }
}
