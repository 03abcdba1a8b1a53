import { openAddress } from '@followon/shared/db/contacts/seal-address';
import type { ChannelChoice } from '@followon/shared/rules/nudge/choose-channel';
import { chooseChannel } from '@followon/shared/rules/nudge/choose-channel';
import { whyNotWanted } from '@followon/shared/rules/nudge/consent';
import { nudgeOf } from '@followon/shared/rules/nudge/nudges';
import type { Messenger } from '../channels/messenger.js';
import type { Claimed } from '../claim.js';
import type { Reach } from './reach.js';

/** What this installation can do; the first messenger of a way is its provider. */
function providersOf(messengers: readonly Messenger[]): {
  readonly [way in 'email' | 'sms' | 'push']?: string;
} {
  const ways = messengers.filter(({ way }) => way !== 'screen').map(({ way, name }) => [way, name] as const);
  return Object.fromEntries([...ways].reverse());
}

/** Which way a message takes, of those that its reader has and wants. */
export function chooseFor(
  { key, audience }: Claimed,
  reach: Reach,
  messengers: readonly Messenger[],
): ChannelChoice {
  const nudge = nudgeOf(key);
  const { points, consents, optedIn, format, accountEmail } = reach;
  return chooseChannel({
    ...{ mode: 'live', format, points, hasAccountEmail: accountEmail !== null },
    wants: (way) =>
      nudge !== undefined && whyNotWanted({ nudge, audience, optedIn, consents }, way) === undefined,
    providers: providersOf(messengers),
  });
}

/** @throws Error where the address was sealed under another secret */
export function addressOf(reach: Reach, pointId: string | null, secret: string): string {
  const point = reach.points.find(({ id }) => id === pointId);
  if (!point) return reach.accountEmail ?? '';
  return openAddress(secret, {
    id: point.id,
    keyId: point.keyId,
    sealed: Buffer.from(point.sealed, 'hex'),
  });
}
