import { Module } from '@nestjs/common';
import { DeadEventQueries } from './dead-event-queries.js';
import { DeadEventsController } from './dead-events.controller.js';
import { DeadEventsService } from './dead-events.service.js';
import { EventQueries } from './event-queries.js';
import { EventsController } from './events.controller.js';
import { EventsService } from './events.service.js';
import { MendDeadEvent } from './mend-dead-event.js';

@Module({
  controllers: [EventsController, DeadEventsController],
  providers: [EventsService, EventQueries, DeadEventsService, DeadEventQueries, MendDeadEvent],
})
export class LedgerViewModule {}
