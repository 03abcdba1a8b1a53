import { Nothing } from '@followon/shared/contract/handovers';
import { KindnessView } from '@followon/shared/contract/kindness';
import { IdParam } from '@followon/shared/contract/page';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../../auth/allows.js';
import { KindnessService } from './kindness.service.js';

@ApiTags('groups')
@Controller('groups/:id/kindness')
export class KindnessController {
  constructor(private readonly kindness: KindnessService) {}

  /** Send a kind word about hard days to the people of the group who said yes to messages. */
  @Post()
  @HttpCode(200)
  @Allows('write-group')
  @ApiOkResponse({ standardSchema: KindnessView })
  ask(@Param({ schema: IdParam }) { id }: { readonly id: string }, @Body({ schema: Nothing }) _body: object) {
    return this.kindness.ask(id);
  }
}
