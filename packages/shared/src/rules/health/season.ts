import { parameters } from './parameters.js';

const monthDay = (date: string): string => date.slice(5);

/** Mid-November to the end of February, when numbers often dip for reasons that pass. */
export const isWinter = (date: string): boolean =>
  monthDay(date) >= parameters.winterFrom || monthDay(date) <= parameters.winterUntil;

/** August and the Christmas weeks: a cancelled meeting then says nothing about the group. */
export const isHolidaySeason = (date: string): boolean =>
  date.slice(5, 7) === parameters.quietMonth ||
  monthDay(date) >= parameters.christmasFrom ||
  monthDay(date) <= parameters.christmasUntil;

/** How many meetings an attendance rule needs, judged by the date of the latest head count. */
export const meetingsNeeded = (usually: number, latestOn: string): number =>
  usually + (isWinter(latestOn) ? parameters.winterExtraMeetings : 0);
