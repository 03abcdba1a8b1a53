const DAY_MS = 86_400_000;

/** Days since 1970-01-01. Midnight UTC stands for the civil day, so summer time never makes a day 23 or 25 hours long. */
export const toDayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;

const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS_IN[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** Whole days from one civil date (`YYYY-MM-DD`) to another; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => toDayNumber(to) - toDayNumber(from);

/** The civil date `days` after (or, when negative, before) the one given. */
export const addDays = (date: string, days: number): string =>
  new Date((toDayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);

/** The years this service knows: what lies outside is a slip of the hand, and years of four digits sort as text. */
export const earliestDate = '2000-01-01';
export const latestDate = '2099-12-31';
export const isServedDate = (date: string): boolean => date >= earliestDate && date <= latestDate;

/** ISO weekday of a civil date: 1 is Monday, 7 is Sunday. */
export const weekday = (date: string): number => new Date(toDayNumber(date) * DAY_MS).getUTCDay() || 7;
