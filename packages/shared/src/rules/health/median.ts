/** The middle value, or the mean of the two; 0 of none. By insertion: the lists are short, mostly in order, and read at every meeting. */
export function medianOf(values: readonly number[]): number {
  const sorted: number[] = [];
  for (const value of values) {
    let place = sorted.length;
    for (; place > 0 && (sorted[place - 1] as number) > value; place -= 1)
      sorted[place] = sorted[place - 1] as number;
    sorted[place] = value;
  }
  const middle = sorted.length >> 1;
  const above = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? above : ((sorted[middle - 1] ?? 0) + above) / 2;
}
