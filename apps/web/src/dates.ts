import { explainedIn, localeTag, pageLanguage, t } from './i18n.js';
import type { Language } from './i18n.js';
import { welshDay, welshList, welshMonth } from './welsh.js';

const ZONE = 'Europe/London';
const DAY_MS = 86_400_000;

/** A calendar date needs a place in the day to be formatted: noon, so that no zone can move it. */
const instant = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);

const format = (iso: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeTag(), { timeZone: ZONE, ...options }).format(instant(iso)).replace(',', '');

/** The London calendar date of an instant, as `2026-11-24`. */
export const civilDate = (iso: string): string =>
  iso.length === 10 ? iso : new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(instant(iso));

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(civilDate(to)) - Date.parse(civilDate(from))) / DAY_MS);

/** The calendar date `days` after another. */
export const dayAfter = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10);

/** "Tuesday 24 November"; the year is said only when it is not this one. */
export const sayDay = (iso: string, now?: string): string =>
  pageLanguage() === 'cy'
    ? welshDay(civilDate(iso), saysYear(iso, now))
    : format(iso, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(iso, now) });

const yearOf = (iso: string, now: string | undefined): Intl.DateTimeFormatOptions =>
  now === undefined || civilDate(now).slice(0, 4) === civilDate(iso).slice(0, 4) ? {} : { year: 'numeric' };

const welsh = (): boolean => explainedIn() === 'cy';
const saysYear = (iso: string, now: string | undefined): boolean => yearOf(iso, now).year !== undefined;

const monthOf = (iso: string, now: string | undefined): string =>
  welsh()
    ? welshMonth(civilDate(iso), saysYear(iso, now))
    : format(iso, { month: 'long', ...yearOf(iso, now) });

/** Dates as the explanations say them, in their language: "Tuesday 24 November", "24 November", "November". */
export const explained = {
  day: (iso: string, now: string): string =>
    welsh() ? welshDay(civilDate(iso), saysYear(iso, now)) : sayDay(iso, now),
  date: (iso: string, now?: string): string => `${Number(civilDate(iso).slice(8))} ${monthOf(iso, now)}`,
  month: (iso: string, now: string): string => monthOf(iso, now),
  list: (numbers: readonly number[]): string =>
    welsh() ? welshList(numbers) : new Intl.ListFormat(localeTag()).format(numbers.map(String)),
};

/** "6:30pm", as people say it. */
const sayTime = (iso: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: ZONE, hour: 'numeric', minute: '2-digit', hour12: true })
    .format(instant(iso))
    .replace(':00', '')
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/[ap]m$/, (half) => HALVES[pageLanguage()][half] ?? half);

/** Before and after noon: *y bore*, *y prynhawn*. */
const HALVES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  cy: { am: 'yb', pm: 'yh' },
};

/** "Tuesday 24 November at 6:30pm". */
export const sayMoment = (iso: string, now?: string): string =>
  t('date.moment', { day: sayDay(iso, now), time: sayTime(iso) });

/** "today", "tomorrow", "in 11 days", "3 days ago": counted in calendar days on the server's clock. */
export function sayDistance(iso: string, now: string): string {
  const days = daysBetween(now, iso);
  if (days === 0) return t('date.today');
  if (days === 1) return t('date.tomorrow');
  if (days === -1) return t('date.yesterday');
  if (days > 1) return t('date.in', { days });
  return t('date.ago', { days: -days });
}

/** Which greeting suits the hour in London. */
export function partOfDay(now: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' }).format(
      instant(now),
    ),
  );
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
