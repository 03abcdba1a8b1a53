import { randomUUID } from 'node:crypto';
import { sealAddress } from '@followon/shared/db/contacts/seal-address';
import { Webhook } from 'standardwebhooks';
import type { TestApi } from './api.js';
import type { TestDatabase } from './database.js';
import { testSecret } from './test-secret.js';

/** What the API under test is told, so that our provider of text messages can prove itself. */
export const providerEnv = {
  NOTIFY_CALLBACK_TOKEN: 'a-callback-token-of-the-tests',
  WEBHOOK_SECRET: `whsec_${Buffer.from('now'.repeat(11)).toString('base64')}`,
  WEBHOOK_SECRET_BEFORE: `whsec_${Buffer.from('old'.repeat(11)).toString('base64')}`,
} as const;

const NUMBER = '+447700900123';

/** From now on this member has the telephone from which the tests answer. */
export async function hasPhone(database: TestDatabase, member: string): Promise<void> {
  const id = randomUUID();
  const { sealed, keyId, addressHash } = sealAddress(testSecret, { id, channel: 'sms', address: NUMBER });
  await database.insert('contact_point', {
    ...{ id, person_id: member, person_kind: 'member', member_id: member, channel: 'sms' },
    ...{ sealed, key_id: keyId, address_hash: addressHash, added_at: new Date() },
  });
}

export interface Provider {
  /** The bare call. */
  call(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** As GOV.UK Notify calls; answers the status. */
  notify(path: 'receipt' | 'reply', body: object, token?: string): Promise<number>;
  /** Somebody answers by text. */
  replies(message: string, over?: Readonly<Record<string, string>>): Promise<number>;
}

/** A provider of text messages, as far as it calls us. */
export function aProvider(api: TestApi): Provider {
  const call: Provider['call'] = (path, body, headers = {}) =>
    fetch(`${api.url}/api/webhooks/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  const notify: Provider['notify'] = async (path, body, token = providerEnv.NOTIFY_CALLBACK_TOKEN) =>
    (await call(`notify/${path}`, JSON.stringify(body), { Authorization: `Bearer ${token}` })).status;
  const replies: Provider['replies'] = (message, over = {}) =>
    notify('reply', {
      ...{ id: randomUUID(), source_number: '07700 900123', destination_number: '07700900000', message },
      ...{ date_received: new Date().toISOString(), ...over },
    });
  return { call, notify, replies };
}

export interface SignedCall {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A call of another provider, signed as Standard Webhooks ask. */
export function signedCall(
  told: object,
  { at = new Date(), secret = providerEnv.WEBHOOK_SECRET }: { at?: Date; secret?: string } = {},
): SignedCall {
  const [id, body] = [randomUUID(), JSON.stringify(told)];
  return {
    body,
    headers: {
      ...{ 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) },
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  };
}
