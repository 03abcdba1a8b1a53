import { NotifyClient } from 'notifications-node-client';
import type { Letter } from '@followon/shared/messages/written/letter';
import { smsText } from '@followon/shared/messages/written/sms-text';
import type { Answer, Limits, Messenger, Outgoing } from './messenger.js';
import { SEND_TIMEOUT_MS } from './messenger.js';

export interface NotifyOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly limits: Limits;
}

interface HttpError {
  readonly code?: string;
  readonly response?: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, unknown>>;
  };
}

/** Of errors that come before a byte of the request has left. */
const BEFORE = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
const LIMIT_S = 60;

function explain({ code = '', response }: HttpError): Answer {
  if (response) return explainStatus(response.status, response.headers?.['retry-after']);
  return BEFORE.includes(code)
    ? { kind: 'refused', reason: 'unreachable', outage: true }
    : { kind: 'no-answer', reason: 'http-silent' };
}

function explainStatus(status: number, retryAfter: unknown): Answer {
  if (status === 429) return { kind: 'rate-limited', retryAfterS: secondsOf(retryAfter) };
  if (status >= 500) return { kind: 'no-answer', reason: `http-${status}` };
  // A key or a clock that is wrong is ours to mend, and no message's failing.
  if (status === 401 || status === 403) return { kind: 'refused', reason: `http-${status}`, outage: true };
  return { kind: 'never', reason: `http-${status}` };
}

/** @param header seconds, or a date; a minute where there is neither */
export function secondsOf(header: unknown, now = Date.now()): number {
  const text = typeof header === 'string' ? header.trim() : '';
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const until = Date.parse(text);
  return Number.isNaN(until) ? LIMIT_S : Math.max(1, Math.ceil((until - now) / 1_000));
}

/** Axios, which the client uses, waits for ever unless told otherwise, and may follow a redirect with the key. */
function clientFor({ baseUrl, apiKey }: NotifyOptions): NotifyClient {
  const client = new NotifyClient(baseUrl, apiKey);
  const { apiClient } = client as unknown as {
    apiClient: { restClient: (options: object) => Promise<unknown> };
  };
  const plain = apiClient.restClient;
  apiClient.restClient = (options) =>
    plain({ ...options, timeout: SEND_TIMEOUT_MS, maxRedirects: 0, proxy: false });
  return client;
}

/** `data` is whatever came with a yes: something between us may say yes that is not Notify. */
type Sending = (
  client: NotifyClient,
  message: Outgoing,
) => Promise<{ data: { id?: unknown } | string | undefined }>;

const idOf = (data: { id?: unknown } | string | undefined): unknown =>
  typeof data === 'object' ? (data as { id?: unknown } | null)?.id : undefined;

/** `reference` is a label and no key: what is sent twice arrives twice, so it is not claimed to dedupe. */
function messenger(options: NotifyOptions, way: 'email' | 'sms', sending: Sending): Messenger {
  const client = clientFor(options);
  return {
    ...{ name: `notify-${way}`, way, dedupes: false, limits: options.limits },
    send: async (message) => {
      try {
        const { data } = await sending(client, message);
        const id = idOf(data);
        if (typeof id !== 'string') return { kind: 'no-answer', reason: 'http-no-id' };
        return { kind: 'sent', providerRef: id };
      } catch (error) {
        return explain(error as HttpError);
      }
    },
  };
}

/** Its template has one place for words and one for links, so each language in turn has its words, then its links. */
const inNotify = (parts: Letter['parts']): { message: string; links: string } => ({
  message: parts.map(({ lines }) => lines.join('\n\n')).join('\n\n---\n\n'),
  links: parts
    .map(({ choices }) => choices.map(({ label, href }) => `${label}: ${href}`).join('\n\n'))
    .join('\n\n---\n\n'),
});

/** @param template with ((subject)), ((message)) and ((links)) */
export const notifyEmail = (options: NotifyOptions, template: string): Messenger =>
  messenger(options, 'email', (client, { to, letter, deliveryId }) => {
    const { subject, parts, stop } = letter;
    return client.sendEmail(template, to, {
      personalisation: { subject, ...inNotify(parts) },
      ...{ reference: deliveryId, sanitiseContentFor: ['message'] },
      ...(stop && { oneClickUnsubscribeURL: stop.oneClick }),
    });
  });

/** @param template with ((message)) */
export const notifySms = (options: NotifyOptions, template: string): Messenger =>
  messenger(options, 'sms', (client, { to, letter, deliveryId }) =>
    client.sendSms(template, to, {
      personalisation: { message: smsText(letter) },
      reference: deliveryId,
    }),
  );
