import type { Series } from '../data/series.js';
import { firstMeetingScore } from './first-version.js';
import { meetingPoints } from './labels.js';
import { ENGINE, type MeetingRow, type Scores } from './rows.js';
import { walk, type Stop } from './walk.js';

/** A row for each decision point at a meeting. `group` is the place of the series in the data. */
export function judgeMeetings(series: Series, group: number): readonly MeetingRow[] {
  const points = meetingPoints(series);
  const rows: MeetingRow[] = [];
  if (points.size === 0) return rows;
  for (const stop of walk(series)) {
    const point = points.get(stop.meeting.on);
    const features = stop.keeper.features();
    if (point === undefined || features === undefined) continue;
    const { place, untilEnd, y, episode } = point;
    const scores = scoresOf(stop, { place, isNamed: series.isNamed });
    rows.push({
      group,
      episode: numberOf(series, episode.first, group),
      place,
      untilEnd,
      y,
      features,
      scores,
    });
  }
  return rows;
}

export const FIRST_VERSION = 'the first version (three features)';

const EPISODES_AT_MOST = 1000;

/** Unlike that of any other episode of any group. */
export const numberOf = ({ episodes }: Series, first: string, group: number): number =>
  group * EPISODES_AT_MOST + episodes.findIndex((episode) => episode.first === first);

type About = { readonly place: number; readonly isNamed: boolean };

function scoresOf({ reading, keeper, simple }: Stop, { place, isNamed }: About): Scores {
  const features = keeper.features();
  const byName: Scores =
    isNamed && features
      ? {
          'few likely to come, alone': features['few-likely'],
          [FIRST_VERSION]: firstMeetingScore(features, simple.drop),
          'regulars absent 3 and more': simple.regularsAway,
        }
      : {};
  return {
    [ENGINE]: reading.score ?? 0,
    'head count now': simple.headcountNow,
    'mean of last 3 low': simple.meanOfLastThree,
    'down on trailing 8': simple.downOnTrailingEight,
    'gap / usual gap': simple.lastGap,
    CUSUM: keeper.cusum,
    ...byName,
    'age alone (context)': -place,
  };
}
