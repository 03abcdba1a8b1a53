import type { HoldReason } from './hours.js';
import { BY_HAND, LET_GO, TO_PRINT } from './settle-delivery.js';

/** Why a message waits for a person, or for its turn. */
export const waitReasons = [
  TO_PRINT,
  BY_HAND,
  'no-channel',
  'no-address',
  'provider-limit',
  'restored',
] as const;
export type WaitReason = (typeof waitReasons)[number] | HoldReason;

/** What went wrong on the way, in our words. */
export const troubles = [
  'bad-address',
  'cannot-be-written',
  'unreachable',
  'rate-limited',
  'smtp-silent',
  'http-silent',
  'http-no-id',
  'push-silent',
  'too-slow',
  'threw',
  'sender-lost',
] as const;

/** What a provider answered: a number whose meaning is its own. */
export type ProviderCode = `${'smtp' | 'http' | 'push'}-${number}`;
export type Trouble = (typeof troubles)[number] | ProviderCode;

/** What a provider tells afterwards. */
export const bounceReasons = ['nobody-there', 'not-taken'] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** Every code of ours that a delivery keeps, but for those of the rules about hours and about who is written to. */
export const deliveryReasons = [...waitReasons, ...troubles, ...bounceReasons, LET_GO] as const;
