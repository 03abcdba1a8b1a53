import type { Row } from '../judging/rows.js';
import { above, bestSimple, compare, shown, type Compared } from './compared.js';
import { percent, whole } from './numbers.js';
import { table } from './table.js';

/** Every score beside every simple rule, and what the engine adds to the best of them. */
export function rankingSection(
  title: string,
  rows: readonly Row[],
): { text: string; all: readonly Compared[] } {
  if (rows.length === 0) return { text: `### ${title}\n\nNo row of this kind in these files.`, all: [] };
  const all = compare(rows);
  const best = bestSimple(all);
  const lines = all.map((one) => [
    one.name === best?.name ? `**${one.name}**` : one.name,
    shown(one.auc),
    shown(one.ap),
    one.kind === 'engine' && best ? above(one.auc, best.auc) : '',
    one.kind === 'engine' && best ? above(one.ap, best.ap) : '',
  ]);
  const true_ = rows.filter(({ y }) => y === 1).length;
  const text = [
    `### ${title}`,
    `${whole(rows.length)} rows of ${new Set(rows.map(({ group }) => group)).size} groups, ${percent(true_ / rows.length)} came true.`,
    table(['Score', 'AUC (95%)', 'AP (95%)', 'AUC above the best simple rule', 'AP above it'], lines),
  ].join('\n\n');
  return { text, all };
}
