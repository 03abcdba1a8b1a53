import { isBankHoliday } from '../calendar/bank-holidays.js';
import { isSchoolHoliday } from '../calendar/school-holidays.js';
import { parameters } from './parameters.js';

const monthDay = (date: string): string => date.slice(5);

/** Mid-November to the end of February, when numbers often dip for reasons that pass. */
export const isWinter = (date: string): boolean =>
  monthDay(date) >= parameters.winterFrom || monthDay(date) <= parameters.winterUntil;

/** School and bank holidays: a cancelled meeting then says nothing about the group. */
export const isHolidaySeason = (date: string): boolean =>
  isSchoolHoliday(date) || isBankHoliday(date, 'england');

/** How many meetings an attendance rule needs, judged by the date of the latest head count: one more when dips are ordinary. */
export const meetingsNeeded = (usually: number, latestOn: string): number =>
  usually + (isWinter(latestOn) || isSchoolHoliday(latestOn) ? parameters.quietSeasonExtraMeetings : 0);
