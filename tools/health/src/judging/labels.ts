import { daysBetween, toDayNumber } from '@followon/shared/rules/calendar/civil-date';
import type { Episode, Series } from '../data/series.js';

/** The first meeting at which anything is judged. */
const FIRST_JUDGED = 4;
/** An ending is looked for among this meeting and the next five, and 90 days ahead. */
const MEETINGS_AHEAD = 6;
const DAYS_AHEAD = 90;
const DAYS_AFTER = 60;

/** A meeting at which a score is judged. */
export type MeetingPoint = {
  readonly episode: Episode;
  /** Of the meetings of its episode, from 0. */
  readonly place: number;
  /** Meetings from this one to the last viable one; null where the group did not end. */
  readonly untilEnd: number | null;
  /** 1 when the last viable meeting is this one or among the next five. */
  readonly y: 0 | 1;
};

/** By day: every recorded meeting from the fourth on whose outcome is known. */
export function meetingPoints({ history, episodes }: Series): ReadonlyMap<string, MeetingPoint> {
  const points = new Map<string, MeetingPoint>();
  for (const episode of episodes) {
    const days = countedDays(history.meetings, episode);
    const last = days.findLastIndex((on) => episode.lastViable !== null && on <= episode.lastViable);
    const known = episode.lastViable === null ? days.length - MEETINGS_AHEAD : last + 1;
    for (const [place, on] of days.slice(0, Math.max(0, known)).entries()) {
      if (place < FIRST_JUDGED - 1) continue;
      const untilEnd = episode.lastViable === null ? null : last - place;
      points.set(on, {
        episode,
        place,
        untilEnd,
        y: untilEnd !== null && untilEnd < MEETINGS_AHEAD ? 1 : 0,
      });
    }
  }
  return points;
}

const countedDays = (meetings: Series['history']['meetings'], { first, last }: Episode): string[] =>
  meetings
    .filter(
      ({ outcome, headcount, on }) => outcome === 'held' && headcount !== null && first <= on && on <= last,
    )
    .map(({ on }) => on);

/** The days of an episode on which a score may be judged, as day numbers, both included. */
export type Window = {
  readonly episode: Episode;
  readonly from: number;
  readonly until: number;
  /** The day of the meeting two before the last viable one; -Infinity where the group did not end. */
  readonly twoAhead: number;
};

/** From the fourth meeting to 60 days after the last viable one or, where the group did not end, 90 days before its last. */
export const windowsOf = ({ history, episodes }: Series): readonly Window[] =>
  episodes.flatMap((episode) => {
    const from = countedDays(history.meetings, episode)[FIRST_JUDGED - 1];
    if (from === undefined) return [];
    const until =
      episode.lastViable === null
        ? toDayNumber(episode.last) - DAYS_AHEAD
        : toDayNumber(episode.lastViable) + DAYS_AFTER;
    return [{ episode, from: toDayNumber(from), until, twoAhead: twoAhead(history.meetings, episode) }];
  });

function twoAhead(meetings: Series['history']['meetings'], { first, lastViable }: Episode): number {
  if (lastViable === null) return -Infinity;
  const days = meetings
    .filter(({ outcome, on }) => outcome !== 'not-held' && first <= on && on <= lastViable)
    .map(({ on }) => on);
  return toDayNumber(days.at(-3) ?? first);
}

/** Days since the last viable meeting, negative before it; null where the group did not end. */
export const sinceEnd = ({ lastViable }: Episode, on: string): number | null =>
  lastViable === null ? null : daysBetween(lastViable, on);

/** 1 when the last viable meeting is past or within 90 days. */
export const hasEnded = (since: number | null): 0 | 1 => (since !== null && since >= -DAYS_AHEAD ? 1 : 0);
