import { addDays, weekday } from './civil-date.js';
import { easterSunday } from './easter.js';

type OneOff = { readonly instead?: string; readonly on: string };

/** `instead` is the ordinary holiday that the one-off day replaced; without it the day came on top. */
const ONE_OFFS: readonly OneOff[] = [
  { instead: '2020-05-04', on: '2020-05-08' }, // 75 years of VE Day
  { instead: '2022-05-30', on: '2022-06-02' }, // Platinum Jubilee
  { on: '2022-06-03' }, // Platinum Jubilee
  { on: '2022-09-19' }, // State Funeral of Queen Elizabeth II
  { on: '2023-05-08' }, // Coronation of King Charles III
];

const SATURDAY = 6;

/**
 * The bank holidays of England and Wales in a year, in order, with substitute days for those that fall on a
 * weekend. Source of rules and dates: https://www.gov.uk/bank-holidays. Right for 2013 to 2035 as far as
 * announced; earlier years had one-off days that are not listed here.
 */
export function bankHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const christmas = `${year}-12-25`;
  const ordinary = [
    weekdayOrSubstitute(`${year}-01-01`),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(`${year}-05-01`),
    mondayOnOrAfter(`${year}-05-25`),
    mondayOnOrAfter(`${year}-08-25`),
    ...christmasAndBoxingDay(christmas),
  ];
  const oneOffs = ONE_OFFS.filter(({ on }) => on.startsWith(`${year}-`));
  const replaced = new Set(oneOffs.map(({ instead }) => instead));
  return [...ordinary.filter((day) => !replaced.has(day)), ...oneOffs.map(({ on }) => on)].sort();
}

/** True on a bank holiday of England and Wales; a weekend day whose holiday is taken later is not one. */
export const isBankHoliday = (date: string): boolean => bankHolidays(Number(date.slice(0, 4))).includes(date);

function weekdayOrSubstitute(date: string): string {
  return weekday(date) < SATURDAY ? date : mondayOnOrAfter(date);
}

/** Both days off fall on weekdays, in this order, and never on the same one. */
function christmasAndBoxingDay(christmas: string): string[] {
  const days: string[] = [];
  const boxingDay = addDays(christmas, 1);
  if (weekday(christmas) < SATURDAY) days.push(christmas);
  if (weekday(boxingDay) < SATURDAY) days.push(boxingDay);
  for (let day = addDays(christmas, 2); days.length < 2; day = addDays(day, 1)) {
    if (weekday(day) < SATURDAY) days.push(day);
  }
  return days;
}

function mondayOnOrAfter(date: string): string {
  return addDays(date, (8 - weekday(date)) % 7);
}
