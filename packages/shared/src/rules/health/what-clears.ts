import type { ClearsWhen } from './facts.js';
import type { Weighed } from './health-signal.js';
import { parameters } from './parameters.js';

/**
 * People first: good meetings also end a run of cancelled ones. Nobody is asked for more people than usually come, and
 * while the score is raised nobody is promised that two meetings are enough.
 */
export function whatClears(findings: readonly Weighed[], isScoreRaised: boolean): ClearsWhen | null {
  const people = findings
    .map(({ clearsWhen }) => clearsWhen)
    .filter(({ headcount }) => headcount !== undefined);
  if (people.length === 0) return findings[0]?.clearsWhen ?? null;
  const headcount = Math.max(...people.map(({ headcount: needed }) => needed ?? 0));
  const usual = Math.ceil(usualIn(findings));
  const isTwo = !isScoreRaised && people.every(({ key }) => key === 'two-meetings-with');
  if (isTwo && headcount <= usual) return { key: 'two-meetings-with', headcount };
  const least = isScoreRaised ? parameters.viablePeople : 1;
  return { key: 'some-meetings-with', headcount: Math.max(least, Math.min(headcount, usual)) };
}

/** The highest "usual" that a reason speaks of; without one, nobody is asked for too many. */
function usualIn(findings: readonly Weighed[]): number {
  const usual = findings.flatMap(({ reasons }) => reasons.flatMap((said) => said.usual ?? []));
  return usual.length === 0 ? Infinity : Math.max(...usual);
}
