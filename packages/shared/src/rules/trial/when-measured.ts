import { addDays } from '../calendar/civil-date.js';
import { londonDate, londonInstant } from '../calendar/london.js';
import type { Moment } from '../nudge/moments.js';
import type { TrialTerms } from './facts.js';

const WEEK_DAYS = 7;
const LAST_MINUTE = '00:00';

/**
 * The midnight after the last day that counts. It depends on the occasion only and never on its arm: a message that was
 * sent late, or not at all, is measured when all others are.
 */
export function measureAt(
  moment: Pick<Moment, 'offsetDays' | 'from'>,
  { withinDays }: Pick<TrialTerms, 'withinDays'>,
): Date {
  const occasionOn = addDays(londonDate(moment.from), -moment.offsetDays);
  return londonInstant(addDays(occasionOn, withinDays + 1), LAST_MINUTE);
}

/** From this day on no occasion joins the trial. */
export const lastAssigned = (startedAt: Date, { mostWeeks }: Pick<TrialTerms, 'mostWeeks'>): Date =>
  londonInstant(addDays(londonDate(startedAt), mostWeeks * WEEK_DAYS), LAST_MINUTE);

/** The latest day of the trial: everything that joined has been measured. A message may be planned a week ahead. */
export const lastLook = (startedAt: Date, terms: Pick<TrialTerms, 'mostWeeks' | 'withinDays'>): Date => {
  const days = terms.mostWeeks * WEEK_DAYS + terms.withinDays + WEEK_DAYS;
  return londonInstant(addDays(londonDate(startedAt), days), LAST_MINUTE);
};
