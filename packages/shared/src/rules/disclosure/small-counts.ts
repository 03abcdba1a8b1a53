/** Counts of people below this are not told outside the site, and neither are medians of so few (docs/decisions/0003-two-walls.md). */
export const FEWEST_TOLD = 8;
const STEP = 5;

/** How many, as somebody outside the site may see it: none is none, a few are null, more are rounded to the nearest five. */
export function toldCount(count: number): number | null {
  if (count === 0) return 0;
  return count < FEWEST_TOLD ? null : STEP * Math.round(count / STEP);
}

/** A figure worked out of `of` people or programmes, or null when those are too few to be told of. */
export const toldFigure = <T>(figure: T, of: number): T | null => (of < FEWEST_TOLD ? null : figure);
