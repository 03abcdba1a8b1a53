/** A list of at most `most` items: the next one added, the oldest let go. */
export const keepLast = <T>(list: readonly T[], next: T, most: number): readonly T[] => [
  ...list.slice(-(most - 1)),
  next,
];
