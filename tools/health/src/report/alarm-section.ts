import { levelRank, levels } from '@followon/shared/rules/health/facts';
import { fitted } from '@followon/shared/rules/health/fitted';
import { FOLDS } from '../judging/cross-validate.js';
import { ENGINE, type TickRow } from '../judging/rows.js';
import { alarmsOf, markWithin, type Alarms, type Budget } from '../measures/alarms.js';
import { foldsOf } from '../measures/random.js';
import { kindOf } from './compared.js';
import { percent, short } from './numbers.js';
import { table } from './table.js';

const WEEK = 7;
const SEED = 1;
const budgets: readonly Budget[] = [
  { falseEdges: 1, healthyOn: 0.1 },
  { falseEdges: 1, healthyOn: 1 },
];

const head = [
  'False edges a group-year',
  'Healthy-on',
  'Precision',
  'Flagged by the last viable meeting',
  'Two meetings ahead',
  '30 days later',
];
const cells = ({
  falseEdges,
  healthyOn,
  precision,
  flagged,
  flaggedAhead,
  flaggedLater,
}: Alarms): string[] => [
  short(falseEdges, 2),
  percent(healthyOn),
  short(precision, 2),
  short(flagged, 2),
  short(flaggedAhead, 2),
  short(flaggedLater, 2),
];

/** What the levels of the engine cost and find, beside the best that a score alone does within the budget. */
export function alarmSection(title: string, rows: readonly TickRow[]): string {
  if (rows.length === 0) return `### ${title}\n\nNo row of this kind in these files.`;
  return [
    `### ${title}`,
    levelTable(rows),
    ...budgets.map((budget) => budgetTable(rows, budget)),
    markTable(rows),
  ].join('\n\n');
}

function levelTable(rows: readonly TickRow[]): string {
  const lines = levels.slice(1).map((level) => {
    const isOn = rows.map((row) => row.level !== null && levelRank(row.level) >= levelRank(level));
    return [`\`${level}\` or worse`, ...cells(alarmsOf(rows, isOn, WEEK))];
  });
  return table(['Level of the engine', ...head], lines);
}

/** The mark of each score is chosen within the budget: on these rows, and for each group on the other nine folds. */
function budgetTable(rows: readonly TickRow[], budget: Budget): string {
  const names = Object.keys(rows[0]?.scores ?? {}).filter((name) => kindOf(name) !== 'context');
  const isLimited = budget.healthyOn < 1;
  const lines = names.flatMap((name) => {
    const scores = rows.map((row) => row.scores[name] ?? 0);
    const here = markWithin({ looks: rows, scores, everyDays: WEEK }, budget);
    const chosenHere = scores.map((score) => score >= here);
    const line = [`${name}, mark chosen here`, ...cells(alarmsOf(rows, chosenHere, WEEK))];
    if (!isLimited) return [line];
    const elsewhere = alarmsOf(rows, chosenElsewhere(rows, scores, budget), WEEK);
    return [line, [`${name}, mark chosen on other groups`, ...cells(elsewhere)]];
  });
  const limit = isLimited ? ` and ${percent(budget.healthyOn)} of healthy time` : '';
  return table([`At most ${budget.falseEdges} false edge a group-year${limit}`, ...head], lines);
}

function chosenElsewhere(rows: readonly TickRow[], scores: readonly number[], budget: Budget): boolean[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const folds = foldsOf(groups.length, FOLDS, SEED);
  const foldOf = new Map(groups.map((group, place) => [group, folds[place] ?? 0]));
  const marks = Array.from({ length: FOLDS }, (_, fold) => {
    const others = [...rows.keys()].filter((row) => foldOf.get(rows[row]?.group ?? 0) !== fold);
    const looks = others.flatMap((row) => rows[row] ?? []);
    return markWithin({ looks, scores: others.map((row) => scores[row] ?? 0), everyDays: WEEK }, budget);
  });
  return rows.map(({ group }, row) => (scores[row] ?? 0) >= (marks[foldOf.get(group) ?? 0] ?? Infinity));
}

const HEALTHY_SHARES = [0.8, 0.9, 0.95, 0.98];

/** Where marks of the score would lie, and what lies above the shipped ones. */
function markTable(rows: readonly TickRow[]): string {
  const scores = rows.map((row) => row.scores[ENGINE] ?? 0);
  const healthy = scores.filter((_, row) => rows[row]?.y === 0).sort((a, b) => a - b);
  const below = (mark: number): number => healthy.filter((score) => score < mark).length / healthy.length;
  const quantiles = HEALTHY_SHARES.map((share) => healthy[Math.floor(share * healthy.length)] ?? Infinity);
  const { watchScore, fadingScore, atRiskScore } = fitted.thresholds;
  const marks = [
    ...quantiles.map((mark) => ({ mark, what: 'a share of healthy time' })),
    { mark: watchScore, what: 'shipped for `watch`' },
    { mark: fadingScore, what: 'shipped for `fading`' },
    { mark: atRiskScore, what: 'shipped for `at-risk`' },
  ];
  const lines = marks.map(({ mark, what }) => {
    const isOn = scores.map((score) => score >= mark);
    return [`${short(mark)}, ${what}`, percent(below(mark)), ...cells(alarmsOf(rows, isOn, WEEK))];
  });
  return table(['Mark of the score alone', 'Healthy time below it', ...head], lines);
}
