import { IdParam } from '@followon/shared/contract/page';
import { MoveTemplate, RunningListView } from '@followon/shared/contract/templates';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { RunningListService } from './running-list.service.js';

@ApiTags('handover templates')
@Controller('handovers')
export class RunningListController {
  constructor(private readonly lists: RunningListService) {}

  /** What would change if this handover went on with the newest list of its site. */
  @Get(':id/template')
  @Allows('move-template')
  @ApiOkResponse({ standardSchema: RunningListView })
  of(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.lists.of(id);
  }

  /** A recorded choice: what is done stays, what is not is planned anew. */
  @Post(':id/template')
  @HttpCode(200)
  @Allows('move-template')
  @ApiOkResponse({ standardSchema: RunningListView })
  move(
    @Param({ schema: IdParam }) { id }: { id: string },
    @Body({ schema: MoveTemplate }) body: MoveTemplate,
  ) {
    return this.lists.move(id, body);
  }
}
