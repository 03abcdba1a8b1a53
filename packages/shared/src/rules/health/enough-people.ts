import { parameters } from './parameters.js';
import { meetingsNeeded } from './season.js';
import { countsBefore, mean, peopleFor, sum } from './usual.js';

const { lowRunning, lowShare, fewLatelyMeetings, fewLatelyShare, usualMeetings } = parameters;

/**
 * The head count that, at each of the next two meetings, leaves no rule about shares of usual standing. Both
 * readings must be calm, and "usual" moves on with each of them, so both are looked at. The season must stay.
 */
export function enoughPeople(counts: readonly number[], latestOn: string): number {
  const forRunning = meetingsNeeded(lowRunning, latestOn);
  const forMean = meetingsNeeded(fewLatelyMeetings, latestOn);
  const marks = [1, 2].flatMap((meetings) => [
    lowShare * mean(countsBefore(counts, forRunning - meetings)),
    fewLatelyMark(counts, forMean, meetings),
  ]);
  return peopleFor(Math.max(...marks));
}

function fewLatelyMark(counts: readonly number[], needed: number, meetings: number): number {
  const stillRecent = counts.slice(-(needed - meetings));
  const before = countsBefore(counts, stillRecent.length);
  if (before.length < usualMeetings) return 0;
  return (needed * fewLatelyShare * mean(before) - sum(stillRecent)) / meetings;
}
