import { HandoverPage, HandoverQuery, HandoverView, Nothing } from '@followon/shared/contract/handovers';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { HandoversService } from './handovers.service.js';

@ApiTags('handovers')
@Controller('handovers')
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  @Get()
  @Allows('see-handovers')
  @ApiOkResponse({ standardSchema: HandoverPage })
  list(@Query({ schema: HandoverQuery }) query: HandoverQuery) {
    return this.handovers.list(query);
  }

  @Get(':id')
  @Allows('see-handover')
  @ApiOkResponse({ standardSchema: HandoverView })
  one(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.handovers.one(id);
  }

  @Post(':id/sign-off')
  @HttpCode(200)
  @Allows('sign-off-handover')
  @ApiOkResponse({ standardSchema: HandoverView })
  signOff(@Param({ schema: IdParam }) { id }: { id: string }, @Body({ schema: Nothing }) _body: object) {
    return this.handovers.signOff(id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allows('accept-handover')
  @ApiOkResponse({ standardSchema: HandoverView })
  accept(@Param({ schema: IdParam }) { id }: { id: string }, @Body({ schema: Nothing }) _body: object) {
    return this.handovers.accept(id);
  }
}
