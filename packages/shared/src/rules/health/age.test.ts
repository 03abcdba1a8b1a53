import { expect, test } from '@jest/globals';
import { someMeetings } from '../../../../../tests/support/a-history.js';
import { replayMeetings } from './replay.js';

/** How steadily they come, one person of `outOf` away each time in turn. */
const comingSteadily = (meetings: number, outOf: number) => {
  const everybody = ['ann', 'bob', 'cem', 'dee', 'eve', 'fay', 'gus', 'hal'];
  return someMeetings(
    Array.from({ length: meetings }, (_, n) => everybody.filter((_, who) => (n + who) % outOf > 0)),
  );
};

test.each([2, 3, 4, 8])('how old a group is hardly changes its score, one in %i being away', (outOf) => {
  const readings = replayMeetings({
    cadence: 'weekly',
    rests: [],
    meetings: comingSteadily(800, outOf),
  });
  const scoreAt = (meeting: number): number => readings[meeting - 1]?.score ?? Number.NaN;
  // A named member is known better and better in the first weeks; what then remains is below a hundredth.
  for (const early of [8, 16, 24, 48, 96])
    expect(Math.abs(scoreAt(early * outOf) - scoreAt(800))).toBeLessThan(0.01);
});
