import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressHash, openAddress, plainAddress, sealAddress } from './seal-address.js';

const secret = 'ab'.repeat(32);
const otherSecret = 'cd'.repeat(32);

describe('a sealed address', () => {
  test('opens for its own row, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'binary' }), (id, address) => {
        const { sealed, keyId } = sealAddress(secret, { id, channel: 'push', address });
        expect(openAddress(secret, { id, sealed, keyId })).toBe(plainAddress('push', address));
      }),
      { numRuns: 50 },
    );
  });

  test('does not show the address, and differs each time it is sealed', () => {
    const point = { id: randomUUID(), channel: 'email', address: 'sam@example.test' } as const;
    const [once, again] = [sealAddress(secret, point), sealAddress(secret, point)];
    expect(once.sealed.toString('latin1')).not.toContain('sam');
    expect(once.sealed.equals(again.sealed)).toBe(false);
    expect(once.addressHash.equals(again.addressHash)).toBe(true);
  });

  test('does not open in another row, under another secret or key, or after a bit was changed', () => {
    const id = randomUUID();
    const { sealed, keyId } = sealAddress(secret, { id, channel: 'sms', address: '07700 900123' });
    expect(() => openAddress(secret, { id: randomUUID(), sealed, keyId })).toThrow();
    expect(() => openAddress(otherSecret, { id, sealed, keyId })).toThrow('another secret');
    for (const at of [0, 12, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => openAddress(secret, { id, sealed: changed, keyId })).toThrow();
    }
  });
});

describe('the hash of an address', () => {
  test.each([
    ['sms', '07700 900123', '+447700900123'],
    ['sms', '0044 (0)7700-900123', '447700900123'],
    ['sms', '447700900123', '+447700900123'],
    ['email', ' Sam@Example.test ', 'sam@example.test'],
  ] as const)('is the same for %s %j and %j', (channel, typed, sent) => {
    expect(addressHash(secret, channel, typed)).toEqual(addressHash(secret, channel, sent));
  });

  test('differs for another person, channel or installation', () => {
    const hash = addressHash(secret, 'sms', '07700900123');
    expect(hash).not.toEqual(addressHash(secret, 'sms', '07700900124'));
    expect(hash).not.toEqual(addressHash(secret, 'letter', '+447700900123'));
    expect(hash).not.toEqual(addressHash(otherSecret, 'sms', '07700900123'));
  });
});
