import webPush from 'web-push';
import { z } from 'zod';
import { pushTitle } from '@followon/shared/messages/written/push-title';
import type { Answer, Limits, Messenger } from './messenger.js';
import { SEND_TIMEOUT_MS } from './messenger.js';
import { secondsOf } from './notify.js';

export interface PushOptions {
  /** `mailto:` or https: whom the push service may ask. */
  readonly subject: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly limits: Limits;
}

/** What a browser gives. Only https: the address is somebody else's word for where we send to. */
const Subscription = z.object({
  endpoint: z.url({ protocol: /^https$/ }),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
});

const KEPT_S = 24 * 60 * 60;

type Hand = (
  subscription: z.infer<typeof Subscription>,
  payload: string,
  options: webPush.RequestOptions,
) => Promise<unknown>;

interface PushError {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly code?: string;
}

/** Each browser's maker has a service of their own: that one is away says nothing about the others. */
function explain({ statusCode, headers, code = '' }: PushError): Answer {
  if (statusCode !== undefined) return explainStatus(statusCode, headers?.['retry-after']);
  return ['ECONNREFUSED', 'ENOTFOUND'].includes(code)
    ? { kind: 'refused', reason: 'unreachable' }
    : { kind: 'no-answer', reason: 'push-silent' };
}

function explainStatus(status: number, retryAfter: unknown): Answer {
  const reason = `push-${status}` as const;
  if (status === 404 || status === 410) return { kind: 'never', reason, noSuchPlace: true };
  if (status === 429) return { kind: 'rate-limited', retryAfterS: secondsOf(retryAfter) };
  return { kind: status >= 500 ? 'no-answer' : 'never', reason };
}

/**
 * Web push. `topic` makes a waiting repeat take the place of the first, but one that was shown is shown again: it does not
 * dedupe.
 */
export const push = (
  { subject, publicKey, privateKey, limits }: PushOptions,
  hand: Hand = webPush.sendNotification,
): Messenger => ({
  ...{ name: 'push', way: 'push', dedupes: false, limits },
  send: async ({ to, letter, deliveryId }) => {
    const subscription = Subscription.safeParse(parsed(to));
    if (!subscription.success) return { kind: 'never', reason: 'bad-address', noSuchPlace: true };
    const payload = JSON.stringify({ title: pushTitle(letter.parts.map(({ language }) => language)) });
    try {
      await hand(subscription.data, payload, {
        vapidDetails: { subject, publicKey, privateKey },
        ...{ TTL: KEPT_S, timeout: SEND_TIMEOUT_MS, topic: deliveryId.replaceAll('-', '') },
      });
      return { kind: 'sent', providerRef: null };
    } catch (error) {
      return explain(error as PushError);
    }
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
