import type { ComingAndGoing } from './people/member-states.js';
import type { FeatureName } from './score/features.js';
import type { Thresholds } from './facts.js';

export type Scale = { readonly mean: number; readonly deviation: number };
type Term = Scale & { readonly weight: number };

/** A weighed sum of standardised features, as log-odds. */
export type Model = {
  readonly intercept: number;
  readonly terms: readonly ({ readonly feature: FeatureName } & Term)[];
};

/** More than so many days, or so many usual gaps if that is longer, says nothing more. */
export type Most = { readonly days: number; readonly gaps: number };

/** How the score of the last meeting (as log-odds), the last numbers and the silence since are joined: score/standing-score.ts. */
export type Standing = {
  readonly score: Scale;
  readonly numbers: Scale;
  readonly thinness: Scale;
  readonly silence: Scale & {
    readonly most: Most;
    /** Of the longest of the last gaps and the silence itself. */
    readonly longest: { readonly weight: number; readonly most: Most };
    readonly usualWeight: number;
  };
  readonly intercept: number;
  readonly weight: number;
};

export type Fitted = {
  /** Stored with every judgement, so that an old level can be explained by the numbers of its time. */
  readonly version: string;
  /** SHA-256 of the registers it was fitted on. */
  readonly fittedOn: string;
  readonly comingAndGoing: ComingAndGoing;
  readonly keptForGroups: number;
  readonly keptForMembers: number;
  /** In this order: none of the next six, often, seldom, away for longer than missed, attendances. See member-fading.ts. */
  readonly member: { readonly intercept: number; readonly terms: readonly Term[] };
  readonly meeting: Model;
  readonly meetingByCounts: Model;
  readonly standing: Standing;
  readonly standingByCounts: Standing;
  readonly thresholds: Thresholds;
};

/** Made from rows under CC BY 3.0 and CC BY-SA 3.0: NOTICE holds the lines that go with these numbers. */
export const fitted: Fitted = {
  version: 'health-2',
  fittedOn: '48da80d4a2c64795159341e2bea243b76e421932d733c9f05d8b625a86a6c273',
  comingAndGoing: { a: 0.393, b: 1.013, g: 0.527, d: 4.575 },
  keptForGroups: 0.97,
  keptForMembers: 0.95,
  member: {
    intercept: -2.037322,
    terms: [
      { weight: 0.508663, mean: -2.026427, deviation: 1.27307 },
      { weight: -0.713163, mean: 0.383401, deviation: 1.56277 },
      { weight: -0.548096, mean: 0.082782, deviation: 1.112586 },
      { weight: 0.187166, mean: 0.068719, deviation: 0.21319 },
      { weight: -0.162141, mean: 1.920064, deviation: 0.307705 },
    ],
  },
  meeting: {
    intercept: -3.017741,
    terms: [
      { feature: 'few-likely', weight: 0.146978, mean: -5.890031, deviation: 3.74218 },
      { feature: 'few-lately', weight: -0.146978, mean: 2.098389, deviation: 0.420673 },
      { feature: 'wider-gaps', weight: 0.319466, mean: 0.229674, deviation: 0.401343 },
      { feature: 'long-gap', weight: 0.319466, mean: 0.454521, deviation: 0.616388 },
      { feature: 'sinking', weight: -0.29836, mean: -0.0001, deviation: 0.025517 },
      { feature: 'sinking-long', weight: -0.29836, mean: 0.000065, deviation: 0.022634 },
    ],
  },
  meetingByCounts: {
    intercept: -2.967132,
    terms: [
      { feature: 'few-lately', weight: -0.318943, mean: 2.098389, deviation: 0.420673 },
      { feature: 'wider-gaps', weight: 0.351686, mean: 0.229674, deviation: 0.401343 },
      { feature: 'long-gap', weight: 0.351686, mean: 0.454521, deviation: 0.616388 },
      { feature: 'sinking', weight: -0.164226, mean: -0.0001, deviation: 0.025517 },
      { feature: 'sinking-long', weight: -0.164226, mean: 0.000065, deviation: 0.022634 },
    ],
  },
  standing: {
    score: { mean: -2.888401, deviation: 1.014635 },
    numbers: { mean: -2.063989, deviation: 0.471231 },
    thinness: { mean: 0, deviation: 1.825435 },
    silence: {
      mean: 3.33644,
      deviation: 1.01744,
      most: { days: 60, gaps: 3 },
      longest: { weight: 1, most: { days: 120, gaps: 6 } },
      usualWeight: 1,
    },
    intercept: -3.375666,
    weight: 1.106158,
  },
  standingByCounts: {
    score: { mean: -2.84244, deviation: 0.938641 },
    numbers: { mean: -2.063989, deviation: 0.471231 },
    thinness: { mean: 0, deviation: 1.824918 },
    silence: {
      mean: 3.846932,
      deviation: 0.868533,
      most: { days: 180, gaps: 6 },
      longest: { weight: 0.5, most: { days: 365, gaps: 12 } },
      usualWeight: 0.25,
    },
    intercept: -3.252683,
    weight: 1.014874,
  },
  thresholds: {
    watchScore: 0.13,
    fadingScore: 0.24,
    atRiskScore: 0.3,
    lowShare: 0.7,
    fewLatelyShare: 0.6,
    silentDays: 35,
    silentGaps: 3,
    datesMissedForFading: 2,
    datesMissedForAtRisk: 3,
    tooFewPeople: 3,
  },
};
