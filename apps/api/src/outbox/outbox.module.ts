import { Module } from '@nestjs/common';
import { OutboxQueries } from './outbox-queries.js';
import { OutboxController } from './outbox.controller.js';
import { OutboxService } from './outbox.service.js';

@Module({ controllers: [OutboxController], providers: [OutboxService, OutboxQueries] })
export class OutboxModule {}
