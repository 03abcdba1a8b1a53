import { Module } from '@nestjs/common';
import { MessageQueries } from './message-queries.js';
import { MessageViews } from './message-views.js';
import { NudgesController } from './nudges.controller.js';
import { NudgesService } from './nudges.service.js';

@Module({
  controllers: [NudgesController],
  providers: [NudgesService, MessageQueries, MessageViews],
  exports: [MessageViews],
})
export class NudgesModule {}
