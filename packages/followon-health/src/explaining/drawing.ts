import type { Level } from '@followon/shared/rules/health/facts';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { wrap } from './wrap.js';

const BLOCKS = '▁▂▃▄▅▆▇█';
const MISSING = '·';
const NOT_HELD = '×';

export const levelNames: Readonly<Record<Level, string>> = {
  steady: 'steady',
  watch: 'watch',
  fading: 'fading',
  'at-risk': 'at risk',
};

/** Told apart by shape; colour is beside it. */
const LEVEL_MARKS: Readonly<Record<Level, string>> = { steady: '─', watch: '░', fading: '▒', 'at-risk': '█' };
const marked = Object.entries(LEVEL_MARKS) as [Level, string][];
const KEPT = '\u00A0';
const COLOURS: Readonly<Record<Level, number>> = { steady: 32, watch: 33, fading: 35, 'at-risk': 31 };

/** One character a line of the register: a block as high as many came, a dot for a lost register, a cross for none held. */
export function sparkline(lines: readonly RegisterLine[], most: number): string {
  return lines.map((line) => mark(line, most)).join('');
}

function mark({ outcome, headcount }: RegisterLine, most: number): string {
  if (outcome === 'not-held') return NOT_HELD;
  if (outcome === 'missing' || headcount === null) return MISSING;
  return BLOCKS.charAt(Math.round(((BLOCKS.length - 1) * headcount) / Math.max(1, most)));
}

/** The level under each of those characters; a blank while there is none. */
export const ribbon = (levels: readonly (Level | null)[], hasColours: boolean): string =>
  levels.map((level) => (level === null ? ' ' : painted(level, LEVEL_MARKS[level], hasColours))).join('');

export const painted = (level: Level, text: string, hasColours: boolean): string =>
  hasColours ? `\u001B[${COLOURS[level]}m${text}\u001B[0m` : text;

/** As many in a row as fit; what belongs together stays together. */
export function legend({ columns, hasColours }: { columns: number; hasColours: boolean }): string[] {
  const levels = marked.map(
    ([level, mark]) => `${painted(level, mark, hasColours)}${KEPT}${levelNames[level].replace(' ', KEPT)}`,
  );
  const words = [`${MISSING} register missing`, `${NOT_HELD} not held`].map((text) =>
    text.replaceAll(' ', KEPT),
  );
  const rows = wrap([...words, ...levels].join('  '), columns);
  return rows.map((row) => row.replaceAll(KEPT, ' ').trim());
}
