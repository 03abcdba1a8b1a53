import { MISSES } from '../judging/judge-members.js';
import type { MemberRow } from '../judging/rows.js';
import { atCount, rank } from '../measures/ranking.js';
import { calibrationTable } from './calibration-section.js';
import { short } from './numbers.js';
import { rankingSection } from './ranking-section.js';
import { table } from './table.js';

const ABSENT = 3;

/** Who comes to none of the next six registers: ranking, calibration, and what is gained at the share that "absent 3" flags. */
export function memberSection(rows: readonly MemberRow[]): string {
  const { text, all } = rankingSection('Members: comes to none of the next six registers', rows);
  if (rows.length === 0) return text;
  const y = rows.map((row) => row.y);
  const flagged = rows.filter(({ scores }) => (scores[MISSES] ?? 0) >= ABSENT).length;
  const lines = all.map(({ name, scores }) => {
    const { precision, recall } = atCount(rank(scores), y, flagged);
    return [name, short(precision), short(recall)];
  });
  const head = ['Score', `Precision at the share flagged by "absent ${ABSENT} in a row"`, 'Recall'];
  return [text, calibrationTable(rows, all), table(head, lines)].join('\n\n');
}
