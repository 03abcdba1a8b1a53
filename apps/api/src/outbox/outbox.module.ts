import { Module } from '@nestjs/common';
import { OutboxLinks } from './outbox-links.js';
import { OutboxQueries } from './outbox-queries.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxService } from './outbox.service.js';

@Module({
  controllers: [OutboxController],
  providers: [OutboxService, OutboxQueries, OutboxLinks],
  exports: [OutboxQueries],
})
export class OutboxModule {}
