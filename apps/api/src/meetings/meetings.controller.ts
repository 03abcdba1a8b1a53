import {
  MeetingPage,
  MeetingQuery,
  MeetingView,
  PlanMeeting,
  Register,
} from '@followon/shared/contract/meetings';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { IfMatch } from '../http/etag.js';
import { MeetingsService } from './meetings.service.js';
import { RegistersService } from './registers.service.js';

interface OfRecord {
  readonly id: string;
}

@ApiTags('meetings')
@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly registers: RegistersService,
  ) {}

  @Get('groups/:id/meetings')
  @Allows('see-meetings')
  @ApiOkResponse({ standardSchema: MeetingPage })
  list(@Param({ schema: IdParam }) { id }: OfRecord, @Query({ schema: MeetingQuery }) query: MeetingQuery) {
    return this.meetings.list(id, query);
  }

  /** A date of the group, to come or already past. */
  @Post('groups/:id/meetings')
  @Allows('plan-meeting', 'start-group')
  @ApiCreatedResponse({ standardSchema: MeetingView })
  plan(@Param({ schema: IdParam }) { id }: OfRecord, @Body({ schema: PlanMeeting }) body: PlanMeeting) {
    return this.meetings.plan(id, body);
  }

  /** Says how a meeting went, or corrects what was said. */
  @Put('meetings/:id/register')
  @Allows('record-register', 'correct-register')
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag that came with the meeting; needed once it has a register.',
  })
  @ApiOkResponse({ standardSchema: MeetingView })
  save(
    @Param({ schema: IdParam }) { id }: OfRecord,
    @Body({ schema: Register }) register: Register,
    @IfMatch() version: number | undefined,
  ) {
    return this.registers.save(id, { register, version });
  }
}
