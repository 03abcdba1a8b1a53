import type { Setting } from './evidence.js';
import type { GroupHistory, MeetingFact, Thresholds } from './facts.js';
import { fitted } from './fitted.js';
import { GroupReader, type Reading } from './group-reader.js';
import { joinRests } from './rests.js';

export const isRecorded = ({ outcome }: MeetingFact): boolean => outcome !== 'planned';

/** What the engine needs beside the meetings; the marks are the shipped ones unless the site has set its own. */
export const settingOf = (history: GroupHistory, thresholds: Thresholds = fitted.thresholds): Setting => ({
  cadence: history.cadence,
  rests: joinRests(history.rests),
  thresholds,
  reported: history.reported ?? [],
  roles: history.roles ?? [],
  welcomesNew: history.welcomesNew ?? false,
});

/**
 * One reading per recorded meeting, in order, each from the meetings up to and including its own. Corrections need
 * nothing else: replay the corrected history and compare.
 */
export function replayMeetings(history: GroupHistory, thresholds?: Thresholds): readonly Reading[] {
  const reader = new GroupReader(settingOf(history, thresholds));
  return history.meetings.filter(isRecorded).map((meeting) => reader.read(meeting));
}
