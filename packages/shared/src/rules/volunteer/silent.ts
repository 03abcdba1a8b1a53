import { daysBetween } from '../calendar/civil-date.js';

/** Days late after which a task asks whether anybody is there; our choice, twice the site administrator's seven days. */
export const STALE_DAYS = 14;
/** Days without any act after which a volunteer counts as silent; our choice, the length of the middle break. */
export const SILENT_DAYS = 28;

/**
 * Has this task been left by somebody of whom nothing was heard? An act is whatever the log of the site holds of them:
 * a tick, an answer, a register. Signing in alone does not show there.
 */
export function isSilent(
  { dueOn, lastActedOn }: { readonly dueOn: string; readonly lastActedOn: string | null },
  today: string,
): boolean {
  const isStale = daysBetween(dueOn, today) >= STALE_DAYS;
  return isStale && (lastActedOn === null || daysBetween(lastActedOn, today) >= SILENT_DAYS);
}
