import { Module } from '@nestjs/common';
import { NudgesModule } from '../nudges/nudges.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryQueries } from './delivery-queries.js';
import { DeliveryViews } from './delivery-views.js';
import { LetterWeighing } from './letter-weighing.js';
import { Letters } from './letters.service.js';
import { ReplyQueries } from './reply-queries.js';
import { SettleDeliveries } from './settle-delivery.service.js';

@Module({
  imports: [NudgesModule, OutboxModule],
  controllers: [DeliveriesController],
  providers: [
    DeliveriesService,
    DeliveryQueries,
    DeliveryViews,
    Letters,
    LetterWeighing,
    ReplyQueries,
    SettleDeliveries,
  ],
})
export class DeliveriesModule {}
