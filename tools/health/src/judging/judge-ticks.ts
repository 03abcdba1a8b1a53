import { addDays, toDayNumber } from '@followon/shared/rules/calendar/civil-date';
import { assessOn } from '@followon/shared/rules/health/assess-group';
import type { Series } from '../data/series.js';
import { firstMeetingScore, firstStandingScore } from './first-version.js';
import { numberOf } from './judge-meetings.js';
import { hasEnded, sinceEnd, windowsOf, type Window } from './labels.js';
import { ENGINE, type TickRow } from './rows.js';
import { walk, type Stop } from './walk.js';

export const EPOCH = '1970-01-01';

export type Ticking = {
  /** The place of the series in the data. */
  readonly group: number;
  /** On which days to look: a day number and the day number of the group's first meeting. */
  readonly looks: (day: number, firstDay: number) => boolean;
};

/** Whole weeks after the group's first meeting. */
export const ownWeek = (day: number, firstDay: number): boolean => (day - firstDay) % 7 === 0;
/** The same weekday for everybody: Thursday, on which 1970 began. */
export const calendarWeek = (day: number): boolean => day % 7 === 0;

/** A row for each day looked on within the episodes, each from what was known at the end of that day. */
export function judgeTicks(series: Series, { group, looks }: Ticking): readonly TickRow[] {
  const windows = windowsOf(series);
  const rows: TickRow[] = [];
  if (windows.length === 0) return rows;
  const firstDay = toDayNumber(
    series.history.meetings.find(({ outcome }) => outcome !== 'not-held')?.on ?? EPOCH,
  );
  for (const stop of walk(series))
    for (const { window, day } of daysUntilNext(stop, windows))
      if (looks(day, firstDay)) rows.push(rowOf({ stop, series, window, day, firstDay, group }));
  return rows;
}

export function* daysUntilNext(
  { meeting, nextOn }: Stop,
  windows: readonly Window[],
): Generator<{ window: Window; day: number }> {
  const from = toDayNumber(meeting.on);
  const before = nextOn === null ? Infinity : toDayNumber(nextOn);
  for (const window of windows)
    for (let day = Math.max(from, window.from); day <= window.until && day < before; day += 1)
      yield { window, day };
}

type Look = {
  readonly stop: Stop;
  readonly series: Series;
  readonly window: Window;
  readonly day: number;
  readonly firstDay: number;
  readonly group: number;
};

function rowOf({ stop, series, window, day, firstDay, group }: Look): TickRow {
  const { reader, setting, simple, keeper } = stop;
  const today = addDays(EPOCH, day);
  const since = sinceEnd(window.episode, today);
  const { score, level } = assessOn(reader, setting, { today, planned: [] });
  return {
    group,
    episode: numberOf(series, window.episode.first, group),
    day,
    sinceEnd: since,
    y: hasEnded(since),
    isOwnWeek: ownWeek(day, firstDay),
    level,
    isTwoAhead: day <= window.twoAhead,
    scores: {
      [ENGINE]: score ?? 0,
      ...firstVersion(stop, day),
      'days silent': simple.silentDays(day),
      'silence / usual gap': simple.silentGaps(day),
      'mean of last 3 low': simple.meanOfLastThree,
      'down on trailing 8': simple.downOnTrailingEight,
      CUSUM: keeper.cusum,
      'age alone (context)': -simple.counted,
    },
  };
}

/** What was designed before the engine was built, on the same day. */
function firstVersion({ keeper, simple }: Stop, day: number): { readonly [name: string]: number } {
  const features = keeper.features();
  if (features === undefined) return {};
  const { gaps } = simple;
  const silence = { silentDays: simple.silentDays(day), silentGaps: simple.silentGaps(day), gaps };
  const score = firstStandingScore(firstMeetingScore(features, simple.drop), silence);
  return { 'the first version (score and silence)': score };
}
