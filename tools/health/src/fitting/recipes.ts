import type { FeatureName } from '@followon/shared/rules/health/score/features';

/** Features that say the same thing: each with the direction in which it means worse. The theme is their mean, standardised. */
type Theme = { readonly share: number; readonly worse: { readonly [F in FeatureName]?: 1 | -1 } };

/**
 * How a model of the meeting score is made. `shares`: themes weigh what is said here and only the sum is fitted, which held on
 * other groups and sites where freely fitted weights did not. `free`: ridge logistic on the standardised features, a row weighing
 * 1 / square root of its group's rows.
 */
export type Recipe =
  | { readonly kind: 'shares'; readonly themes: readonly Theme[] }
  | { readonly kind: 'free'; readonly features: readonly FeatureName[]; readonly ridge: number };

const cadence = { 'wider-gaps': 1, 'long-gap': 1 } as const;
const trend = { sinking: -1, 'sinking-long': -1 } as const;

export const meetingRecipe: Recipe = {
  kind: 'shares',
  themes: [
    { share: 0.5, worse: { 'few-likely': 1, 'few-lately': -1 } },
    { share: 1, worse: cadence },
    { share: 1, worse: trend },
  ],
};

/** Where nobody is named. */
export const meetingByCountsRecipe: Recipe = {
  kind: 'shares',
  themes: [
    { share: 0.5, worse: { 'few-lately': -1 } },
    { share: 1, worse: cadence },
    { share: 0.5, worse: trend },
  ],
};

/** Compared in the evaluation, and not shipped. */
export const freeRecipe: Recipe = {
  kind: 'free',
  features: ['few-likely', 'few-lately', 'wider-gaps', 'long-gap', 'sinking', 'sinking-long'],
  ridge: 5,
};
