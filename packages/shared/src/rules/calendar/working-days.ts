import { isBankHoliday } from './bank-holidays.js';
import { addDays, weekday } from './civil-date.js';
import type { Country } from './country.js';

const SATURDAY = 6;

/** Monday to Friday, the country's bank holidays left out. */
export const isWorkingDay = (date: string, country: Country): boolean =>
  weekday(date) < SATURDAY && !isBankHoliday(date, country);

/** The day itself, or the last working day before it. */
export const rollBack = (date: string, country: Country): string =>
  isWorkingDay(date, country) ? date : rollBack(addDays(date, -1), country);

/** The day itself, or the first working day after it. */
export const rollForward = (date: string, country: Country): string =>
  isWorkingDay(date, country) ? date : rollForward(addDays(date, 1), country);

/** The first working day after the day given, never the day itself. */
export const nextWorkingDay = (date: string, country: Country): string =>
  rollForward(addDays(date, 1), country);
