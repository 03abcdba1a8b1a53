import { bootstrap, differences, interval } from '../measures/bootstrap.js';
import { areaUnder, averagePrecision, rank, type Weigh } from '../measures/ranking.js';
import { ENGINE, type Row } from '../judging/rows.js';
import { difference, withInterval } from './numbers.js';

/** A score in a table: how it ranks, and the same on the draws of groups. */
export type Compared = {
  readonly name: string;
  readonly scores: readonly number[];
  readonly auc: Drawn;
  readonly ap: Drawn;
  readonly kind: Kind;
};
type Drawn = { readonly value: number; readonly draws: readonly number[] };

/** A simple rule is what the engine is compared with; context is no rule, because age must not drive an alarm. */
type Kind = 'engine' | 'simple' | 'context';

export const kindOf = (name: string): Kind => {
  if (name.includes('(context)')) return 'context';
  return name.startsWith(ENGINE) || name.startsWith('the first version') || name.endsWith('alone')
    ? 'engine'
    : 'simple';
};

export const drawn = (rows: readonly Row[], measure: (weigh?: Weigh) => number): Drawn => ({
  value: measure(),
  draws: bootstrap(
    rows.map(({ group }) => group),
    measure,
  ),
});

/** Every score of the rows, in the order in which they are named. */
export function compare(rows: readonly Row[]): readonly Compared[] {
  const y = rows.map((row) => row.y);
  return Object.keys(rows[0]?.scores ?? {}).map((name) => {
    const scores = rows.map((row) => row.scores[name] ?? 0);
    const ranking = rank(scores);
    return {
      name,
      scores,
      kind: kindOf(name),
      auc: drawn(rows, (weigh) => areaUnder(ranking, y, weigh)),
      ap: drawn(rows, (weigh) => averagePrecision(ranking, y, weigh)),
    };
  });
}

/** The simple rule with the highest AUC. */
export const bestSimple = (all: readonly Compared[]): Compared | undefined =>
  all.filter(({ kind }) => kind === 'simple').toSorted((one, other) => other.auc.value - one.auc.value)[0];

export const shown = ({ value, draws }: Drawn): string => withInterval(value, interval(draws));

/** How far the one lies above the other, drawn together. */
export const above = (one: Drawn, other: Drawn): string =>
  difference(one.value - other.value, interval(differences(one.draws, other.draws)));
