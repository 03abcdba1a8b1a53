import { shippedTask } from '../rules/handover/templates/shipped.js';
import type { MessageFacts } from './facts.js';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Day, month and year, with the months of a language. */
export function longDate(date: string, months: readonly string[]): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** A civil date as people read it: 14 April 2026. */
export const sayDate = (date: string): string => longDate(date, MONTHS);

const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A day on which somebody does something: Tuesday 14 April 2026. */
export const sayDay = (date: string): string =>
  `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''} ${sayDate(date)}`;

/** March 2026 */
export const sayMonth = (date: string): string => sayDate(date).replace(/^\d+ /, '');

/** 4, 5 and 3 */
export function sayList(numbers: readonly number[]): string {
  if (numbers.length < 2) return numbers.join('');
  return `${numbers.slice(0, -1).join(', ')} and ${String(numbers.at(-1))}`;
}

export const sayTask = (key: string | undefined): string | undefined =>
  key === undefined ? undefined : shippedTask(key)?.title;

const TELLING = /\b(pain\w*|hospital\w*|clinic\w*|nhs|patients?|trust|fibro\w*|arthritis)\b/i;

/**
 * A name that may stand in a message, which others in the house may read: none that tells of a place of care or of a
 * condition. Undefined when there is no such name.
 */
export function neutralName(name: string | null | undefined): string | undefined {
  return name && !TELLING.test(name) ? name : undefined;
}

export const sayName = (name: string): string => `“${name}”`;

export const sayGroup = ({ groupName }: MessageFacts): string =>
  groupName === undefined ? 'your group' : sayName(groupName);
