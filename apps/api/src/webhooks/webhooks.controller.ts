import { MessageWebhook, NotifyReceipt, NotifyReply, Taken } from '@followon/shared/contract/webhooks';
import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CarriesOwnProof } from '../auth/allows.js';
import type { Receipt } from './inbound.js';
import { Inbound } from './inbound.js';
import { NotifyGuard, SignedGuard, WebhookId } from './webhook-guards.js';

/** Statuses of GOV.UK Notify; one it may add later says no more than that a message is on its way. */
const NOTIFY: Readonly<Record<string, Receipt['status']>> = {
  delivered: 'delivered',
  'permanent-failure': 'bounced',
  'temporary-failure': 'failed',
  'technical-failure': 'failed',
};

const OTHERS = {
  'message.sent': 'sent',
  'message.delivered': 'delivered',
  'message.bounced': 'bounced',
  'message.failed': 'failed',
} as const;

/** What providers tell us. Each proves itself first; telling something again is answered alike and has no effect. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly inbound: Inbound) {}

  @Post('notify/receipt')
  @CarriesOwnProof()
  @UseGuards(NotifyGuard)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Taken })
  async receipt(@Body({ schema: NotifyReceipt }) body: NotifyReceipt): Promise<Taken> {
    const status = NOTIFY[body.status] ?? 'sent';
    await this.inbound.keepReceipt({
      ...{ provider: 'notify', providerId: `${body.id}/${status}`, status },
      reference: body.reference ?? null,
      happenedAt: new Date(body.completed_at ?? body.sent_at ?? Date.now()),
    });
    return { taken: true };
  }

  @Post('notify/reply')
  @CarriesOwnProof()
  @UseGuards(NotifyGuard)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Taken })
  async reply(@Body({ schema: NotifyReply }) body: NotifyReply): Promise<Taken> {
    await this.inbound.keepReply({
      ...{ provider: 'notify', providerId: body.id, happenedAt: new Date(body.date_received) },
      ...{ channel: 'sms', from: body.source_number, text: body.message },
    });
    return { taken: true };
  }

  @Post('messages')
  @CarriesOwnProof()
  @UseGuards(SignedGuard)
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Taken })
  async messages(
    @Body({ schema: MessageWebhook }) body: MessageWebhook,
    @WebhookId() providerId: string,
  ): Promise<Taken> {
    const from = { provider: 'messages', providerId, happenedAt: new Date(body.timestamp) } as const;
    if (body.type === 'message.replied') await this.inbound.keepReply({ ...from, ...body.data });
    else await this.inbound.keepReceipt({ ...from, ...body.data, status: OTHERS[body.type] });
    return { taken: true };
  }
}
