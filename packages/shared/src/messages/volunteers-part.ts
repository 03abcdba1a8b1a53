import { dayOf } from '../rules/handover/templates/of-route.js';
import { baseTemplate } from '../rules/handover/templates/base.js';

const DAYS_A_MONTH = 30;
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

interface Part {
  readonly things: number;
  readonly months: number;
}

/** What a volunteer takes on with a yes: so many tasks of the shipped list, from the first to the last. */
export function volunteersPart(): Part {
  const days = baseTemplate.filter(({ ownerRole }) => ownerRole === 'volunteer').map(dayOf);
  const months = Math.ceil((Math.max(...days) - Math.min(...days)) / DAYS_A_MONTH);
  return { things: days.length, months };
}

const inWords = (count: number): string => NUMBERS[count] ?? String(count);

/** six small things over four months */
export const sayPart = ({ things, months }: Part): string =>
  `${inWords(things)} small things over ${inWords(months)} months`;
