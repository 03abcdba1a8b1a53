import type { Settlement, SettleReason } from '../../contract/deliveries.js';

/** A delivery as it stands. */
export interface StuckDelivery {
  readonly state: string;
  readonly reason: string | null;
}

/** Kept for a person to print and post. */
export const TO_PRINT = 'to-print';
/** Kept for a person to make and to give, not by post: that was refused. */
export const BY_HAND = 'by-hand';

/** Why nobody could be reached: mended, it may be tried again although it was let go. */
const UNREACHED: readonly (string | null)[] = ['no-channel', 'no-address'];

/** A person brings it to its reader: by post, or by hand. */
export const isLetter = (delivery: StuckDelivery): boolean => isToPost(delivery) || isByHand(delivery);

const isToPost = ({ state, reason }: StuckDelivery): boolean => state === 'held' && reason === TO_PRINT;

export const isByHand = ({ state, reason }: StuckDelivery): boolean => state === 'held' && reason === BY_HAND;

/**
 * What may be decided now, the likeliest first. Nothing about a message that has left, is leaving this second, or was held
 * back because of what its reader wants: nobody decides over that.
 */
export function waysToSettle(delivery: StuckDelivery): readonly Settlement[] {
  const { state, reason } = delivery;
  if (isToPost(delivery)) return ['posted', 'let-go'];
  if (isByHand(delivery)) return ['arrived', 'let-go'];
  const ways = WAYS[state] ?? [];
  // Only somebody who could not be reached is waited for; everything else waits for its hour.
  return UNREACHED.includes(reason) && ['held', 'suppressed'].includes(state) ? ['again', ...ways] : ways;
}

const WAYS: Readonly<Record<string, readonly Settlement[]>> = {
  queued: ['let-go'],
  held: ['let-go'],
  dead: ['again', 'let-go'],
  // Nobody knows whether it left: another try may make it arrive twice.
  unknown: ['arrived', 'again', 'let-go'],
};

/** What may be behind a decision, the likeliest first. That a letter was posted needs no reason. */
const REASONS: { readonly [H in Settlement]: readonly SettleReason[] } = {
  again: ['provider-mended', 'address-mended'],
  'let-go': ['told-another-way', 'not-needed', 'asked-to'],
  posted: [],
  arrived: ['they-said', 'provider-shows'],
};

/** What whoever decides is asked; of one that may have left, also that it did not come; its provider knows of no other. */
export function reasonsToSettle(
  how: Settlement,
  { state }: Pick<StuckDelivery, 'state'>,
): readonly SettleReason[] {
  if (state !== 'unknown') return REASONS[how].filter((reason) => reason !== 'provider-shows');
  return how === 'again' ? ['did-not-arrive', ...REASONS.again] : REASONS[how];
}

/** How a delivery stands once this was decided. */
export const settledState = {
  again: 'queued',
  'let-go': 'suppressed',
  posted: 'sent',
  arrived: 'delivered',
} as const satisfies Readonly<Record<Settlement, string>>;

/** Why a message that a person let go did not leave. */
export const LET_GO = 'let-go';
