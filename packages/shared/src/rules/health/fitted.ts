import type { ComingAndGoing } from './people/member-states.js';
import type { FeatureName } from './score/features.js';
import type { Thresholds } from './facts.js';

/** A weighed sum of standardised features, as log-odds. */
export type Model = {
  readonly intercept: number;
  readonly terms: readonly {
    readonly feature: FeatureName;
    readonly weight: number;
    readonly mean: number;
    readonly deviation: number;
  }[];
};

export type Fitted = {
  /** Stored with every judgement, so that an old level can be explained by the numbers of its time. */
  readonly version: string;
  /** SHA-256 of the registers it was fitted on. */
  readonly fittedOn: string;
  readonly comingAndGoing: ComingAndGoing;
  readonly keptForGroups: number;
  readonly keptForMembers: number;
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
