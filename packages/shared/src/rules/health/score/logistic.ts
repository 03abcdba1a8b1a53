const MOST_LOGITS = 30;

/** From log-odds to a chance; clamped, so that no score is ever exactly 0 or 1. */
export const logistic = (logit: number): number =>
  1 / (1 + Math.exp(-Math.min(MOST_LOGITS, Math.max(-MOST_LOGITS, logit))));

/** From a chance to log-odds, clamped likewise. */
export const logOdds = (chance: number): number =>
  Math.min(MOST_LOGITS, Math.max(-MOST_LOGITS, Math.log(chance / (1 - chance))));

/** Levels are decided on values that do not depend on the last digit of a machine's logarithm. */
export const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;
