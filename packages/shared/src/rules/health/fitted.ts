import type { ComingAndGoing } from './people/member-states.js';
import type { FeatureName } from './score/features.js';
import type { Thresholds } from './facts.js';

type Term = { readonly weight: number; readonly mean: number; readonly deviation: number };

/** A weighed sum of standardised features, as log-odds. */
export type Model = {
  readonly intercept: number;
  readonly terms: readonly ({ readonly feature: FeatureName } & Term)[];
};

export type Fitted = {
  /** Stored with every judgement, so that an old level can be explained by the numbers of its time. */
  readonly version: string;
  /** SHA-256 of the registers it was fitted on. */
  readonly fittedOn: string;
  readonly comingAndGoing: ComingAndGoing;
  readonly keptForGroups: number;
  readonly keptForMembers: number;
  /** Misses in a row, none of the next six, often, seldom, attendances, registers since the first. */
  readonly member: { readonly intercept: number; readonly terms: readonly Term[] };
  readonly meeting: Model;
  readonly meetingByCounts: Model;
  readonly thresholds: Thresholds;
};

export const fitted: Fitted = {
  version: 'health-2',
  fittedOn: '',
  comingAndGoing: { a: 0.393, b: 1.013, g: 0.527, d: 4.575 },
  keptForGroups: 0.97,
  keptForMembers: 0.95,
  member: {
    intercept: -2.129,
    terms: [
      { weight: -0.096, mean: 1.046, deviation: 1.463 },
      { weight: 0.6, mean: -2.024, deviation: 1.281 },
      { weight: -0.906, mean: 0.378, deviation: 1.572 },
      { weight: -0.549, mean: 0.09, deviation: 1.122 },
      { weight: -0.022, mean: 2.957, deviation: 1.202 },
      { weight: -0.268, mean: 3.662, deviation: 1.141 },
    ],
  },
  meeting: {
    intercept: -2.237,
    terms: [
      { feature: 'few-likely', weight: 0.836, mean: -5.899, deviation: 3.729 },
      { feature: 'long-gap', weight: 0.316, mean: 0.459, deviation: 0.614 },
      { feature: 'drop', weight: -0.211, mean: -0.007, deviation: 0.194 },
    ],
  },
  meetingByCounts: {
    intercept: -2.237,
    terms: [
      { feature: 'long-gap', weight: 0.316, mean: 0.459, deviation: 0.614 },
      { feature: 'drop', weight: -0.211, mean: -0.007, deviation: 0.194 },
    ],
  },
  thresholds: {
    watchScore: 0.246,
    fadingScore: 0.31,
    atRiskScore: 0.381,
    quietScore: 0.76,
    lowShare: 0.7,
    fewLatelyShare: 0.6,
    silentDays: 35,
    silentGaps: 2,
    datesMissedForFading: 2,
    datesMissedForAtRisk: 3,
    tooFewPeople: 3,
  },
};
