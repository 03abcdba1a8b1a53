import { logistic } from '@followon/shared/rules/health/score/logistic';

export type Example = { readonly values: readonly number[]; readonly y: 0 | 1; readonly weight: number };
export type Weights = { readonly intercept: number; readonly weights: readonly number[] };

const MOST_STEPS = 50;
const CLOSE = 1e-10;

/**
 * Logistic regression by Newton's method: least weighed log-loss plus `ridge` / 2 times the sum of squared weights, the intercept
 * free. Values should be standardised, or the ridge weighs them by their units.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Weights {
  const width = (examples[0]?.values.length ?? 0) + 1;
  let at: number[] = new Array<number>(width).fill(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { slope, curve } = derivatives(examples, at, ridge);
    const by = solved(curve, slope);
    at = at.map((value, place) => value - (by[place] ?? 0));
    if (by.every((change) => Math.abs(change) < CLOSE)) break;
  }
  const [intercept = 0, ...weights] = at;
  return { intercept, weights };
}

function derivatives(examples: readonly Example[], at: readonly number[], ridge: number) {
  const slope = at.map((value, place) => (place === 0 ? 0 : ridge * value));
  const curve = at.map((_, row) => at.map((__, column) => (row === column && row > 0 ? ridge : 0)));
  for (const { values, y, weight } of examples) {
    const inputs = [1, ...values];
    const chance = logistic(inputs.reduce((sum, value, place) => sum + value * (at[place] ?? 0), 0));
    for (const [row, value] of inputs.entries()) {
      slope[row] = (slope[row] ?? 0) + weight * (chance - y) * value;
      const line = curve[row] as number[];
      for (const [column, other] of inputs.entries())
        line[column] = (line[column] ?? 0) + weight * chance * (1 - chance) * value * other;
    }
  }
  return { slope, curve };
}

/** What solves `matrix` x = `right`, by elimination with the largest pivot first. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, place) => [...line, right[place] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = largestBelow(rows, column);
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    clear(rows, column);
  }
  return rows.map((line, place) => (line[size] ?? 0) / (line[place] ?? 1));
}

/** Takes the column out of every row but its own. */
function clear(rows: number[][], column: number): void {
  const top = rows[column] ?? [];
  for (const [place, line] of rows.entries())
    if (place !== column) rows[place] = less(line, top, (line[column] ?? 0) / (top[column] ?? 1));
}

const less = (line: readonly number[], other: readonly number[], times: number): number[] =>
  line.map((value, at) => value - times * (other[at] ?? 0));

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let place = column + 1; place < rows.length; place += 1)
    if (Math.abs(rows[place]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = place;
  return best;
}
