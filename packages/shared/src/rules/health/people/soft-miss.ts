const EXPECT_MORE_THAN = 2; // people, before a meeting can be called oddly empty
const LEAST = 0.25;

/**
 * How much a miss at this meeting weighs, 0.25 to 1. When nearly everybody is missing (snow, a holiday), one miss says
 * little about anybody.
 */
export const missWeight = (headcount: number, expected: number): number =>
  expected > EXPECT_MORE_THAN ? Math.min(1, Math.max(LEAST, (headcount + 1) / (expected + 1))) : 1;
