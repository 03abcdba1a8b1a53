/**
 * Why a group ended, in the words of its people: attendance, leadership, having got what they needed, falling out and
 * logistics are what groups name (product.md 2.2). None of them is a failure. Always optional.
 */
export const closeReasons = [
  'no-longer-needed',
  'people-moved-on',
  'joined-another',
  'too-few',
  'no-one-to-lead',
  'fell-out',
  'venue',
  'other',
  'prefer-not-to-say',
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** An ending may be announced so many days ahead: twelve weeks, time for a last meeting and goodbyes. */
export const ANNOUNCED_AT_MOST_DAYS = 84;

/** A list for closing well is put away so many days after the group's last day, whatever is left on it. */
export const CLOSING_LIST_DAYS = 28;
