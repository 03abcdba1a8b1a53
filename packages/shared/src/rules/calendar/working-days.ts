import { isBankHoliday } from './bank-holidays.js';
import { addDays, weekday } from './civil-date.js';

const SATURDAY = 6;

/** Monday to Friday, bank holidays of England and Wales left out. */
export const isWorkingDay = (date: string): boolean => weekday(date) < SATURDAY && !isBankHoliday(date);

/** The day itself, or the last working day before it. */
export const rollBack = (date: string): string => (isWorkingDay(date) ? date : rollBack(addDays(date, -1)));

/** The day itself, or the first working day after it. */
export const rollForward = (date: string): string =>
  isWorkingDay(date) ? date : rollForward(addDays(date, 1));

/** The first working day after the day given, never the day itself. */
export const nextWorkingDay = (date: string): string => rollForward(addDays(date, 1));
