import type { Features } from '@followon/shared/rules/health/score/features';
import { logistic } from '@followon/shared/rules/health/score/logistic';

/** What was published before the engine was built (the design's coefficients), so that a change is compared with it. */
const meeting = {
  intercept: -2.237,
  fewLikely: { weight: 0.836, mean: -5.899, deviation: 3.729 },
  longGap: { weight: 0.316, mean: 0.459, deviation: 0.614 },
  drop: { weight: -0.211, mean: -0.007, deviation: 0.194 },
};

const members = {
  intercept: -2.129,
  weights: [-0.096, 0.6, -0.906, -0.549, -0.022, -0.268],
  means: [1.046, -2.024, 0.378, 0.09, 2.957, 3.662],
  deviations: [1.463, 1.281, 1.572, 1.122, 1.202, 1.141],
};

const term = (
  { weight, mean, deviation }: { weight: number; mean: number; deviation: number },
  value: number,
): number => (weight * (value - mean)) / deviation;

/** The group score of three features. */
export const firstMeetingScore = (features: Features, drop: number): number =>
  logistic(
    meeting.intercept +
      term(meeting.fewLikely, features['few-likely']) +
      term(meeting.longGap, features['long-gap']) +
      term(meeting.drop, drop),
  );

/** Member fading of six terms: misses in a row, none of the next six, two averages, attendances, registers since the first. */
export function firstMemberScore(values: readonly number[]): number {
  let logit = members.intercept;
  for (const [place, value] of values.entries()) {
    const [weight = 0, mean = 0, deviation = 1] = [
      members.weights[place],
      members.means[place],
      members.deviations[place],
    ];
    logit += term({ weight, mean, deviation }, value);
  }
  return logistic(logit);
}
