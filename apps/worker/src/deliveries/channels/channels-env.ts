import { neutralName } from '@followon/shared/messages/say';
import { z } from 'zod';

/** docker compose hands over what is not set as an empty text. */
const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const rate = (byDefault: number) => z.coerce.number().min(0.01).max(10_000).default(byDefault);
const atOnce = (byDefault: number) => z.coerce.number().int().min(1).max(100).default(byDefault);

const nameOf = (from: string): string => from.replace(/<[^>]*>\s*$/, '').trim();
const isSender = (from: string): boolean => /^([^<>\r\n"@]+<)?[^\s<>@]+@[^\s<>@]+>?$/.test(from);

/** How messages leave; where nothing of a way is set, nobody is written to on it. */
export const channelsShape = {
  /** Where links in messages lead. */
  PUBLIC_URL: given(z.url({ protocol: /^https?$/ })),
  SMTP_URL: given(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'give an address, or a name and <address>')
    .refine((from) => neutralName(nameOf(from)) !== undefined || nameOf(from) === '', 'give a neutral name')
    .default('Followon <messages@localhost>'),
  SMTP_PER_SECOND: rate(20),
  SMTP_AT_ONCE: atOnce(8),
  NOTIFY_API_KEY: given(z.string().min(73, 'give the whole key')),
  NOTIFY_BASE_URL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.url({ protocol: /^https?$/ }).default('https://api.notifications.service.gov.uk'),
  ),
  NOTIFY_EMAIL_TEMPLATE: given(z.guid()),
  NOTIFY_SMS_TEMPLATE: given(z.guid()),
  /** Notify takes 3,000 a minute. */
  NOTIFY_PER_SECOND: rate(40),
  NOTIFY_AT_ONCE: atOnce(8),
  VAPID_SUBJECT: given(z.string().regex(/^(mailto:|https:\/\/)/, 'give a mailto: or https: address')),
  VAPID_PUBLIC_KEY: given(z.string()),
  VAPID_PRIVATE_KEY: given(z.string()),
  PUSH_PER_SECOND: rate(50),
} as const;

export type ChannelsEnv = z.infer<z.ZodObject<typeof channelsShape>>;

/** What is asked together, or makes no sense alone. */
export function checkChannels(env: ChannelsEnv, refuse: (name: string, why: string) => void): void {
  const { SMTP_URL, NOTIFY_API_KEY, NOTIFY_EMAIL_TEMPLATE, NOTIFY_SMS_TEMPLATE } = env;
  const vapid = [env.VAPID_SUBJECT, env.VAPID_PUBLIC_KEY, env.VAPID_PRIVATE_KEY];
  const isGiven = (value: string | undefined): boolean => value !== undefined;
  if ([SMTP_URL, NOTIFY_API_KEY, ...vapid].some(isGiven) && !isGiven(env.PUBLIC_URL))
    refuse('PUBLIC_URL', 'messages need an address for their links');
  if (isGiven(NOTIFY_API_KEY) && ![NOTIFY_EMAIL_TEMPLATE, NOTIFY_SMS_TEMPLATE].some(isGiven))
    refuse('NOTIFY_SMS_TEMPLATE', 'give a template for text messages, or NOTIFY_EMAIL_TEMPLATE');
  if (vapid.some(isGiven) && !vapid.every(isGiven))
    refuse('VAPID_PRIVATE_KEY', 'give VAPID_SUBJECT, VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY together');
}
