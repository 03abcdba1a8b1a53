import { EventPage, EventQuery, TraceView } from '@followon/shared/contract/ledger';
import { IdParam } from '@followon/shared/contract/page';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allows } from '../auth/allows.js';
import { EventsService } from './events.service.js';

@ApiTags('ledger')
@Controller('events')
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get()
  @Allows('see-events')
  @ApiOkResponse({ standardSchema: EventPage })
  stream(@Query({ schema: EventQuery }) query: EventQuery) {
    return this.events.stream(query);
  }

  /** The event first, then what caused it. On a demo network also for the events of messages. */
  @Get(':id/trace')
  @Allows('see-events', 'see-outbox')
  @ApiOkResponse({ standardSchema: TraceView })
  trace(@Param({ schema: IdParam }) { id }: { id: string }) {
    return this.events.trace(id);
  }
}
