import { addDays, weekday } from './civil-date.js';
import type { Country } from './country.js';
import { easterSunday } from './easter.js';

type OneOff = { readonly instead?: string; readonly on: string; readonly in?: readonly Country[] };

/**
 * `instead` is the ordinary holiday that the one-off day replaced; without it the day came on top. `in`: only in these
 * countries.
 */
const ONE_OFFS: readonly OneOff[] = [
  { instead: '2020-05-04', on: '2020-05-08' }, // 75 years of VE Day
  { instead: '2022-05-30', on: '2022-06-02' }, // Platinum Jubilee
  { on: '2022-06-03' }, // Platinum Jubilee
  { on: '2022-09-19' }, // State Funeral of Queen Elizabeth II
  { on: '2023-05-08' }, // Coronation of King Charles III
  { on: '2026-06-15', in: ['scotland'] }, // The men's team at the football World Cup
];

const SATURDAY = 6;

/** What each country keeps beside the days that all four have. */
const own: { readonly [C in Country]: (year: number) => readonly string[] } = {
  england: englishDays,
  wales: englishDays,
  scotland: (year) => [mondayOnOrAfter(`${year}-08-01`), weekdayOrSubstitute(`${year}-11-30`)],
  'northern-ireland': (year) => [
    ...englishDays(year),
    weekdayOrSubstitute(`${year}-03-17`),
    weekdayOrSubstitute(`${year}-07-12`),
  ],
};

/**
 * The bank holidays of a country in a year, in order, with substitute days for those that fall on a weekend. Source of
 * rules and dates: https://www.gov.uk/bank-holidays. Right for 2013 to 2035 as far as announced; earlier years had
 * one-off days that are not listed here.
 */
export function bankHolidays(year: number, country: Country): readonly string[] {
  const ordinary = [
    ...newYear(year, country),
    addDays(easterSunday(year), -2),
    mondayOnOrAfter(`${year}-05-01`),
    mondayOnOrAfter(`${year}-05-25`),
    ...twoDaysOff(`${year}-12-25`),
    ...own[country](year),
  ];
  const oneOffs = ONE_OFFS.filter(
    (day) => day.on.startsWith(`${year}-`) && (day.in?.includes(country) ?? true),
  );
  const replaced = new Set(oneOffs.map(({ instead }) => instead));
  return [...ordinary.filter((day) => !replaced.has(day)), ...oneOffs.map(({ on }) => on)].sort();
}

/** True on a bank holiday of the country; a weekend day whose holiday is taken later is not one. */
export function isBankHoliday(date: string, country: Country): boolean {
  const year = date.slice(0, 4);
  const key = `${country}/${year}`;
  const days = known.get(key) ?? new Set(bankHolidays(Number(year), country));
  known.set(key, days);
  return days.has(date);
}

/** A checklist asks for the same few years again and again. */
const known = new Map<string, ReadonlySet<string>>();

/** Scotland has two days off at the turn of the year. */
function newYear(year: number, country: Country): readonly string[] {
  const first = `${year}-01-01`;
  return country === 'scotland' ? twoDaysOff(first) : [weekdayOrSubstitute(first)];
}

/** Easter Monday and the summer holiday at the end of August. */
function englishDays(year: number): readonly string[] {
  return [addDays(easterSunday(year), 1), mondayOnOrAfter(`${year}-08-25`)];
}

function weekdayOrSubstitute(date: string): string {
  return weekday(date) < SATURDAY ? date : mondayOnOrAfter(date);
}

/** Two days that follow each other: both fall on weekdays, in this order, and never on the same one. */
function twoDaysOff(first: string): string[] {
  const days: string[] = [];
  const second = addDays(first, 1);
  if (weekday(first) < SATURDAY) days.push(first);
  if (weekday(second) < SATURDAY) days.push(second);
  for (let day = addDays(first, 2); days.length < 2; day = addDays(day, 1)) {
    if (weekday(day) < SATURDAY) days.push(day);
  }
  return days;
}

function mondayOnOrAfter(date: string): string {
  return addDays(date, (8 - weekday(date)) % 7);
}
