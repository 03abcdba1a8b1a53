import { z } from 'zod';

/** As GOV.UK Notify sends them; what else is in there is not read. */
export const NotifyReceipt = z.object({
  id: z.string().min(1).max(200),
  reference: z.string().max(200).nullish(),
  status: z.string().max(40),
  completed_at: z.iso.datetime({ offset: true }).nullish(),
  sent_at: z.iso.datetime({ offset: true }).nullish(),
});
export type NotifyReceipt = z.infer<typeof NotifyReceipt>;

export const NotifyReply = z.object({
  id: z.string().min(1).max(200),
  source_number: z.string().min(1).max(40),
  message: z.string().max(4000),
  date_received: z.iso.datetime({ offset: true }),
});
export type NotifyReply = z.infer<typeof NotifyReply>;

const at = z.iso.datetime({ offset: true });

/** From any other provider, signed as Standard Webhooks (https://www.standardwebhooks.com). */
export const MessageWebhook = z.discriminatedUnion('type', [
  z.object({
    type: z.literal(['message.sent', 'message.delivered', 'message.bounced', 'message.failed']),
    timestamp: at,
    data: z.object({ reference: z.string().min(1).max(200) }),
  }),
  z.object({
    type: z.literal('message.replied'),
    timestamp: at,
    data: z.object({
      channel: z.enum(['sms', 'email']),
      from: z.string().min(1).max(254),
      text: z.string().max(4000),
    }),
  }),
]);
export type MessageWebhook = z.infer<typeof MessageWebhook>;

/** The same for what is new and for what was told before. */
export const Taken = z.object({ taken: z.literal(true) });
export type Taken = z.infer<typeof Taken>;
