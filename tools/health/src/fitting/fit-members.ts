import type { Fitted } from '@followon/shared/rules/health/fitted';
import type { MemberRow } from '../judging/rows.js';
import { fitLogistic } from './ridge-logistic.js';
import { scaleOf, standardised } from './scale.js';

const RIDGE = 5;

/** Member fading: one row for everybody seen at a register, all weighing the same. */
export function fitMembers(rows: readonly MemberRow[]): Fitted['member'] {
  const width = rows[0]?.values.length ?? 0;
  const scales = Array.from({ length: width }, (_, place) =>
    scaleOf(rows.map(({ values }) => values[place] ?? 0)),
  );
  const { intercept, weights } = fitLogistic(
    rows.map(({ values, y }) => ({
      values: scales.map((scale, place) => standardised(values[place] ?? 0, scale)),
      y,
      weight: 1,
    })),
    RIDGE,
  );
  return { intercept, terms: scales.map((scale, place) => ({ weight: weights[place] ?? 0, ...scale })) };
}
