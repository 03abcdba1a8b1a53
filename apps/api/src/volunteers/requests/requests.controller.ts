import { Nothing } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import {
  AnswerRequest,
  AskVolunteer,
  RequestPage,
  RequestQuery,
  VolunteerRequestView,
} from '@followon/shared/contract/volunteers';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { RequestsService } from './requests.service.js';

@ApiTags('volunteers')
@Controller()
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  /** Who was asked to stand beside the programme or to stand in, when, and what they said. */
  @Get('programmes/:id/volunteers')
  @Allows('ask-volunteer')
  @ApiOkResponse({ standardSchema: RequestPage })
  ofProgramme(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.requests.ofProgramme(id);
  }

  /** Asks a volunteer; the part is theirs once they say yes. */
  @Post('programmes/:id/volunteers')
  @Allows('ask-volunteer')
  @ApiCreatedResponse({ standardSchema: VolunteerRequestView })
  ask(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: AskVolunteer }) body: AskVolunteer,
  ) {
    return this.requests.ask(id, body);
  }

  @Get('volunteer-requests')
  @Allows('answer-request', 'ask-volunteer')
  @ApiOkResponse({ standardSchema: RequestPage })
  list(@Query({ schema: RequestQuery }) query: RequestQuery) {
    return this.requests.list(query);
  }

  /** Saying the same twice is answered the same; a "no" needs no reason. */
  @Post('volunteer-requests/:id/answer')
  @HttpCode(200)
  @Allows('answer-request')
  @ApiOkResponse({ standardSchema: VolunteerRequestView })
  answer(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: AnswerRequest }) body: AnswerRequest,
  ) {
    return this.requests.answer(id, body);
  }

  @Post('volunteer-requests/:id/withdraw')
  @HttpCode(200)
  @Allows('ask-volunteer')
  @ApiOkResponse({ standardSchema: VolunteerRequestView })
  withdraw(@Param({ schema: IdParam }) { id }: { id: string }, @Body({ schema: Nothing }) _body: object) {
    return this.requests.withdraw(id);
  }
}
