import { WEIGHTS_ALONE } from '../judging/cross-validate.js';
import type { Row } from '../judging/rows.js';
import { brier, calibrationError, constantBrier } from '../measures/calibration.js';
import { above, drawn, type Compared } from './compared.js';
import { short } from './numbers.js';
import { table } from './table.js';

const isChance = ({ scores }: Compared): boolean => scores.every((score) => score >= 0 && score <= 1);

/** How far what is said can be taken for a chance; only of scores that are one. */
export function calibrationTable(rows: readonly Row[], all: readonly Compared[]): string {
  const y = rows.map((row) => row.y);
  const constant = drawn(rows, (weigh) => constantBrier(y, weigh));
  const lines = all
    .filter(({ name }) => name.startsWith('the ') && !name.endsWith(WEIGHTS_ALONE))
    .filter(isChance)
    .map(({ name, scores }) => {
      const error = drawn(rows, (weigh) => brier(scores, y, weigh));
      return [name, short(calibrationError(scores, y)), shown4(error.value), above(error, constant)];
    });
  const head = [
    'Score',
    'Calibration error (ECE)',
    'Brier',
    `Brier above a constant (${shown4(constant.value)})`,
  ];
  return table(head, lines);
}

const shown4 = (value: number): string => short(value, 4);
