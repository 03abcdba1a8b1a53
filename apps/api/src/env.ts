import { readEnv } from '@followon/shared/env';
import { z } from 'zod';

/** docker compose hands over what is not set as an empty text. */
const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const webhookSecret = given(
  z.string().regex(/^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/, 'give whsec_ and 32 random bytes in base64'),
);

const Env = z.object({
  NODE_ENV: z.string().default('production'),
  FOLLOWON_MODE: z.enum(['demo', 'live']).default('live'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_DATABASE_URL: z.url(),
  AUTH_DATABASE_URL: z.url(),
  RELAY_DATABASE_URL: z.url(),
  REDIS_URL: z.url().optional(),
  QUEUE_DATABASE_URL: z.url().optional(),
  /** Key of the HMACs over attendee references and throttling subjects: 64 hexadecimal digits. */
  FOLLOWON_SECRET: z.string().regex(/^[0-9a-f]{64}$/, 'give 64 hexadecimal digits'),
  /** What GOV.UK Notify sends as its bearer token with receipts and replies; without one nobody is believed. */
  NOTIFY_CALLBACK_TOKEN: given(z.string().min(16, 'give 16 characters or more')),
  /** Signs what other providers tell (Standard Webhooks, `whsec_…`); while it is changed, the one before is good too. */
  WEBHOOK_SECRET: webhookSecret,
  WEBHOOK_SECRET_BEFORE: webhookSecret,
  /** Where the built dashboard lies; served only when it is there. */
  WEB_ROOT: z.string().optional(),
  /** Proxies between the browser and this process whose X-Forwarded-For may be believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** How long requests are still answered after SIGTERM, while `/health/ready` says no: the proxy's look plus one. */
  SHUTDOWN_GRACE_MS: z.coerce.number().int().min(0).max(20_000).default(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type Env = z.infer<typeof Env>;

export const apiEnv = (source: NodeJS.ProcessEnv = process.env): Env => readEnv(Env, source);

/** Token under which the parsed environment is injected. */
export const ENV = Symbol('env');
