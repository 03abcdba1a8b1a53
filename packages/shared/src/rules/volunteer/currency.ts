import { addDays } from '../calendar/civil-date.js';

/**
 * So long before it runs out a training or a check is worth a word: our choice, long enough to book a place and wait for
 * an answer (docs/decisions/0018-volunteers-are-asked.md).
 */
export const EXPIRING_DAYS = 60;

/** How a training or a check stands; a date that is not written down counts as none. */
export type Currency = 'current' | 'expiring' | 'expired' | 'not-written-down';

/** @param until the last day on which it holds */
export function currencyOf(until: string | null, today: string): Currency {
  if (until === null) return 'not-written-down';
  if (until < today) return 'expired';
  return until <= addDays(today, EXPIRING_DAYS) ? 'expiring' : 'current';
}

export const isCurrent = (until: string | null, today: string): boolean => until !== null && until >= today;
