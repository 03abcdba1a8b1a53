/** Spearman's: how far two lists agree in order, -1 to 1; ties share their mean rank. */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [meanRanks(one), meanRanks(other)];
  const middle = (one.length - 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  for (const [place, rank] of a.entries()) {
    const [x, y] = [rank - middle, (b[place] ?? 0) - middle];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

function meanRanks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1;
    for (let place = start; place < end; place += 1) ranks[order[place] as number] = (start + end - 1) / 2;
  }
  return ranks;
}
