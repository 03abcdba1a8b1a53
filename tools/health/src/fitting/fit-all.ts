import { fitted, type Fitted } from '@followon/shared/rules/health/fitted';
import { withoutNames, type Series } from '../data/series.js';
import { judgeMeetings } from '../judging/judge-meetings.js';
import { judgeMembers } from '../judging/judge-members.js';
import { attendancesIn } from './attendances.js';
import { fitComingAndGoing, tabled } from './coming-and-going.js';
import { fitMeeting } from './fit-meeting.js';
import { fitMembers } from './fit-members.js';
import { fitStanding } from './fit-standing.js';
import { meetingByCountsRecipe, meetingRecipe, type Recipe } from './recipes.js';
import { withFitted } from './with-fitted.js';

const fittedParts = [
  'comingAndGoing',
  'member',
  'meeting',
  'meetingByCounts',
  'standing',
  'standingByCounts',
] as const;

/** What a fit of the registers decides. Thresholds and what is kept from meeting to meeting are chosen, not fitted. */
export type Numbers = Pick<Fitted, (typeof fittedParts)[number]>;

/**
 * Everything that is fitted, from the registers of these series: first how people come and go, then what rests on it, the standing
 * last because it rests on the score. Head counts teach nothing here.
 */
export function fitAll(series: readonly Series[], recipe: Recipe = meetingRecipe): Numbers {
  const named = series.filter(({ isNamed }) => isNamed);
  const comingAndGoing = roundedAll(fitComingAndGoing(tabled(named.flatMap(attendancesIn))), 3);
  return withFitted({ comingAndGoing }, () => {
    const rows = named.flatMap((one, group) => judgeMeetings(one, group));
    const meeting = roundedAll(fitMeeting(rows, recipe));
    const meetingByCounts = roundedAll(fitMeeting(rows, meetingByCountsRecipe));
    const member = roundedAll(fitMembers(named.flatMap((one, group) => judgeMembers(one, group))));
    return withFitted({ meeting, meetingByCounts }, () => {
      const standing = roundedAll(fitStanding(named, fitted.standing));
      const standingByCounts = roundedAll(fitStanding(named.map(withoutNames), fitted.standingByCounts));
      return { comingAndGoing, member, meeting, meetingByCounts, standing, standingByCounts };
    });
  });
}

/** What the shipped file says of the same. */
export const shippedNumbers = (): Numbers =>
  structuredClone(Object.fromEntries(fittedParts.map((part) => [part, fitted[part]]))) as Numbers;

/** The digits of the parameter file: more would say more than the data does. */
const DIGITS = 6;

function roundedAll<T>(value: T, digits = DIGITS): T {
  if (typeof value === 'number') return (Math.round(value * 10 ** digits) / 10 ** digits) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => roundedAll(item, digits)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [
    key,
    roundedAll(item, digits),
  ]);
  return Object.fromEntries(entries) as T;
}
