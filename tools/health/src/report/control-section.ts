import { FIRST_VERSION } from '../judging/judge-meetings.js';
import { ENGINE, type MeetingRow, type Row } from '../judging/rows.js';
import { randomFrom, shuffled } from '../measures/random.js';
import { rankCorrelation } from '../measures/rank-correlation.js';
import { areaUnder, averagePrecision, rank } from '../measures/ranking.js';
import { short } from './numbers.js';
import { table } from './table.js';

const SHUFFLES = 20;
const SEED = 7;

/** What must come out where there is nothing to find, and how little the score knows of age. */
export function controlSection(meetings: readonly MeetingRow[]): string {
  if (meetings.length === 0) return '### Negative controls\n\nNo row of this kind in these files.';
  const y = meetings.map((row) => row.y);
  const areas = shuffledAreas(meetings, scoresOf(meetings, ENGINE));
  const constant = rank(y.map(() => 0.5));
  const share = short(y.filter((value) => value === 1).length / y.length);
  const healthy = meetings.filter((row) => row.y === 0);
  const lines = [
    [`AUC of ${ENGINE} on shuffled outcomes, mean of ${SHUFFLES}`, short(meanOf(areas)), '0.45 to 0.55'],
    ['AUC of a constant', short(areaUnder(constant, y)), '0.500'],
    ['AP of a constant', short(averagePrecision(constant, y)), `${share}, the share that came true`],
    ...[ENGINE, FIRST_VERSION].flatMap((name) => ageLines(healthy, name)),
  ];
  return ['### Negative controls', table(['Control', 'Found', 'Wanted'], lines)].join('\n\n');
}

const scoresOf = (rows: readonly Row[], name: string): number[] => rows.map((row) => row.scores[name] ?? 0);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The AUC where outcomes were dealt anew among the rows. */
export function shuffledAreas(rows: readonly Row[], scores: readonly number[]): readonly number[] {
  const ranking = rank(scores);
  const random = randomFrom(SEED);
  const y = rows.map((row) => row.y);
  return Array.from({ length: SHUFFLES }, () => areaUnder(ranking, shuffled(y, random)));
}

const LEAST_ROWS = 8;

/** How far a score goes with the number of the meeting where nothing ended; a product must not use age. */
function ageLines(healthy: readonly MeetingRow[], name: string): string[][] {
  const ofAge = (rows: readonly MeetingRow[]): number =>
    rankCorrelation(
      scoresOf(rows, name),
      rows.map(({ place }) => place),
    );
  const groups = [...new Set(healthy.map(({ group }) => group))];
  const within = groups
    .map((group) => healthy.filter((row) => row.group === group))
    .filter((own) => own.length >= LEAST_ROWS)
    .map(ofAge)
    .filter(Number.isFinite);
  const wanted = '-0.2 to 0.2';
  return [
    [
      `Rank correlation of ${name} with the number of the meeting, healthy rows`,
      short(ofAge(healthy)),
      wanted,
    ],
    ['The same within each group, mean', short(meanOf(within)), wanted],
  ];
}
