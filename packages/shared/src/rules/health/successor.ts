import { daysBetween } from '../calendar/civil-date.js';

/** A group that stopped: when it last met, and who came to its last few registers. */
export type Stopped = { readonly lastMetOn: string; readonly people: readonly string[] };

/** Another group of the site, and which of those people have come to it. */
export type Candidate = {
  readonly groupId: string;
  readonly firstMetOn: string;
  readonly people: readonly string[];
};

/** The rule of the data that the engine was fitted on: renamed or merged groups are no endings. */
export const successorRule = {
  /** Registers that tell who belonged to the group at its end. */
  registers: 4,
  daysBefore: 7,
  daysAfter: 28,
  share: 0.5,
  /** One person in two groups is a coincidence (own choice). */
  peopleAtLeast: 2,
} as const;

/**
 * The group in which this one goes on meeting: it starts between 7 days before and 28 days after the last meeting and
 * holds at least half of the people of the last four registers. Of several the one with most of them, then the earliest.
 */
export function successorOf(stopped: Stopped, candidates: readonly Candidate[]): string | null {
  const people = new Set(stopped.people);
  const fitting = candidates
    .map((candidate) => ({
      ...candidate,
      shared: new Set(candidate.people.filter((one) => people.has(one))).size,
    }))
    .filter(
      ({ firstMetOn, shared }) => isInTime(stopped.lastMetOn, firstMetOn) && isEnough(shared, people.size),
    )
    .sort((a, b) => b.shared - a.shared || order(a.firstMetOn, b.firstMetOn) || order(a.groupId, b.groupId));
  return fitting[0]?.groupId ?? null;
}

function isInTime(lastMetOn: string, firstMetOn: string): boolean {
  const days = daysBetween(lastMetOn, firstMetOn);
  return days >= -successorRule.daysBefore && days <= successorRule.daysAfter;
}

const isEnough = (shared: number, of: number): boolean =>
  shared >= successorRule.peopleAtLeast && shared >= successorRule.share * of;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
