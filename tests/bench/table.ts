import type { Machine } from './machine.js';
import type { BenchResult, Measured } from './measure.js';

interface Report {
  readonly machine: Machine;
  readonly loadAverageAfter: readonly number[];
  readonly results: readonly BenchResult[];
}

export function table({ machine, loadAverageAfter, results }: Report): string {
  const { cpu, cores, memoryGb, node, loadAverage } = machine;
  const head = `${cores} x ${cpu}, ${memoryGb} GB, Node ${node}, load ${loadAverage.join(' ')} before, ${loadAverageAfter.join(' ')} after`;
  return [head, ...results.flatMap(linesOf)].join('\n');
}

function linesOf({ title, figures, floors }: BenchResult): string[] {
  return [
    '',
    title,
    ...Object.entries(figures).map(([name, figure]) => `  ${name.padEnd(34)} ${wordsOf(figure)}`),
    ...floors.map(({ says, holds }) => `  ${holds ? 'ok  ' : 'LOW '} ${says}`),
  ];
}

const wordsOf = ({ median, unit, raw }: Measured): string =>
  `${`${median} ${unit}`.padEnd(16)}${raw.length > 1 ? `median of ${raw.join(', ')}` : ''}`;
