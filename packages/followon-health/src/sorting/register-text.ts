import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import type { Kept } from '../reading/kept-lines.js';

/** No field of a register holds it, and it comes before every other character, so "a" comes before "a b". */
const BETWEEN = '\0';
const DIGITS = 12;

/** A number as text that sorts as the number does. */
export const padded = (number: number): string => String(number).padStart(DIGITS, '0');

/** A line as text that sorts by site, group, date and place in the file. */
export const textOf = ({ line, register }: Kept): string =>
  [
    register.site,
    register.group,
    register.on,
    padded(line),
    register.outcome,
    register.headcount ?? '',
    register.attendees.join(';'),
  ].join(BETWEEN);

/** The part of such a text that is the same for the lines of one group. */
export function groupOf(text: string): string {
  const afterSite = text.indexOf(BETWEEN) + 1;
  return text.slice(0, text.indexOf(BETWEEN, afterSite));
}

export function keptOf(text: string): Kept {
  const [site, group, on, line, outcome, headcount, attendees] = text.split(BETWEEN) as Parts;
  return {
    line: Number(line),
    register: {
      site,
      group,
      on,
      outcome,
      headcount: headcount === '' ? null : Number(headcount),
      attendees: attendees === '' ? [] : attendees.split(';'),
    },
  };
}

type Parts = [string, string, string, string, RegisterLine['outcome'], string, string];
