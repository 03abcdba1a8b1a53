import type { Country } from '../calendar/country.js';
import { nextWorkingDay } from '../calendar/working-days.js';
import type { AlertCause, AlertStage } from './causes.js';
import { handoverCauses, healthCauses } from './causes.js';

/** How many working days the group has first, and how many the clinicians have before the administrators hear. */
export type AlertTerms = { readonly groupFirstDays: number; readonly adminAfterDays: number };

/**
 * [D] Clinicians hear at the moment at which the group is offered a hand. They have a working week: whoever works two days a
 * week has been at their desk in it, and no group that meets every week has missed more than one meeting.
 */
export const defaultAlertTerms: AlertTerms = { groupFirstDays: 0, adminAfterDays: 5 };

const isOneOf = (causes: readonly string[], cause: AlertCause): boolean => causes.includes(cause);

/** What its own people can put right: only there may a site give the group some days first. */
export const mayWaitForGroup = (cause: AlertCause): boolean =>
  isOneOf(healthCauses, cause) || cause === 'contact-leaving';

/**
 * Whether the group's own people and its volunteer are offered a hand. Who asked for one is not asked in turn; who looks
 * for a contact person is asked by the search for one; a handover has its tasks.
 */
export const offersAHand = (cause: AlertCause): boolean =>
  isOneOf([...healthCauses, 'conflict', 'venue-lost'], cause);

/**
 * Whom an alert reaches when it opens. Of a handover the administrators have heard by the very fact that it stands on, so
 * nobody more will. What other marks brought is told to nobody.
 */
export function firstStage(
  cause: AlertCause,
  { groupFirstDays }: AlertTerms,
  { byMarks }: { readonly byMarks: boolean },
): AlertStage {
  if (isOneOf(handoverCauses, cause)) return 'site-admin';
  return groupFirstDays > 0 && mayWaitForGroup(cause) && !byMarks ? 'group' : 'clinician';
}

export type Staged = {
  readonly state: 'open' | 'acknowledged' | 'withdrawn' | 'resolved';
  readonly stage: AlertStage;
  /** The day on which the stage was reached, or a snooze ended. */
  readonly sinceOn: string;
  readonly byMarks: boolean;
};

/** Who hears next, and on which day; null when somebody has it in hand, or nobody more will hear. */
export function nextStage(
  { state, stage, sinceOn, byMarks }: Staged,
  terms: AlertTerms,
  country: Country,
): { readonly stage: 'clinician' | 'site-admin'; readonly on: string } | null {
  if (state !== 'open' || byMarks || stage === 'site-admin') return null;
  const [next, days] =
    stage === 'group'
      ? (['clinician', terms.groupFirstDays] as const)
      : (['site-admin', terms.adminAfterDays] as const);
  return { stage: next, on: afterWorkingDays(sinceOn, days, country) };
}

/** So many working days after a day; the day itself does not count. */
export function afterWorkingDays(day: string, days: number, country: Country): string {
  let on = day;
  for (let passed = 0; passed < days; passed += 1) on = nextWorkingDay(on, country);
  return on;
}
