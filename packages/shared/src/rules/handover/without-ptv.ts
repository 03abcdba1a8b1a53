import { addDays } from '../calendar/civil-date.js';
import type { Country } from '../calendar/country.js';
import { nextWorkingDay } from '../calendar/working-days.js';

/**
 * So many days before the last session the volunteer should visit the group (a week later at the latest, product.md 1.4): a
 * programme that has nobody by then goes on without, and the lead and the administrators are told.
 */
export const WITHOUT_PTV_DAYS = 14; // [D]

/** A list that opens late leaves the lead at least so many working days to ask, as an answer is given from one to the next week. */
export const SEARCH_WORKING_DAYS = 5; // [D]

interface Search {
  readonly lastSessionOn: string;
  /** The day on which the list was opened, and with it the search. */
  readonly openedOn: string;
  readonly country: Country;
}

/**
 * The day on which the search for a volunteer is given up: two weeks before the last session, or after the lead had a few
 * working days to ask, but not after the last session. Opened on that day or later, there is still the time to ask: the
 * calls after it want somebody too.
 */
export function searchEndsOn({ lastSessionOn, openedOn, country }: Search): string {
  const planned = addDays(lastSessionOn, -WITHOUT_PTV_DAYS);
  let asked = openedOn;
  for (let day = 0; day < SEARCH_WORKING_DAYS; day += 1) asked = nextWorkingDay(asked, country);
  if (asked <= planned) return planned;
  return asked > lastSessionOn && openedOn < lastSessionOn ? lastSessionOn : asked;
}
