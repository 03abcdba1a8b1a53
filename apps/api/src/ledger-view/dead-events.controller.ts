import { Nothing } from '@followon/shared/contract/handovers';
import {
  DeadEventPage,
  DeadEventQuery,
  DeadEventView,
  SkipDeadEvent,
} from '@followon/shared/contract/ledger';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Allows, OwnTransactions } from '../auth/allows.js';
import { signedInOf } from '../auth/signed-in.js';
import type { SignedIn } from '../auth/signed-in.js';
import { Commands } from '../work/command-key.js';
import { DeadEventsService } from './dead-events.service.js';

@ApiTags('ledger')
@Controller('dead-events')
export class DeadEventsController {
  constructor(
    private readonly deadEvents: DeadEventsService,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Allows('mend-dead-events')
  @ApiOkResponse({ standardSchema: DeadEventPage })
  list(@Query({ schema: DeadEventQuery }) query: { cursor?: string | undefined; limit: number }) {
    return this.deadEvents.list(query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Allows('mend-dead-events')
  @ApiOkResponse({ standardSchema: DeadEventView })
  retry(@Param({ schema: IdParam }) { id }: { id: string }, @Body({ schema: Nothing }) _body: object) {
    return this.deadEvents.retry(id);
  }

  /** 409 with `dead-event.needs-second-person` while another administrator has to agree. */
  @Post(':id/skip')
  @HttpCode(200)
  @Allows('mend-dead-events')
  @OwnTransactions()
  @ApiOkResponse({ standardSchema: DeadEventView })
  skip(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: SkipDeadEvent }) body: SkipDeadEvent,
    @Req() request: Request,
  ) {
    const who = signedInOf(request) as SignedIn;
    return this.deadEvents.skip(id, body, { who, command: this.commands.of(request, who.accountId) });
  }
}
