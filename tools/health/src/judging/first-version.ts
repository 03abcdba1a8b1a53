import type { Features } from '@followon/shared/rules/health/score/features';
import { logistic, logOdds } from '@followon/shared/rules/health/score/logistic';

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

/** Share of ordinary gaps at least so many times the usual one, in the development registers up to the last viable meeting. */
const gapCurve = [
  [0, 1],
  [1, 0.8822],
  [1.25, 0.2293],
  [1.5, 0.2049],
  [2, 0.1857],
  [3, 0.0785],
  [4, 0.046],
  [6, 0.0172],
  [8, 0.0101],
  [12, 0.0043],
] as const;
const OWN_GAPS = 40;
const POOLED_WEIGHT = 10;
const RAREST = 0.003;

/** The score of the last meeting and how rare the silence since would be, by all groups and by this one's own earlier gaps. */
export function firstStandingScore(
  meetingScore: number,
  { silentDays, silentGaps, gaps }: { silentDays: number; silentGaps: number; gaps: readonly number[] },
): number {
  const own = gaps.slice(-OWN_GAPS);
  const longer = own.filter((gap) => gap >= silentDays).length;
  const share = (longer + POOLED_WEIGHT * pooledShare(silentGaps)) / (own.length + POOLED_WEIGHT);
  return logistic(logOdds(meetingScore) - Math.log(Math.max(RAREST, share)));
}

function pooledShare(silentGaps: number): number {
  const after = gapCurve.findIndex(([gaps]) => gaps > silentGaps);
  if (after < 0) return gapCurve[gapCurve.length - 1]?.[1] ?? 0;
  const [from, to] = [gapCurve[after - 1] ?? gapCurve[0], gapCurve[after] ?? gapCurve[0]];
  return from[1] + ((silentGaps - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}
