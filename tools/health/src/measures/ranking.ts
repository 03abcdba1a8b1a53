/** How often each row counts: once, or as often as its group was drawn. */
export type Weigh = (row: number) => number;
export const once: Weigh = () => 1;

/** Rows from the highest score down; rows of one score stand together and end at `blockEnds`. */
export type Ranking = { readonly order: readonly number[]; readonly blockEnds: readonly number[] };

export function rank(scores: readonly number[]): Ranking {
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const blockEnds: number[] = [];
  for (let place = 1; place <= order.length; place += 1)
    if (place === order.length || scores[order[place] as number] !== scores[order[place - 1] as number])
      blockEnds.push(place);
  return { order, blockEnds };
}

/** Of the rows that came true and those that did not, weighed, from the highest score down and block by block. */
function* blocks(
  { order, blockEnds }: Ranking,
  y: readonly number[],
  weigh: Weigh,
): Generator<[number, number]> {
  let place = 0;
  for (const end of blockEnds) {
    let [yes, no] = [0, 0];
    for (; place < end; place += 1) {
      const row = order[place] as number;
      if (y[row] === 1) yes += weigh(row);
      else no += weigh(row);
    }
    yield [yes, no];
  }
}

/**
 * The chance that a row that came true has the higher score of the two (ROC AUC); a tie counts half. NaN where nothing came
 * true, or everything.
 */
export function areaUnder(ranking: Ranking, y: readonly number[], weigh: Weigh = once): number {
  let [above, noes, won] = [0, 0, 0];
  for (const [yes, no] of blocks(ranking, y, weigh)) {
    won += no * (above + yes / 2);
    above += yes;
    noes += no;
  }
  return won / (above * noes);
}

/** Mean precision over the rows that came true; tied scores share a rank, so a constant score has the share of them. */
export function averagePrecision(ranking: Ranking, y: readonly number[], weigh: Weigh = once): number {
  let [found, looked, sum] = [0, 0, 0];
  for (const [yes, no] of blocks(ranking, y, weigh)) {
    found += yes;
    looked += yes + no;
    if (yes > 0) sum += yes * (found / looked);
  }
  return sum / found;
}

/** Precision and recall when the `count` highest scores are flagged. */
export function atCount(
  { order }: Ranking,
  y: readonly number[],
  count: number,
): { precision: number; recall: number } {
  const flagged = order.slice(0, count).filter((row) => y[row] === 1).length;
  return { precision: flagged / count, recall: flagged / y.filter((value) => value === 1).length };
}
