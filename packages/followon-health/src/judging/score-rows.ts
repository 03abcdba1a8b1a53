import type { Level, Reason } from '@followon/shared/rules/health/facts';
import type { RegisterLine } from '@followon/shared/rules/import/register-line';
import { csvField } from '../writing/csv-field.js';
import type { Rows } from '../writing/rows.js';

export const scoreHeader = [
  'site',
  'group',
  'date',
  'kind',
  'level',
  'score',
  'silence_days',
  'reasons',
] as const;

/** What a row says beside the group. */
export type ScoreRow = {
  readonly on: string;
  readonly kind: 'meeting' | 'tick';
  readonly level: Level | null;
  readonly score: number | null;
  readonly silentDays: number;
  readonly reasons: readonly Reason[];
};

/** The rows of one group. */
export class ScoreRows {
  private readonly group: string;

  constructor(
    { site, group }: Pick<RegisterLine, 'site' | 'group'>,
    private readonly rows: Rows,
  ) {
    this.group = `${csvField(site)},${csvField(group)},`;
  }

  add({ on, kind, level, score, silentDays, reasons }: ScoreRow): void {
    const chance = score === null ? '' : sayChance(score);
    this.rows.add(`${this.group}${on},${kind},${level ?? ''},${chance},${silentDays},${keysOf(reasons)}\n`);
  }
}

/** Six decimals: the engine decides on no more. */
export const sayChance = (chance: number): string => chance.toFixed(6);

/** Two ways of being silent are one reason to a reader. */
function keysOf(reasons: readonly Reason[]): string {
  if (reasons.length === 0) return '';
  const keys = reasons.map(({ key }) => (key === 'long-silent' ? 'silent' : key));
  return [...new Set(keys)].join(';');
}
