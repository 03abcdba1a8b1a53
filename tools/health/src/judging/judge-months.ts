import { addDays, toDayNumber } from '@followon/shared/rules/calendar/civil-date';
import { assessOn } from '@followon/shared/rules/health/assess-group';
import type { Series } from '../data/series.js';
import { ENGINE, type Row } from './rows.js';
import { walk, type Stop } from './walk.js';

const FIRST_JUDGED = 4; // meetings
const YEAR = 365;

/**
 * Silence where only counts are known: on the first of each month, will there be no meeting in the next twelve? From the fourth
 * meeting on, until a year of silence; days whose twelve months the record does not cover are left out.
 */
export function judgeMonths(series: Series, group: number): readonly Row[] {
  const days = series.history.meetings
    .filter(({ outcome }) => outcome !== 'not-held')
    .map(({ on }) => toDayNumber(on));
  const from = days[FIRST_JUDGED - 1];
  if (from === undefined) return [];
  const knownUntil = toDayNumber(series.recordEndsOn) - YEAR;
  const rows: Row[] = [];
  for (const stop of walk(series)) {
    for (const today of firstsOfMonths(stop)) {
      const day = toDayNumber(today);
      const silent = stop.simple.silentDays(day);
      if (day <= from || day > knownUntil || silent > YEAR) continue;
      const y = days.some((met) => met > day && met <= day + YEAR) ? 0 : 1;
      rows.push({ group, y, scores: scoresOn(stop, today) });
    }
  }
  return rows;
}

/** From the day of the stop to the day before the next, or a year on. */
function firstsOfMonths({ meeting: { on }, nextOn }: Stop): string[] {
  const end = nextOn ?? addDays(on, YEAR + 31);
  const firsts: string[] = [];
  for (let day = on; day < end; day = addDays(day, 1)) if (day.endsWith('-01')) firsts.push(day);
  return firsts;
}

function scoresOn({ reader, setting, simple }: Stop, today: string): Row['scores'] {
  const day = toDayNumber(today);
  return {
    [ENGINE]: assessOn(reader, setting, { today, planned: [] }).score ?? 0,
    'months silent': Math.floor(simple.silentDays(day) / 30.44),
    'days silent': simple.silentDays(day),
    'silence / usual gap': simple.silentGaps(day),
    'mean of last 3 low': simple.meanOfLastThree,
    'age alone (context)': -simple.counted,
  };
}
