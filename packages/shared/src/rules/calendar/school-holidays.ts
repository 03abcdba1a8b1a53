import { addDays, weekday } from './civil-date.js';
import { easterSunday } from './easter.js';

type Span = { readonly from: string; readonly until: string };

/**
 * When most schools in England are closed: two weeks at Easter, a week in each half term, the summer and Christmas. Every
 * council sets its own dates (https://www.gov.uk/school-term-holiday-dates), often a week earlier or later, so these
 * excuse a thin or cancelled meeting and prove nothing.
 */
function holidaysOf(year: number): readonly Span[] {
  const easter = easterSunday(year);
  return [
    { from: `${year}-01-01`, until: `${year}-01-04` },
    week(mondayOnOrAfter(`${year}-02-15`)),
    { from: addDays(easter, -8), until: addDays(easter, 7) },
    week(mondayOnOrAfter(`${year}-05-25`)),
    { from: `${year}-07-22`, until: `${year}-08-31` },
    week(mondayOnOrAfter(`${year}-10-25`)),
    { from: `${year}-12-20`, until: `${year}-12-31` },
  ];
}

const week = (monday: string): Span => ({ from: monday, until: addDays(monday, 6) });
const mondayOnOrAfter = (date: string): string => addDays(date, (8 - weekday(date)) % 7);

/** Worked out once a year: the health engine asks at every meeting. */
const known = new Map<string, readonly Span[]>();

export function isSchoolHoliday(date: string): boolean {
  const year = date.slice(0, 4);
  const spans = known.get(year) ?? holidaysOf(Number(year));
  known.set(year, spans);
  return spans.some(({ from, until }) => from <= date && date <= until);
}
