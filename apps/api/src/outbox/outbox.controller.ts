import { OutboxPage } from '@followon/shared/contract/messages';
import { PageQuery } from '@followon/shared/contract/page';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { OutboxService } from './outbox.service.js';

/** Only on a demo network; a live one answers 404. */
@ApiTags('demo')
@Controller('demo/outbox')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @Allows('see-outbox')
  @ApiOkResponse({ standardSchema: OutboxPage })
  list(@Query({ schema: PageQuery }) query: { cursor?: string | undefined; limit: number }) {
    return this.outbox.list(query);
  }
}
