import { Module } from '@nestjs/common';
import { Inbound } from './inbound.js';
import { Proofs } from './proofs.js';
import { NotifyGuard, SignedGuard } from './webhook-guards.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  controllers: [WebhooksController],
  providers: [Inbound, Proofs, NotifyGuard, SignedGuard],
})
export class WebhooksModule {}
