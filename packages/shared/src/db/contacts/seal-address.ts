import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { plainNumber } from '../../contract/phone-number.js';

export type ContactChannel = 'email' | 'sms' | 'push' | 'letter';

/** What `contact_point` keeps of an address. */
export interface SealedAddress {
  readonly sealed: Buffer;
  readonly keyId: string;
  /** Finds who answers from this address, without opening any. */
  readonly addressHash: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Each use has a key of its own, so that none says anything about another. */
const keyFor = (secret: string, use: 'seal' | 'find' | 'name'): Buffer =>
  Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'hex'), 'followon/contact-point', `v1/${use}`, KEY_BYTES),
  );

const keyIdOf = (secret: string): string => keyFor(secret, 'name').toString('hex').slice(0, 12);

/** A sealed address moved to another row or column does not open. */
const boundTo = (id: string, keyId: string): Buffer => Buffer.from(`contact_point/${id}/sealed/${keyId}`);

/** One spelling for each address: small letters for mail, `+447…` for telephones; others only trimmed. */
export function plainAddress(channel: ContactChannel, typed: string): string {
  if (channel === 'email') return typed.trim().toLowerCase();
  return channel === 'sms' ? plainNumber(typed) : typed.trim();
}

/** @param secret 64 hexadecimal digits, the installation's own */
export const addressHash = (secret: string, channel: ContactChannel, address: string): Buffer =>
  createHmac('sha256', keyFor(secret, 'find'))
    .update(`${channel}:${plainAddress(channel, address)}`)
    .digest();

/**
 * Locks an address for one row of `contact_point`.
 * @param secret 64 hexadecimal digits, the installation's own
 * @param point `id` is the row's: make it before the insert
 */
export function sealAddress(
  secret: string,
  { id, channel, address }: { id: string; channel: ContactChannel; address: string },
): SealedAddress {
  const keyId = keyIdOf(secret);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(secret, 'seal'), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(id, keyId));
  const locked = Buffer.concat([cipher.update(plainAddress(channel, address), 'utf8'), cipher.final()]);
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), locked]);
  return { sealed, keyId, addressHash: addressHash(secret, channel, address) };
}

/** @throws Error where the address was sealed for another row, under another secret, or changed since */
export function openAddress(
  secret: string,
  { id, sealed, keyId }: { id: string; sealed: Buffer; keyId: string },
): string {
  if (keyId !== keyIdOf(secret)) throw new Error('This address was sealed under another secret');
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, keyFor(secret, 'seal'), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(id, keyId));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return (
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  );
}
