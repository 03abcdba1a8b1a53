import type { Thresholds } from './facts.js';
import { parameters } from './parameters.js';
import { meetingsNeeded } from './season.js';
import { countsBefore, mean, peopleFor, sum } from './usual.js';

const { lowRunning, fewLatelyMeetings, usualMeetings } = parameters;

type Shares = Pick<Thresholds, 'lowShare' | 'fewLatelyShare'>;

type Numbers = { readonly counts: readonly number[]; readonly latestCountOn: string };

/**
 * The head count that, at each of the next two meetings, leaves no rule about shares of usual standing. Both readings must
 * be calm, and "usual" moves on with each of them, so both are looked at. The season must stay.
 */
export function enoughPeople(
  { counts, latestCountOn }: Numbers,
  { lowShare, fewLatelyShare }: Shares,
): number {
  const forRunning = meetingsNeeded(lowRunning, latestCountOn);
  const forMean = meetingsNeeded(fewLatelyMeetings, latestCountOn);
  const marks = [1, 2].flatMap((meetings) => [
    lowShare * mean(countsBefore(counts, forRunning - meetings)),
    fewLatelyMark(counts, { needed: forMean, meetings, fewLatelyShare }),
  ]);
  return peopleFor(Math.max(...marks));
}

function fewLatelyMark(
  counts: readonly number[],
  { needed, meetings, fewLatelyShare }: { needed: number; meetings: number; fewLatelyShare: number },
): number {
  const stillRecent = counts.slice(-(needed - meetings));
  const before = countsBefore(counts, stillRecent.length);
  if (before.length < usualMeetings) return 0;
  return (needed * fewLatelyShare * mean(before) - sum(stillRecent)) / meetings;
}
