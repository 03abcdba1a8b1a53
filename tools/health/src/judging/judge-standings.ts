import { addDays } from '@followon/shared/rules/calendar/civil-date';
import type { Standing } from '@followon/shared/rules/health/fitted';
import { partsOf, type StandingParts } from '@followon/shared/rules/health/score/standing-score';
import type { Series } from '../data/series.js';
import { daysUntilNext, EPOCH } from './judge-ticks.js';
import { hasEnded, sinceEnd, windowsOf } from './labels.js';
import { walk } from './walk.js';

/** What the standing is made of on every day of the episodes, and what came true. */
export function judgeStandings(
  series: Series,
  by: Standing,
): readonly { readonly parts: StandingParts; readonly y: 0 | 1 }[] {
  const windows = windowsOf(series);
  const looks: { parts: StandingParts; y: 0 | 1 }[] = [];
  if (windows.length === 0) return looks;
  for (const stop of walk(series)) {
    const { reader, keeper, simple } = stop;
    const meetingScore = reader.score.atMeeting;
    if (meetingScore === null) continue;
    const left = { meetingScore, counts: keeper.counts, gaps: keeper.gaps, usualGap: keeper.usualGap };
    for (const { window, day } of daysUntilNext(stop, windows))
      looks.push({
        parts: partsOf(left, simple.silentDays(day), by),
        y: hasEnded(sinceEnd(window.episode, addDays(EPOCH, day))),
      });
  }
  return looks;
}
