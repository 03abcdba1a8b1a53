import { z } from 'zod';
import { earliestDate, isServedDate, latestDate } from '../rules/calendar/civil-date.js';

const outside = `Choose a date between ${earliestDate} and ${latestDate}. Check the year.`;

/** A calendar day that somebody sends, `YYYY-MM-DD`, within the years this service knows. */
export const civilDate = z.iso.date().refine(isServedDate, outside);

/** An exact instant as text, within the same years: where a page of a list goes on. */
export const servedInstant = z.iso
  .datetime()
  .refine((instant) => isServedDate(instant.slice(0, 10)), outside);
